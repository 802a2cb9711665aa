"""WebSockets: the hub with a relay frame and no database (bench/ws) against the same relay in Go; at rest through cargod."""
import os
import re
import subprocess
import tempfile

from harness import process, rounds, stand
from harness.rows import Row

IDLE_SOCKETS = 10_000
PAIRS = 1000


def load(bench, port, pid, mode, count, seconds, tokens=None):
    command = [os.path.join(bench.bin, 'bench_ws_load'), str(port), mode, str(count), str(seconds), str(pid)]
    done = subprocess.run(command + ([tokens] if tokens else []), capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(done.stdout + done.stderr)
    return {name: float(value) for name, value in re.findall(r'(\w+)=([\d.]+)', done.stdout)}


class Relay:
    """Ours or the Go one, a fresh process for each measurement: memory is not given back."""

    def __init__(self, bench, program, mode, count):
        self.bench, self.program, self.mode, self.count = bench, program, mode, count

    def __call__(self):
        port = process.free_port()
        running = subprocess.Popen([self.program, str(port)])
        try:
            process.wait_for_port(port, running)
            return load(self.bench, port, running.pid, self.mode, self.count, self.bench.seconds)
        finally:
            process.end(running)


def relays(bench, case, mode, count, metrics, targets):
    with tempfile.TemporaryDirectory(prefix='cargo-bench-') as work:
        variants = {'ours': Relay(bench, os.path.join(bench.bin, 'bench_ws_server'), mode, count)}
        go = stand.build_go(os.path.join(stand.HERE, 'ws', 'go_peer'), work, bench.say)
        if go:
            variants['go'] = Relay(bench, go, mode, count)
        results = rounds.interleave(bench, case, variants)
    return rounds.compare(case, results, metrics, targets)


def ws_idle(bench):
    rows = relays(bench, 'ws_idle', 'idle', IDLE_SOCKETS, ['kib_per_socket', 'connect_cpu_us'],
                  {('kib_per_socket', 'go'): '<= 3 ours'})
    place = bench.stand
    tokens = os.path.join(place.work, 'tokens')
    with open(tokens, 'w') as out:
        out.write('\n'.join(place.tokens) + '\n')
    measured = load(bench, place.port, place.server.pid, 'idle', IDLE_SOCKETS, bench.seconds, tokens)
    return rows + [Row('ws_idle', 'cargod_kib_per_socket', measured['kib_per_socket'], target='<= 3 ours')]


def ws_pairs(bench):
    return relays(bench, 'ws_pairs', 'pairs', PAIRS, ['messages_per_s', 'p50_ms', 'p99_ms', 'server_us_per_message'],
                  {('messages_per_s', 'go'): '>= 1.1', ('p99_ms', 'go'): ''})


CASES = {'ws_idle': ws_idle, 'ws_pairs': ws_pairs}
