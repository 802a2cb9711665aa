"""WebSockets: the hub with a relay frame and no database (bench/ws) against the same relay in Go; at rest through cargod; the
chat of cargod, every message filtered and committed, against the same in Go on the same database."""
import os
import re
import subprocess
import tempfile

from harness import process, rounds, stand
from harness.cargod import SECRET
from harness.rows import Row
from harness.stand import FIRST

IDLE_SOCKETS = 10_000
IDLE_BESIDE = 8_000     # of the chat
PAIRS = 1000


def run(bench, program, *arguments):
    done = subprocess.run([os.path.join(bench.bin, program), *map(str, arguments)], capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(done.stdout + done.stderr)
    return {name: float(value) for name, value in re.findall(r'(\w+)=([\d.]+)', done.stdout)}


def load(bench, port, pid, mode, count, seconds, tokens=None):
    return run(bench, 'bench_ws_load', port, mode, count, seconds, pid, *([tokens] if tokens else []))


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


def person(i):
    return f'01900000-0000-7000-8003-{FIRST + i}'


def write_lines(path, lines):
    with open(path, 'w') as out:
        out.writelines(line + '\n' for line in lines)
    return path


class ChatLoad:
    """Pairs who talk through one server, beside so many sockets that do nothing."""

    def __init__(self, bench, port, pid, pairs, idle, idle_tokens):
        self.bench, self.port, self.pid, self.pairs, self.idle, self.idle_tokens = bench, port, pid, pairs, idle, idle_tokens

    def __call__(self):
        return run(self.bench, 'bench_chat_load', self.port, self.bench.seconds, self.pid, self.pairs,
                   *([self.idle, self.idle_tokens] if self.idle else []))


def ws_chat(bench):
    place = bench.stand
    with open(os.path.join(stand.HERE, 'ws', 'pairs.sql')) as file:
        place.psql(file.read().replace('{first}', str(FIRST)).replace('{pairs}', str(PAIRS)))
    sides = [f'{place.token(person(side + i))} 01900000-0000-7000-8004-{FIRST + i}' for i in range(PAIRS) for side in (PAIRS, 0)]
    pairs = write_lines(os.path.join(place.work, 'pairs'), sides)
    idle = write_lines(os.path.join(place.work, 'idle'), place.tokens)
    variants = {'ours': ChatLoad(bench, place.port, place.server.pid, pairs, 0, idle),
                'ours_beside_idle': ChatLoad(bench, place.port, place.server.pid, pairs, IDLE_BESIDE, idle)}
    pids, peer = [place.server.pid, place.server.postmaster], None
    program = stand.build_go(os.path.join(stand.HERE, 'ws', 'go_chat'), place.work, bench.say)
    try:
        if program:
            port = process.free_port()
            peer = subprocess.Popen([program, str(port), place.conninfo, SECRET])
            process.wait_for_port(port, peer)
            variants['go'] = ChatLoad(bench, port, peer.pid, pairs, 0, idle)
            pids.append(peer.pid)
        results = rounds.interleave(bench, 'ws_chat', variants, pids, place.settle)
    finally:
        if peer:
            process.end(peer)
    beside = results.pop('ours_beside_idle')
    rows = rounds.compare('ws_chat', results, ['messages_per_s', 'p50_ms', 'p99_ms', 'server_us_per_message'],
                          {('messages_per_s', 'go'): '>= 1.4', ('p99_ms', 'go'): '<= 1.0'})
    return rows + rounds.compare('ws_chat_beside_idle', {'ours': beside, 'without': results['ours']}, ['messages_per_s', 'p99_ms'],
                                 {('p99_ms', 'without'): '<= 1.5'})


CASES = {'ws_idle': ws_idle, 'ws_pairs': ws_pairs, 'ws_chat': ws_chat}
