"""The driver's app: 200 queued photos (1 GB) to the server with flat memory on both sides, and its cold start without a network
with 50 deals."""
import json
import os
import subprocess
import tempfile
import time
import urllib.request
import uuid

from cases.memory import on_empty_server, peak_kib
from harness import process
from harness.rows import Row, median

RUNS = 7
HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
LIKE = os.path.join(HERE, '..', 'tests', 'ui', 'fixtures', 'deal_transit.json')
CAR = {'brand': 'Toyota', 'model': 'RAV4', 'year': 2020, 'mileage_km': 48000, 'country_from': 'JP', 'delivery_eta_days': 38,
       'price': {'amount': 265000000, 'currency': 'RUB'}}


def call(server, path, body, token=None):
    request = urllib.request.Request(f'http://127.0.0.1:{server.port}/api/v1/{path}', method='POST', data=json.dumps(body).encode())
    request.add_header('Content-Type', 'application/json')
    request.add_header('Idempotency-Key', str(uuid.uuid4()))
    if token:
        request.add_header('Authorization', 'Bearer ' + token)
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.loads(answer.read())


def person(server, role):
    made = call(server, 'auth/register', {'email': f'{role}@cargo.example', 'password': 'a long road to the sea 5', 'role': role,
                                          'display_name': role, 'locale': 'en'})
    call(server, f'me/agreements/terms-{role}', {'version': 1}, made['access_token'])
    return made


def run(bench, *arguments):
    env = dict(os.environ, QT_QPA_PLATFORM='offscreen', CARGO_BENCH_BEGUN_MS=str(time.monotonic() * 1000))
    done = subprocess.run([os.path.join(bench.bin, 'bench_driver'), *arguments], env=env, stdout=subprocess.PIPE, text=True, timeout=3600)
    if done.returncode:
        raise RuntimeError('the app fails: ' + done.stdout)
    return json.loads(done.stdout)


def photos(bench):
    def look(server):
        driver, buyer = person(server, 'driver'), person(server, 'buyer')
        car = call(server, 'listings', CAR, driver['access_token'])['id']
        call(server, f'listings/{car}/publish', {}, driver['access_token'])
        talk = call(server, f'listings/{car}/conversations', {}, buyer['access_token'])['id']
        with tempfile.TemporaryDirectory(prefix='cargo-bench-') as folder:
            auth = os.path.join(folder, 'auth.json')
            with open(auth, 'w', encoding='utf-8') as file:
                json.dump(driver, file)
            where = ['--server', f'http://127.0.0.1:{server.port}', '--data-dir', os.path.join(folder, 'app'), '--auth', auth]
            made = run(bench, 'fill', '--conversation', talk, *where)
            bench.say(f'photos: {made}')
            before = process.resident_kib(server.pid) / 1024
            sent = run(bench, 'send', *where)
        peak = peak_kib(server.pid) / 1024
        bench.say(f'photos: {sent}, server {before:.0f} to {peak:.0f} MiB')
        return [Row('driver_photos', 'mib', made['mib']), Row('driver_photos', 'seconds', sent['seconds']),
                Row('driver_photos', 'app_before_mib', sent['before_mib']), Row('driver_photos', 'app_peak_mib', sent['peak_mib']),
                Row('driver_photos', 'server_before_mib', before), Row('driver_photos', 'server_peak_mib', peak)]
    return on_empty_server(bench, look)


def cold_start(bench):
    with tempfile.TemporaryDirectory(prefix='cargo-bench-') as folder:
        auth = os.path.join(folder, 'auth.json')
        with open(auth, 'w', encoding='utf-8') as file:
            json.dump({'access_token': 'a', 'refresh_token': 'r', 'expires_in': 900,
                       'user': {'id': '01936000-0000-7000-8000-000000000901', 'role': 'driver', 'display_name': 'Pavel', 'kyc_tier': 2}}, file)
        app = ['--data-dir', os.path.join(folder, 'app'), '--auth', auth]
        run(bench, 'deals', '--like', LIKE, *app)
        times = [run(bench, 'start', *app)['drawn_ms'] for _ in range(RUNS + 1)]
    bench.say(f'driver_start: {[round(took) for took in times]} ms')
    return [Row('driver_start', 'offline_50_deals_ms', median(times[1:]), target='<= 1000 ours')]


CASES = {'driver_photos': photos, 'driver_start': cold_start}
