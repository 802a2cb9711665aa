"""The console at a queue of 100,000 cases, drawn in software: opening it, sorting it anew, going on to the next case."""
import base64
import hmac
import json
import os
import re
import struct
import subprocess
import tempfile
import time
import urllib.request

from cases.memory import on_empty_server
from harness.cargod import SECRET
from harness.rows import Row

CASES_IN_QUEUE = 100_000
FILL = f"""insert into desk_items (queue, item_id, title, detail, user_id, priority, opened_at, due_at)
    select 'listing_reports', gen_random_uuid(), 'Toyota RAV4 ' || i, 'fraud', u.id, i % 5, now() - i * interval '1 minute',
        now() + (i % 2880 - 1440) * interval '1 minute'
    from generate_series(1, {CASES_IN_QUEUE}) i, (select id from users where role = 'buyer' limit 1) u;
    vacuum analyze desk_items"""


def call(server, path, body):
    request = urllib.request.Request(f'http://127.0.0.1:{server.port}/api/v1/{path}', method='POST', data=json.dumps(body).encode())
    request.add_header('Content-Type', 'application/json')
    with urllib.request.urlopen(request, timeout=30) as answer:
        return answer.read()


def code(secret):
    """RFC 6238: six digits of this half minute."""
    key = base64.b32decode(secret + '=' * (-len(secret) % 8))
    digest = hmac.digest(key, struct.pack('>Q', int(time.time()) // 30), 'sha1')
    return f'{(struct.unpack_from(">I", digest, digest[-1] & 15)[0] & 0x7fffffff) % 1_000_000:06}'


def desk(bench):
    def look(server):
        data = server.process.args[server.process.args.index('--data-dir') + 1]
        call(server, 'auth/register', {'email': 'somebody@cargo.example', 'password': 'a long road to the sea 5', 'role': 'buyer',
                                       'display_name': 'Somebody', 'locale': 'en'})
        subprocess.run(['psql', '-X', '-q', '-v', 'ON_ERROR_STOP=1', '-d', server.conninfo, '-f', '-'], input=FILL, text=True, check=True)
        staff = {'email': 'agent@cargo.example', 'password': 'decides what is fair 9'}
        added = subprocess.run([os.path.join(bench.bin, 'cargod'), 'staff', 'add', '--email', staff['email'], '--password',
                                staff['password'], '--permission', 'moderate', '--permission', 'support', '--data-dir', data, '--secret-key', SECRET],
                               capture_output=True, text=True, check=True).stdout
        secret = re.search(r'totp_secret (\S+)', added).group(1)
        with tempfile.TemporaryDirectory(prefix='cargo-bench-') as folder:
            auth = os.path.join(folder, 'auth.json')
            with open(auth, 'wb') as file:
                file.write(call(server, 'auth/login', dict(staff, totp=code(secret))))
            done = subprocess.run([os.path.join(bench.bin, 'bench_desk'), '--server', f'http://127.0.0.1:{server.port}', '--data-dir',
                                   os.path.join(folder, 'console'), '--auth', auth],
                                  env=dict(os.environ, QT_QPA_PLATFORM='offscreen'), stdout=subprocess.PIPE, text=True, timeout=300)
        if done.returncode:
            raise RuntimeError('the console fails: ' + done.stdout)
        told = json.loads(done.stdout)
        bench.say(f'desk: {told}')
        return [Row('desk', 'open_ms', told['open_ms'], target='<= 200 ours'), Row('desk', 'sort_ms', told['sort_ms'], target='<= 200 ours'),
                Row('desk', 'next_ms', told['next_ms'], target='<= 100 ours')]
    return on_empty_server(bench, look)


CASES = {'desk': desk}
