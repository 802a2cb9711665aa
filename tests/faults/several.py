#!/usr/bin/python3
"""Two servers behind HAProxy, on one database and one Redis; each of these is killed under people who trade.

    tests/faults/several.py CARGOD HAPROXY_CFG [--blows N] [--pairs N] [--seed N] [--data DIR]

Whoever is cut off comes back through the balancer to the server that is left and misses nothing; without Redis each server goes
on, and when it is back they find out what they missed.
"""
import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.request

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from people import GONE, PATIENCE, check  # noqa: E402
from outage import OtherCluster, look  # noqa: E402
from town import Referee, Town, arguments, free_port, play, workplace  # noqa: E402
from cargo_client import Server, wait_until  # noqa: E402


def ends_with_us():
    """For children: they do not outlive the test."""
    import ctypes
    ctypes.CDLL('libc.so.6').prctl(1, signal.SIGKILL)


def haproxy():
    """It stands where only root looks."""
    found = shutil.which('haproxy', path=os.environ.get('PATH', '') + ':/usr/sbin')
    check(found, 'HAProxy is installed')
    return found


class Redis:
    def __init__(self, folder):
        self.folder, self.socket, self.process = folder, os.path.join(folder, 'redis'), None
        self.program = shutil.which('redis-server')
        if not self.program:            # Debian's redis-tools holds it under another name: it is what it is called
            self.program = os.path.join(folder, 'redis-server')
            os.symlink(shutil.which('redis-check-rdb'), self.program)
        self.start()

    def start(self):
        self.process = subprocess.Popen([self.program, '--port', '0', '--unixsocket', self.socket, '--save', '', '--appendonly',
                                         'no', '--dir', self.folder], stdout=subprocess.DEVNULL, preexec_fn=ends_with_us)

    def kill(self):
        self.process.kill()
        self.process.wait()


class Several(Town):
    def __init__(self, cargod, folder, config, seed, pairs):
        self.cluster, self.redis, self.config = OtherCluster(folder), Redis(folder), config
        super().__init__(cargod, os.path.join(folder, 'one'), seed, pairs)
        ports = {name: free_port(self.random) for name in ('front', 'one', 'one_ops', 'two', 'two_ops')}
        common = {**self.server.settings, 'database_url': self.cluster.url, 'redis_url': f'unix://{self.redis.socket}',
                  'secret_key': 'one installation, one key, many servers', 'trusted_proxies': '127.0.0.1'}
        self.servers = [Server(cargod, os.path.join(folder, name), **{
            **common, 'listen': f"127.0.0.1:{ports[name]}", 'ops_listen': f"127.0.0.1:{ports[name + '_ops']}"})
            for name in ('one', 'two')]
        self.server = self.servers[0]
        for volume in ('media', 'uploads'):     # that both have
            os.makedirs(os.path.join(folder, 'one', volume))
            os.symlink(os.path.join(folder, 'one', volume), os.path.join(folder, 'two', volume))
        self.base = f"http://127.0.0.1:{ports['front']}"
        self.names = {'CARGO_FRONT': f"127.0.0.1:{ports['front']}"}
        for name in ('one', 'two'):
            self.names[f'CARGO_{name.upper()}'] = f'127.0.0.1:{ports[name]}'
            self.names[f'CARGO_{name.upper()}_OPS'] = str(ports[name + '_ops'])
        self.balancer = None

    def begin(self):
        for server in self.servers:
            server.start()
        self.balancer = subprocess.Popen([haproxy(), '-db', '-q', '-f', self.config], env={**os.environ, **self.names},
                                         preexec_fn=ends_with_us)
        wait_until('the balancer sends on', self.reached, PATIENCE)
        self.servers[0].base = self.base        # staff too come through the balancer
        self.referee = Referee(self)

    def reached(self):
        check(self.balancer.poll() is None, 'HAProxy runs')
        try:
            with urllib.request.urlopen(self.base + '/api/v1/status', timeout=10) as answer:
                return answer.status == 200
        except GONE:
            return False

    def stop(self):
        statuses = [server.stop() for server in self.servers]
        check(statuses == [0, 0], f'both servers end in order: {statuses}')

    def log(self):
        return ''.join(server.log() for server in self.servers if server.process)

    def kill(self):
        for server in self.servers:
            if server.process and server.process.poll() is None:
                server.kill()
        if self.balancer:
            self.balancer.kill()
            self.balancer.wait()
        self.redis.kill()
        self.cluster.down()


def together(town):
    """Both servers are ready and hear each other."""
    return all(readiness(server) == (200, True) for server in town.servers)


def readiness(server):
    """Status of the page, and whether Redis is there."""
    try:
        status, said = look(server, 'readyz')
        return status, said['checks']['redis']
    except GONE:
        return 0, False


def strike(town, kind):
    time.sleep(town.random.uniform(0.5, 1.5))
    town.check_alive()
    begun = time.monotonic()
    if kind == 'redis':
        town.redis.kill()
        for server in town.servers:
            wait_until('the server says that Redis is gone, and is ready',
                       lambda: readiness(server) == (200, False), PATIENCE)
        time.sleep(town.random.uniform(0.2, 2))
        town.redis.start()
    elif kind == 'frozen':
        town.redis.process.send_signal(signal.SIGSTOP)
        time.sleep(town.random.uniform(1, 5))
        town.redis.process.send_signal(signal.SIGCONT)
    else:
        server = town.random.choice(town.servers)
        if kind == 'kill':
            server.kill()
        else:
            check(server.stop() == 0, 'cargod ends in order')
        time.sleep(town.random.uniform(0.2, 2))
        wait_until('the other one answers', town.reached, PATIENCE)
        server.start()
    wait_until('both servers are together again', lambda: together(town), PATIENCE)
    town.check_alive()
    print(f'  {kind}: together again after {time.monotonic() - begun:.2f} s', flush=True)


def main():
    parser = arguments(__doc__)
    parser.add_argument('config')
    parser.add_argument('--blows', type=int, default=40 if os.environ.get('CARGO_TEST_LONG') else 4)
    options = parser.parse_args()
    print(f'seed {options.seed}', flush=True)

    def story(town):
        kinds = ['kill', 'redis', 'frozen', 'stop']
        for blow in range(options.blows):
            strike(town, kinds[blow % len(kinds)])
    with workplace(options.data) as folder:
        town = Several(options.cargod, folder, options.config, options.seed, options.pairs)
        return play('several', options.seed, town, story)


if __name__ == '__main__':
    sys.exit(main())
