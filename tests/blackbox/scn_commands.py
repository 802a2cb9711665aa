"""The command line: settings that are refused and shown, doctor, import that is killed and goes on."""
import csv
import os
import re
import signal
import subprocess

from world import check, rare_word, same, wait_until


def run(world, *arguments, **settings):
    environment = {**world.server.environment, **{'CARGO_' + k.upper(): v for k, v in settings.items()}}
    return subprocess.run([world.server.binary, *arguments], env=environment, capture_output=True, text=True, timeout=60)


def scenario_settings(world):
    told = run(world, 'serve', '--help').stdout
    shown = run(world, 'serve', '--print-config', secret_key='k' * 40, database_url='postgresql://u:pw123@h/db').stdout
    names = re.findall(r'^ +--([a-z0-9-]+) +(CARGO_[A-Z0-9_]+)\n +(.*)$', told, re.M)
    check(len(names) > 30, 'settings')
    for flag, variable, line in names:
        same(variable, 'CARGO_' + flag.upper().replace('-', '_'), 'flag and variable have one name')
        check('(default ' in line or 'empty' in line or flag == 'trusted-proxies', f'--{flag} says its default: {line}')
        check(re.search(f'^{variable}=', shown, re.M), f'{variable} is shown')
    check('k' * 40 not in shown and 'pw123' not in shown and 'CARGO_SECRET_KEY=****' in shown, 'secrets are masked')
    check('CARGO_KYC=auto' in shown, 'what is in force is shown')
    for name, bad in (('listen', 'nonsense'), ('listen', '127.0.0.1:99999'), ('listen', ':80'), ('threads', 'x'), ('threads', '-1'),
                      ('payment_deadline', '5'), ('payment_deadline', '-5s'), ('fee_basis_points', '20000'), ('kyc', 'maybe'),
                      ('payments', 'stripe'), ('trusted_proxies', 'abc'), ('log_level', 'loud'), ('access_token_ttl', '0s'),
                      ('public_url', 'nonsense'), ('mail', 'smtp'), ('redis_url', 'rediss://h'), ('search_url', 'http://h'), ('search', 'sphinx'),
                      ('embeddings_url', 'nonsense'), ('embeddings_url', 'http://h/v1'), ('embeddings_dimensions', '8')):
        for done in (run(world, 'serve', **{name: bad}), run(world, 'serve', '--' + name.replace('_', '-'), bad)):
            same(done.returncode, 2, f'{name}={bad} is refused')
            check(name.upper() in done.stderr or '--' + name.replace('_', '-') in done.stderr, f'and named: {done.stderr}')
    same(run(world, 'serve', '--nonsense', '1').returncode, 2, 'an unknown flag')
    same(run(world, 'nonsense').returncode, 2, 'an unknown command')


def scenario_doctor(world):
    good = run(world, 'doctor')
    same(good.returncode, 0, f'doctor of a healthy server: {good.stdout}')
    check('schema is up to date' in good.stdout, 'it looks at the database')
    bad = run(world, 'doctor', database_url='host=/nowhere dbname=x')
    same(bad.returncode, 1, 'no database')
    check('bad' in bad.stdout and 'CARGO_DATABASE_URL' in bad.stdout, f'and how to mend it: {bad.stdout}')
    reading = run(world, 'doctor', photo_text='tesseract')
    check('text in photos is read by tesseract' in reading.stdout or 'built without Tesseract' in reading.stdout,
          f'it looks at the reader of photos: {reading.stdout}')
    away = run(world, 'doctor', search='meilisearch', search_url='http://127.0.0.1:9', search_key='k' * 16)
    same(away.returncode, 1, 'a search engine that is away')
    check('Meilisearch does not answer' in away.stdout and 'CARGO_SEARCH_URL' in away.stdout, f'and how to mend it: {away.stdout}')
    check('learnt from the listings' in good.stdout, f'it says whence meanings come: {good.stdout}')
    mute = run(world, 'doctor', embeddings_url='http://127.0.0.1:9/v1', embeddings_model='m', embeddings_key='secret-words')
    same(mute.returncode, 1, 'an endpoint of embeddings that is away')
    check('no embeddings come' in mute.stdout and 'embeddings-url' in mute.stdout, f'and how to mend it: {mute.stdout}')
    check('secret-words' not in mute.stdout + mute.stderr, 'its key is nobody\'s business')
    readable = run(world, 'doctor', data_dir='/proc/nowhere')
    same(readable.returncode, 1, 'no data directory')
    check('--data-dir' in readable.stdout, f'and how to mend it: {readable.stdout}')


def scenario_search_index(world):
    """Every count of the running server is SQL's; a new index answers the same; nonsense is refused."""
    word = rare_word('idx')
    world.listing(world.driver(), brand='Volvo', model=word)
    verify = lambda *more: run(world, 'search', 'verify', '--server', world.server.base, *more)
    good = verify('--queries', '15', '--seed', '3')
    same(good.returncode, 0, f'counts: {good.stdout} {good.stderr}')
    check('15 queries, 0 with wrong counts' in good.stdout, good.stdout)
    again = run(world, 'reindex')
    same(again.returncode, 0, f'reindex: {again.stderr}')
    wait_until('the car is still found', lambda: world.driver().get('search', q=word)['total'] == 1)
    after = verify('--queries', '5')
    same(after.returncode, 0, f'and the counts are right: {after.stdout} {after.stderr}')
    same(verify('--queries', '0').returncode, 2, 'no queries')
    same(verify('--queries', 'many').returncode, 2, 'no number')
    same(run(world, 'search', 'verify', '--server', 'http://127.0.0.1:9').returncode, 1, 'no server')


def scenario_import(world):
    """Killed in the middle it goes on where it was; bad rows are named and left out; twice is once."""
    driver, word, rows = world.driver(), rare_word('imp'), 4000
    folder = os.path.join(world.server.folder, word)
    os.makedirs(folder)
    file, report = os.path.join(folder, 'cars.csv'), os.path.join(folder, 'report.csv')
    bad = {17: 'year', 900: 'price', 2500: 'mileage'}
    with open(file, 'w', newline='', encoding='utf-8') as out:
        sheet = csv.writer(out)
        sheet.writerow(['external_id', 'Marke', 'model', 'year', 'mileage_km', 'country_from', 'price_rub', 'fuel', 'transmission'])
        for i in range(rows):
            line = [f'{word}-{i}', 'Skoda', f'Octavia {word}', 2010 + i % 12, 1000 + i, 'DE', 900000 + i, 'petrol', 'manual']
            if i in bad:
                line[{'year': 3, 'price': 6, 'mileage': 4}[bad[i]]] = 'nonsense'
            sheet.writerow(line)
    command = [world.server.binary, 'import', file, '--owner', driver.email, '--map', 'Marke=brand', '--report', report]
    total = lambda: driver.get('search', q=word, limit=1)['total']
    dry = subprocess.run([*command, '--dry-run'], env=world.server.environment, capture_output=True, text=True, timeout=120)
    check(dry.returncode == 0 and f'{rows - len(bad)} would be added' in dry.stdout, f'dry run: {dry.stdout} {dry.stderr}')
    first = subprocess.Popen(command, env=world.server.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wait_until('some rows are there', lambda: driver.get('me/listings', limit=1)['items'] or first.poll() is not None, pause=0.005)
    first.send_signal(signal.SIGKILL)
    first.wait()
    second = subprocess.run(command, env=world.server.environment, capture_output=True, text=True, timeout=120)
    same(second.returncode, 0, f'the second run: {second.stderr}')
    counts = [int(n) for n in re.findall(r'(\d+) (?:rows|added|there already|left out)', second.stdout)]
    check(counts[0] == rows and counts[1] + counts[2] == rows - len(bad) and counts[3] == len(bad), f'counts: {second.stdout}')
    third = subprocess.run(command, env=world.server.environment, capture_output=True, text=True, timeout=120)
    check(' 0 added' in third.stdout, f'the third run adds nothing: {third.stdout}')
    with open(report, newline='', encoding='utf-8') as text:
        told = list(csv.DictReader(text))
    same(sorted(int(r['line']) for r in told), [i + 2 for i in sorted(bad)], 'the lines of the bad rows')
    for row in told:
        check(row['reason'], f'and the reason: {row}')
    wait_until('all are found', lambda: total() == rows - len(bad), seconds=60)
    nobody = subprocess.run([*command[:3], '--owner', 'nobody@client.example'], env=world.server.environment, capture_output=True, text=True)
    check(nobody.returncode != 0 and nobody.stderr, 'an owner who is not there')
    unmapped = subprocess.run(command[:5], env=world.server.environment, capture_output=True, text=True)
    check(unmapped.returncode != 0 and 'brand' in unmapped.stderr, f'a column that is missing is named: {unmapped.stderr}')
    noone = world.buyer()
    refused = subprocess.run([*command[:3], '--owner', noone.email, '--map', 'Marke=brand'], env=world.server.environment,
                             capture_output=True, text=True)
    check(refused.returncode != 0, 'a buyer has no listings')
