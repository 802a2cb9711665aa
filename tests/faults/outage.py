#!/usr/bin/python3
"""The database goes away under people who trade, and comes back.

    tests/faults/outage.py CARGOD OPENAPI [--outages N] [--own] [--pairs N] [--seed N] [--data DIR]

While it is away every operation of the contract answers soon with a 503 that says when to come again, /readyz says not ready,
/healthz says alive, and WebSockets stay or are closed with a code. Afterwards the server is ready by itself and nothing that was
acknowledged is missing. With --own the database is the server's own, which it must start again itself; without, it is one that
the server is only told of.
"""
import concurrent.futures
import glob
import json
import os
import pwd
import subprocess
import sys
import time
import urllib.error
import urllib.request
import uuid

here = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [here, os.path.join(here, '..', 'contract')]
from people import PATIENCE, check  # noqa: E402
from town import Town, arguments, kill_all, play, workplace  # noqa: E402
from cargo_client import Client, Closed, Line, wait_until  # noqa: E402
from contract import Contract  # noqa: E402
import samples  # noqa: E402

# What needs no database: said from memory, or refused before anybody asks.
WITHOUT_DATABASE = {
    'GET /openapi.yaml': (200,), 'GET /api/v1/status': (200,),
    'GET /api/v1/search/facets': (200,), 'GET /api/v1/search/suggest': (200,),      # the index alone
    'GET /api/v1/search': (503, 200),                                               # 200 when nothing is found
    'POST /api/v1/assistant/pick': (503, 200, 422),                                 # likewise
    'POST /api/v1/webhooks/payments/{provider}': (401,),                            # not signed
    'POST /api/v1/webhooks/kyc/{provider}': (404,),                                 # no such provider here
    'GET /api/v1/admin/settings/{setting}/history': (404,),                         # no such setting
    'GET /api/v1/admin/knowledge/{slug}/versions/{version}': (404,),                # no such number of a version
    'GET /api/v1/admin/reason-codes': (200,), 'GET /api/v1/fee-terms': (200,),
    'POST /api/v1/auth/ban/appeal': (401,),                                         # the pass is not ours
}


class OwnCluster:
    """The server's own database, killed, and kept away by a data directory that is not one."""

    def __init__(self, town):
        self.town = town
        self.mark = os.path.join(town.server.folder, 'pg', 'global', 'pg_control')

    def down(self):
        os.rename(self.mark, self.mark + '.away')
        kill_all([self.town.postmaster()])

    def up(self):
        os.rename(self.mark + '.away', self.mark)


class OtherCluster:
    """A database of somebody else's, stopped at once and started again."""

    def __init__(self, folder):
        found = sorted(glob.glob('/usr/lib/postgresql/*/bin'), key=lambda path: float(path.split('/')[4]))
        check(found, 'PostgreSQL is installed')
        self.bin, self.folder = found[-1], os.path.join(folder, 'other')
        os.makedirs(self.folder, mode=0o700)
        self.user = None
        if os.geteuid() == 0:           # it does not run as root
            self.user = 'postgres'
            owner = pwd.getpwnam(self.user)
            os.chown(self.folder, owner.pw_uid, owner.pw_gid)
        self.run('initdb', '-U', 'cargo', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-instructions', '--no-sync')
        self.up()
        self.run('psql', '-h', self.folder, '-U', 'cargo', '-d', 'postgres', '-c', 'create database cargo', data=False)
        self.url = f'host={self.folder} user=cargo dbname=cargo'

    def run(self, program, *arguments, data=True):
        done = subprocess.run([os.path.join(self.bin, program), *(['-D', self.folder] if data else []), *arguments], user=self.user,
                              cwd='/', stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL)
        check(done.returncode == 0, f'{program}: {done.stderr.decode(errors="replace")}')

    def down(self):
        if os.path.exists(os.path.join(self.folder, 'postmaster.pid')):
            self.run('pg_ctl', 'stop', '-m', 'immediate', '-w')

    def up(self):
        self.run('pg_ctl', 'start', '-w', '-t', '120', '-l', os.path.join(self.folder, 'log'), '-o',
                 f"-c listen_addresses='' -c unix_socket_directories='{self.folder}' -c max_connections=100 -c recovery_init_sync_method=syncfs")


def look(server, page):
    """Status and JSON of a page of the private listener."""
    try:
        with urllib.request.urlopen(f'{server.operations}/{page}', timeout=30) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as answer:
        return answer.code, json.load(answer)


class Asker:
    """Asks everything that the contract names, all at once."""

    def __init__(self, town, contract):
        self.town, self.contract = town, contract
        self.people = [town.referee.client, Client(town.base).register('driver', 'asker'), Client(town.base).register('buyer', 'asker')]
        self.requests = list(samples.requests(contract))

    def ask(self, request):
        """The answer to whoever may ask this; a refusal of the role needs no database."""
        for who in self.people:
            answer = who.request(request.method, request.asked, request.body, data=request.data, headers=request.headers)
            if answer.status != 403:
                break
        return answer

    def ask_all(self):
        with concurrent.futures.ThreadPoolExecutor(len(self.requests)) as pool:
            return zip(self.requests, pool.map(self.ask, self.requests))

    def refused(self):
        """While there is no database."""
        wrong = []
        for request, answer in self.ask_all():
            wanted = WITHOUT_DATABASE.get(request.name, (503,))
            headers = {name.lower(): text for name, text in answer.headers.items()}
            faults = self.contract.check(request.method, request.path, answer.status, headers, answer.body)
            if answer.status not in wanted or faults or (answer.status == 503 and int(headers.get('retry-after', 0)) < 1):
                wrong.append(f'{request.name}: {answer!r}, wanted is {wanted}; Retry-After {headers.get("retry-after")}; {faults}')
        check(not wrong, 'without a database\n' + '\n'.join(wrong))


class Listener:
    """A WebSocket that was there before, and those that come while there is no database."""

    def __init__(self, town, who):
        self.town, self.who, self.line = town, who, Line(town.base, who.token)

    def look(self):
        """While there is no database: the line lives, and says that nothing can be sent; a new one is told to come back."""
        self.line.send({'type': 'ping'})
        self.line.wait('pong')
        client_id = str(uuid.uuid4())
        self.line.send({'type': 'message.send', 'conversation_id': samples.MISSING, 'client_id': client_id, 'body': 'слово'})
        said = self.line.wait('error', lambda frame: frame.get('client_id') == client_id)
        check(said['code'] == 'unavailable', f'a message without a database: {said}')
        try:
            Line(self.town.base, self.who.token)
            check(False, 'no WebSocket is ready without a database')
        except Closed as closed:
            check(closed.code == 1011, f'a new WebSocket is closed with {closed.code}')


def outage(town, cluster, asker):
    listener = Listener(town, asker.people[-1])
    time.sleep(town.random.uniform(0.2, 1.0))
    town.check_alive()
    begun = time.monotonic()
    cluster.down()
    status, said = wait_until('/readyz says not ready', lambda: (r := look(town.server, 'readyz'))[0] == 503 and r, PATIENCE)
    check(said['status'] == 'not_ready' and said['checks']['database'] is False, f'/readyz: {said}')
    asker.refused()
    listener.look()
    check(look(town.server, 'healthz') == (200, {'status': 'ok'}), '/healthz says alive')
    time.sleep(town.random.choice((0, 0, 3)))
    check(look(town.server, 'readyz')[0] == 503 and look(town.server, 'healthz')[0] == 200, 'alive, and not ready')
    check(town.server.process.poll() is None, 'cargod lives on')
    away = time.monotonic() - begun
    cluster.up()
    wait_until('/readyz says ready', lambda: look(town.server, 'readyz')[0] == 200, PATIENCE)
    wait_until('the server answers again', town.answers, PATIENCE)
    listener.line.send({'type': 'ping'})
    listener.line.wait('pong')
    town.check_alive()
    print(f'  away for {away:.2f} s, ready again after {time.monotonic() - begun - away:.2f} s', flush=True)


def stop_without_database(town, cluster):
    """An operator who stops the server while the database is away."""
    cluster.down()
    wait_until('/readyz says not ready', lambda: look(town.server, 'readyz')[0] == 503, PATIENCE)
    check(town.server.stop() == 0, 'cargod ends in order without its database')
    cluster.up()
    town.server.start()
    town.check_alive()
    print('  stopped without a database, and started with one', flush=True)


def main():
    parser = arguments(__doc__)
    parser.add_argument('openapi')
    parser.add_argument('--outages', type=int, default=12 if os.environ.get('CARGO_TEST_LONG') else 1)
    parser.add_argument('--own', action='store_true')
    options = parser.parse_args()
    print(f'seed {options.seed}', flush=True)
    with workplace(options.data) as folder:
        other = None if options.own else OtherCluster(folder)
        data = os.path.join(folder, 'data')
        os.makedirs(data, exist_ok=True)
        town = Town(options.cargod, data, options.seed, options.pairs, **({} if options.own else {'database_url': other.url}))

        def story(town):
            cluster = other or OwnCluster(town)
            asker = Asker(town, Contract(options.openapi))
            for _ in range(options.outages):
                outage(town, cluster, asker)
            if options.own:             # elsewhere what it was at work on is free only after a minute
                stop_without_database(town, cluster)
        try:
            return play('outages', options.seed, town, story)
        finally:
            if other:
                other.down()


if __name__ == '__main__':
    sys.exit(main())
