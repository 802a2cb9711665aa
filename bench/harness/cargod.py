"""A cargod of the bench: its own data directory, embedded PostgreSQL, loopback, limits raised, access log on."""
import os
import re
import subprocess
import time
import urllib.request

from harness import process

SECRET = 'the bench signs its own access tokens'
BUCKETS = ('api', 'auth', 'upload', 'search', 'messages')


class Cargod:
    def __init__(self, binaries, data):
        # The limiter counts every request; only its limits are out of the way. The access log is written, to nowhere.
        self.process = subprocess.Popen(
            [os.path.join(binaries, 'cargod'), 'serve', '--data-dir', data, '--listen', '127.0.0.1:0', '--ops-listen',
             '127.0.0.1:0', '--kyc', 'auto', '--secret-key', SECRET, '--connections-per-address', '100000']
            + [word for bucket in BUCKETS for word in (f'--rate-{bucket}-per-minute', '100000000')],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        line = self.process.stdout.readline()
        found = re.search(r'http://127\.0\.0\.1:(\d+), operations on port (\d+)', line)
        if not found:
            raise RuntimeError('cargod does not start: ' + line)
        self.port, self.ops_port = int(found.group(1)), int(found.group(2))
        self.pid = self.process.pid
        with open(os.path.join(data, 'pg', 'postgresql.auto.conf')) as file:
            self.socket_folder = re.search(r"unix_socket_directories = '(.*)'", file.read()).group(1)
        with open(os.path.join(data, 'pg', 'postmaster.pid')) as file:
            self.postmaster = int(file.readline())
        self.conninfo = f'host={self.socket_folder} user=cargo dbname=cargo'

    def wait_until_ready(self, seconds=120):
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            try:
                with urllib.request.urlopen(f'http://127.0.0.1:{self.ops_port}/readyz', timeout=5):
                    return
            except OSError:
                time.sleep(0.2)
        raise RuntimeError('cargod does not get ready')

    def end(self):
        process.end(self.process)
        self.process.stdout.close()
