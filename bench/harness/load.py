"""One measurement with wrk or pgbench: requests a second, p50 and p99 in milliseconds, processor time of the server."""
import glob
import os
import re
import signal
import subprocess
import time

from harness import process, stand

UNITS = {'us': .001, 'ms': 1, 's': 1000, 'm': 60_000}


def milliseconds(text):
    value, unit = re.match(r'([\d.]+)(us|ms|s|m)$', text).groups()
    return float(value) * UNITS[unit]


class Wrk:
    """wrk with 32 connections against one port. A refusal or a broken connection is a failure, not a slow answer."""

    CONNECTIONS = 32

    def __init__(self, place, port, pid, script, seconds, **extra):
        self.port, self.pid, self.seconds = port, pid, seconds
        self.script = os.path.join(stand.HERE, 'http', 'wrk', script + '.lua')
        tokens = os.path.join(place.work, 'tokens')
        with open(tokens, 'w') as out:
            out.write('\n'.join(place.tokens) + '\n')
        self.env = dict(os.environ, BENCH_LUA=os.path.dirname(self.script), BENCH_TOKENS=tokens,
                        BENCH_LISTINGS=str(place.listings), BENCH_CONVERSATIONS=str(stand.CONVERSATIONS),
                        BENCH_DRIVERS=str(stand.DRIVERS), **extra)

    def __call__(self):
        before = process.processor_seconds(self.pid)
        wrk = subprocess.Popen(['wrk', '-t1', f'-c{self.CONNECTIONS}', '-d60s', '--latency', '-s', self.script,
                                f'http://127.0.0.1:{self.port}'], env=self.env, stdout=subprocess.PIPE, text=True)
        time.sleep(self.seconds)
        wrk.send_signal(signal.SIGINT)    # it takes whole seconds only; so it ends when we say and reports what it has
        text = wrk.communicate(timeout=30)[0]
        used = process.processor_seconds(self.pid) - before
        bad = re.search(r'Non-2xx or 3xx responses: \d+|Socket errors: .*', text)
        if wrk.returncode or bad:
            raise RuntimeError(f'{os.path.basename(self.script)} on port {self.port}: ' + (bad.group(0) if bad else text))
        count = int(re.search(r'(\d+) requests in', text).group(1))
        return {'req_per_s': float(re.search(r'Requests/sec:\s+([\d.]+)', text).group(1)),
                'p50_ms': milliseconds(re.search(r'^\s+50%\s+(\S+)', text, re.M).group(1)),
                'p99_ms': milliseconds(re.search(r'^\s+99%\s+(\S+)', text, re.M).group(1)),
                'server_cpu_us': used * 1e6 / max(count, 1)}


class PgBench:
    """The bare statements, prepared, from as many clients as wrk has connections. defines: texts, as variables."""

    def __init__(self, place, name, script, seconds, defines=None):
        self.place, self.seconds = place, seconds
        self.defines = [word for name, value in (defines or {}).items() for word in ('-D', f'{name}={value}')]
        self.file = os.path.join(place.work, name + '.pgbench')
        self.log = os.path.join(place.work, name + '.pgbench-log')
        with open(self.file, 'w') as out:
            out.write(script)

    def __call__(self):
        done = subprocess.run(['pgbench', '-h', self.place.server.socket_folder, '-U', 'cargo', '-n', '-M', 'prepared',
                               f'-c{Wrk.CONNECTIONS}', '-j2', f'-T{max(1, round(self.seconds))}', '-l', '--log-prefix=' + self.log] + self.defines
                              + ['-f', self.file, 'cargo'], capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(done.stdout + done.stderr)
        times = []
        for name in glob.glob(self.log + '*'):
            with open(name) as file:
                times += [int(line.split()[2]) / 1000 for line in file]
            os.unlink(name)
        times.sort()
        return {'req_per_s': float(re.search(r'tps = ([\d.]+) \(w', done.stdout).group(1)),
                'p50_ms': times[len(times) // 2], 'p99_ms': times[len(times) * 99 // 100]}


def bind(sql, values):
    """$1, $2 … replaced, from the last to the first so that $1 is not taken out of $10."""
    for number in range(len(values), 0, -1):
        sql = sql.replace(f'${number}', values[number - 1])
    return sql.strip() + ';\n'
