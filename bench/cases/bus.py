"""What a message costs on its way from one server to another: two buses through one Redis, beside a bare round trip to it."""
import json
import os
import shutil
import subprocess
import tempfile
import time

from harness.process import end
from harness.rows import Row

RATES = (1_000, 10_000)


def redis_program(folder):
    """Debian's redis-tools holds the server under another name: it is what it is called."""
    found = shutil.which('redis-server')
    if not found:
        found = os.path.join(folder, 'redis-server')
        os.symlink(shutil.which('redis-check-rdb'), found)
    return found


def bus(bench):
    rows = []
    with tempfile.TemporaryDirectory(prefix='cargo-bench-') as folder:
        socket = os.path.join(folder, 'redis')
        redis = subprocess.Popen([redis_program(folder), '--port', '0', '--unixsocket', socket, '--save', '', '--appendonly', 'no'],
                                 stdout=subprocess.DEVNULL)
        try:
            while not os.path.exists(socket):
                time.sleep(0.01)
            for rate in RATES:
                done = subprocess.run([os.path.join(bench.bin, 'bench_bus'), socket, str(rate), '4'], stdout=subprocess.PIPE,
                                      text=True, timeout=120, check=True)
                told = json.loads(done.stdout)
                bench.say(f'bus at {rate}: {told}')
                if told['lost']:
                    raise RuntimeError(f'{told["lost"]} messages did not arrive')
                rows.append(Row('bus', f'hop_p99_us_at_{rate}', told['hop_p99_us'], told['ping_p99_us'], 'a bare round trip',
                                target='<= 1000 ours'))
        finally:
            end(redis)
    return rows


CASES = {'bus': bus}
