"""The buyer app on 99,184 cars with photos, drawn in software without a screen: to a filled home, through ten thousand results,
and what a tap takes until something is seen."""
import json
import os
import re
import shutil
import struct
import subprocess
import tempfile
import time
import urllib.request
import uuid
import zlib

from harness.rows import Row, median
from harness.stand import Stand

RUNS, SCROLLED, PHOTOS = 5, 10000, 12


def picture(shade, width=1280, height=853):
    """A PNG with soft colours, as large as a telephone's photo is shown."""
    def chunk(kind, data):
        return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))
    rows = b''.join(b'\0' + bytes(v for x in range(width) for v in ((x + shade) & 255, (y + x // 3) & 255, (y * 2 + shade) & 255))
                    for y in range(height))
    return (b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', width, height, 8, 2, 0, 0, 0))
            + chunk(b'IDAT', zlib.compress(rows, 1)) + chunk(b'IEND', b''))


def upload(stand, token, png):
    edge = uuid.uuid4().hex
    body = (f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="car.png"\r\nContent-Type: image/png\r\n\r\n').encode()
    request = urllib.request.Request(f'http://127.0.0.1:{stand.port}/api/v1/media', method='POST',
                                     data=body + png + f'\r\n--{edge}--\r\n'.encode())
    request.add_header('Content-Type', f'multipart/form-data; boundary={edge}')
    request.add_header('Authorization', 'Bearer ' + token)
    request.add_header('Idempotency-Key', str(uuid.uuid4()))
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.loads(answer.read())['id']


def give_photos(stand):
    """Every car shows one of a few photos under an address of its own, so that the app fetches and decodes one for each."""
    token = stand.call('POST', 'auth/login', {'email': 'bench@cargo.example', 'password': 'a driver of the bench'})['access_token']
    photos = [upload(stand, token, picture(20 * i)) for i in range(PHOTOS)]
    made = stand.call('POST', 'listings', {'brand': 'Toyota', 'model': 'RAV4', 'year': 2020, 'mileage_km': 48000, 'country_from': 'JP',
                                           'price': {'amount': 265000000, 'currency': 'RUB'}, 'delivery_eta_days': 38,
                                           'photos': photos}, token)
    stand.call('POST', f"listings/{made['id']}/publish", {}, token)
    stand.psql(f"""update listings set card = replace(card::text, '"photo":null', '"photo":"/api/v1/media/'
        || (array['{"','".join(photos)}'])[1 + abs(hashtext(id::text)) % {PHOTOS}] || '/card?car=' || id || '"')::json;
        vacuum analyze listings""")


def answered(stand):
    """How often cargod has answered, by what was asked: search, media."""
    with urllib.request.urlopen(f'http://127.0.0.1:{stand.server.ops_port}/metrics', timeout=10) as answer:
        text = answer.read().decode()
    found = {}
    for route, count in re.findall(r'^cargo_http_requests_total\{[^}]*route="([^"]*)"[^}]*\} (\S+)', text, re.M):
        found[route] = found.get(route, 0) + float(count)
    return found


def run(bench, stand, what, folder, *more):
    env = dict(os.environ, HOME=folder, QT_QPA_PLATFORM='offscreen', QT_QUICK_BACKEND='software',
               CARGO_BENCH_BEGUN_MS=str(time.monotonic() * 1000))
    done = subprocess.run([os.path.join(bench.bin, 'bench_app'), what, '--server', f'http://127.0.0.1:{stand.port}', '--data-dir',
                           os.path.join(folder, 'app'), *more], env=env, capture_output=True, text=True, timeout=600)
    told = json.loads(done.stdout or '{}')
    if done.returncode:
        raise RuntimeError(f'bench_app {what}: {told} {done.stderr[-500:]}')
    bench.say(f'app {what}: {told}')
    return told


def app(bench):
    rows = []
    with Stand(bench.bin, bench.say) as stand:
        give_photos(stand)
        folder = tempfile.mkdtemp(prefix='cargo-bench-')
        try:
            filled = [run(bench, stand, 'home', folder) for _ in range(RUNS + 1)][1:]
            rows.append(Row('app', 'home_filled_ms', median([told['filled_ms'] for told in filled]), target='<= 1500 ours'))
            rows.append(Row('app', 'idle_frames_s', median([told['idle_frames'] for told in filled]), target='<= 0 ours'))
            tapped = [run(bench, stand, 'taps', folder) for _ in range(RUNS)]
            rows.append(Row('app', 'tap_pressed_ms', median([told['pressed_ms'] for told in tapped]), target='<= 100 ours'))
            rows.append(Row('app', 'tap_opened_ms', median([told['opened_ms'] for told in tapped])))
            before = answered(stand)
            scrolled = run(bench, stand, 'scroll', folder, '--rows', str(SCROLLED))
            after = answered(stand)
            asked = {route: after[route] - before.get(route, 0) for route in after if after[route] != before.get(route, 0)}
            bench.say(f'app asked {asked}')
            rows.append(Row('app', 'scroll_frame_p95_ms', scrolled['work_p95_ms'], target='<= 16.7 ours'))
            rows.append(Row('app', 'scroll_frame_p99_ms', scrolled['work_p99_ms']))
            rows.append(Row('app', 'scroll_grown_mib', scrolled['resident_mib'] - scrolled['resident_early_mib'], target='<= 10 ours'))
            rows.append(Row('app', 'scroll_resident_mib', scrolled['resident_mib'], target='<= 150 ours'))
            rows.append(Row('app', 'requests_a_thousand_rows', 1000 * sum(n for route, n in asked.items() if 'media' not in route)
                            / scrolled['rows']))
            # The server is gone: what was last seen stands there at once.
            stand.server.end()
            stand.server = None
            alone = [run(bench, stand, 'home', folder) for _ in range(RUNS + 1)][1:]
            rows.append(Row('app', 'offline_filled_ms', median([told['filled_ms'] for told in alone]), target='<= 1000 ours'))
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    return rows


CASES = {'app': app}
