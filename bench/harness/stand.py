"""A cargod on a database of its own, filled with the real listings, and the Go peer on the same database."""
import base64
import hmac
import json
import os
import re
import shutil
import subprocess
import tempfile
import time
import urllib.request

from harness import process
from harness.cargod import SECRET, Cargod

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
CSV = os.path.join(HERE, '..', '..', 'shared', 'data', 'listings_uk_cc0.csv')
STATEMENTS = ['listings.page', 'listings.published_of', 'chat.send', 'chat.send_keyed', 'idempotency.find_answer',
              'search.cards']
# What a Go server would ask PostgreSQL for where ours asks its index; parameters: brand, price_to, limit + 1.
SEARCH_SQL = """select l.id, l.card, u.card, false from listings l join users u on u.id = l.driver_id
    where l.status = 'published' and l.brand = $1 and l.price_minor <= $2 order by l.price_minor desc, l.id desc limit $3"""

BUYERS, DRIVERS, CONVERSATIONS = 1000, 400, 20000
FIRST = 100000000000    # ids end in a decimal number of twelve digits, so that pgbench and wrk can make them


def buyer_id(i):
    return f'01900000-0000-7000-8000-{FIRST + i}'


def psql(conninfo, sql):
    done = subprocess.run(['psql', '-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1', '-d', conninfo, '-f', '-'], input=sql,
                          capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return done.stdout.strip()


def access_token(user, role='buyer', permissions=0):
    """An access token as the server makes them: HS256 with a key derived from its secret."""
    def base64url(raw):
        return base64.urlsafe_b64encode(raw).rstrip(b'=')
    key = hmac.digest(SECRET.encode(), b'cargo access token v1', 'sha256')
    now = int(time.time())
    claims = {'sub': user, 'sid': user, 'role': role, 'permissions': permissions, 'iat': now, 'exp': now + 3600}
    text = b'.'.join(base64url(json.dumps(part, separators=(',', ':')).encode())
                     for part in ({'alg': 'HS256', 'typ': 'JWT'}, claims))
    return (text + b'.' + base64url(hmac.digest(key, text, 'sha256'))).decode()


class Stand:
    """`with Stand(bin) as stand`: stand.port, stand.conninfo, stand.tokens. `imported` is the import's own measure."""

    def __init__(self, binaries, say):
        self.bin, self.say = binaries, say
        self.work = tempfile.mkdtemp(prefix='cargo-bench-')
        os.chmod(self.work, 0o755)
        self.data = os.path.join(self.work, 'data')
        self.server = self.go = None
        self.listings = 0
        self.imported = {}
        self.tokens = []

    def __enter__(self):
        try:
            self._fill()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        if self.go:
            process.end(self.go)
        if self.server:
            self.server.end()
        shutil.rmtree(self.work, ignore_errors=True)

    def start_server(self):
        self.server = Cargod(self.bin, self.data)
        self.port, self.conninfo = self.server.port, self.server.conninfo

    def call(self, method, path, body=None, token=None):
        request = urllib.request.Request(f'http://127.0.0.1:{self.port}/api/v1/{path}', method=method,
                                         data=None if body is None else json.dumps(body).encode())
        request.add_header('Content-Type', 'application/json')
        if token:
            request.add_header('Authorization', 'Bearer ' + token)
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.loads(answer.read())

    def psql(self, sql):
        return psql(self.conninfo, sql)

    def token(self, user):
        return access_token(user)

    # ---- The data

    def _fill(self):
        self.start_server()
        owner = self.call('POST', 'auth/register', {'email': 'bench@cargo.example', 'password': 'a driver of the bench',
                                                    'role': 'driver', 'display_name': 'Bench', 'locale': 'ru'})
        self.call('POST', 'me/agreements/terms-driver', {'version': 1}, owner['access_token'])
        self.say('importing ' + os.path.basename(CSV))
        begun = time.monotonic()
        done = subprocess.run([os.path.join(self.bin, 'cargod'), 'import', CSV, '--owner', 'bench@cargo.example',
                               '--data-dir', self.data], capture_output=True, text=True)
        seconds = time.monotonic() - begun
        if done.returncode:
            raise RuntimeError(done.stdout + done.stderr)
        rows = int(re.search(r'(\d+) rows', done.stdout).group(1))
        self.imported = {'rows': rows, 'seconds': seconds, 'told': done.stdout.strip()}
        self.say(f'{done.stdout.strip()} in {seconds:.1f} s')
        self.say('spreading the listings over drivers, opening conversations')
        with open(os.path.join(HERE, 'http', 'seed.sql')) as file:
            text = file.read()
        for name, value in (('first', FIRST), ('buyers', BUYERS), ('drivers', DRIVERS), ('conversations', CONVERSATIONS)):
            text = text.replace('{' + name + '}', str(value))
        self.psql(text)
        self.listings = int(self.psql('select count(*) from listings'))
        self.tokens = [self.token(buyer_id(i)) for i in range(BUYERS)]
        self.say('starting again: the index is filled from the new rows')
        self.server.end()
        self.start_server()
        self.server.wait_until_ready()

    # ---- The peers

    def statements(self):
        done = subprocess.run([os.path.join(self.bin, 'bench_queries')] + STATEMENTS, capture_output=True, text=True, check=True)
        texts = json.loads(done.stdout)
        texts['bench.search'] = SEARCH_SQL
        return texts

    def start_go(self):
        """The Go peer, or None where Go or its libraries are missing."""
        program = build_go(os.path.join(HERE, 'http', 'go_peer'), self.work, self.say)
        if not program:
            return None
        file = os.path.join(self.work, 'statements.json')
        with open(file, 'w') as out:
            json.dump(self.statements(), out)
        port = process.free_port()
        self.go = subprocess.Popen([program, str(port), self.conninfo, file])
        process.wait_for_port(port, self.go)
        return port

    def settle(self, seconds=60):
        """Waits until the relay has delivered what the last run wrote."""
        until = time.monotonic() + seconds
        while time.monotonic() < until and self.psql('select exists (select from outbox)') == 't':
            time.sleep(0.1)


def build_go(folder, work, say):
    """Debian's packages of Go libraries live in /usr/share/gocode: GOPATH mode, no network."""
    if not shutil.which('go'):
        say('Go is missing: no Go peer')
        return None
    program = os.path.join(work, os.path.basename(os.path.dirname(folder)) + '_go_peer')
    env = dict(os.environ, GO111MODULE='off', GOPATH='/usr/share/gocode', GOFLAGS='',
               GOCACHE=os.path.join(tempfile.gettempdir(), f'cargo-bench-go-{os.getuid()}'))
    done = subprocess.run(['go', 'build', '-o', program, '.'], cwd=folder, env=env, capture_output=True, text=True)
    if done.returncode:
        say('no Go peer: ' + done.stderr.strip()[-300:])
        return None
    return program
