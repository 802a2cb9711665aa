"""The whole server with as many listings as --listings says: from PostgreSQL to its index, from its file to its index, the queries
of the case `search` as a client asks them, and how soon a change is found."""
import csv
import http.client
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
import urllib.request

from harness import process, search_engines, stand
from harness.cargod import Cargod
from harness.rows import Row

sys.path.insert(0, search_engines.FOLDER)
import search_data    # noqa: E402
from cases import search    # noqa: E402

DRIVERS = 20
FIELDS = {'id': 'external_id', 'brand': 'brand', 'model': 'model', 'body_type': 'body_type', 'fuel': 'fuel',
          'transmission': 'transmission', 'drive': 'drive', 'color': 'color', 'country_from': 'country_from', 'year': 'year',
          'price_minor': 'price_minor', 'mileage_km': 'mileage_km', 'eta_days': 'delivery_eta_days', 'description': 'description'}
CHANGES = 100
# What is asked for in sentences: ordered by what it means as well, and what the picker is for.
WISHES = ['просторная машина для большой семьи', 'экономичная машина для города', 'надёжный внедорожник для зимы и охоты',
          'чтобы возить прицеп', 'первая машина для новичка', 'комфортная для дальних поездок', 'economical car for the city']
# Suggestions are asked for letter by letter.
TYPED = ['toyota', 'тойота рав4', 'mercedes', 'бмв', 'для большой семьи', 'из японии', 'lbptkm']
THREADS = 2
# At a million listings, on a quiet machine.
TARGETS = {'fill_s': '<= 20 ours', 'p99_ms': '<= 10 ours', 'wish_p99_ms': '<= 10 ours', 'suggest_p99_ms': '<= 2 ours',
           'change_found_p99_ms': '<= 1000 ours'}


def write_files(bench, folder):
    """One file a driver, as `cargod import` reads them."""
    listings = os.path.join(folder, 'listings.tsv')
    search.generate(bench, listings)
    places = [search_data.COLUMNS.index(column) for column in FIELDS]
    paths = [os.path.join(folder, f'{i}.csv') for i in range(DRIVERS)]
    files = [open(path, 'w', newline='', encoding='utf-8') for path in paths]
    sheets = [csv.writer(file) for file in files]
    for sheet in sheets:
        sheet.writerow(FIELDS.values())
    for number, row in enumerate(search_data.read_listings(listings)):
        sheets[number % DRIVERS].writerow([row[place] for place in places])
    for file in files:
        file.close()
    os.remove(listings)
    return paths


def call(server, method, path, body=None, token=None):
    request = urllib.request.Request(f'http://127.0.0.1:{server.port}/api/v1/{path}', method=method,
                                     data=None if body is None else json.dumps(body).encode(),
                                     headers={'Content-Type': 'application/json', 'Idempotency-Key': os.urandom(16).hex()})
    if token:
        request.add_header('Authorization', 'Bearer ' + token)
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.load(answer)


def metric(server, name):
    with urllib.request.urlopen(f'http://127.0.0.1:{server.ops_port}/metrics', timeout=60) as answer:
        found = re.search(rf'^{name} (\S+)$', answer.read().decode(), re.M)
    return float(found.group(1)) if found else 0


def bring_in(bench, folder, data):
    """The listings as drivers' imports make them, and a token of each driver's."""
    server = Cargod(bench.bin, data)
    tokens = []
    try:
        server.wait_until_ready()
        for number, path in enumerate(write_files(bench, folder)):
            email = f'driver{number}@cargo.example'
            told = call(server, 'POST', 'auth/register', {'email': email, 'password': 'a driver of the bench', 'role': 'driver',
                                                          'display_name': f'Driver {number}', 'locale': 'ru'})
            call(server, 'POST', 'me/agreements/terms-driver', {'version': 1}, told['access_token'])
            tokens.append(stand.access_token(told['user']['id'], 'driver'))
            subprocess.run([os.path.join(bench.bin, 'cargod'), 'import', path, '--owner', email, '--data-dir', data],
                           capture_output=True, check=True)
            os.remove(path)
            bench.say(f'file {number + 1} of {DRIVERS} is in')
        stand.psql(server.conninfo, 'vacuum analyze')
        wait_until_told(server)
        count = int(stand.psql(server.conninfo, "vacuum analyze; select count(*) from listings where status = 'published'"))
    finally:
        server.end()
    return count, tokens


def wait_until_told(server):
    """Until every import was told to whom it concerns (alerts): else the next server does that while it fills its index."""
    process.wait_until(lambda: not int(stand.psql(server.conninfo, 'select count(*) from outbox where parked_at is null')),
                       'what was imported is not told', seconds=1800, pause=1)


def wait_for(server, count):
    process.wait_until(lambda: metric(server, 'cargo_search_documents') >= count, 'the index is not filled', seconds=900,
                       pause=0.25)    # a look costs the server something, too


def wait_for_meaning(server):
    """Until the index knows what words mean: it learns that by itself once it is filled."""
    process.wait_until(lambda: metric(server, 'cargo_search_learnt_terms'), 'nothing was learnt', seconds=900, pause=0.25)


def started(bench, data, count):
    """A server that has its whole index, and how long that took from the start of the process."""
    begun = time.monotonic()
    server = Cargod(bench.bin, data)
    wait_for(server, count)
    return server, time.monotonic() - begun


def paths_of_queries():
    for query in open(search_engines.QUERIES, encoding='utf-8'):
        if not query.startswith('#'):
            name, typed, _, filters = query.rstrip('\n').split('\t')
            parts = [urllib.parse.urlencode({'q': typed})] if typed else []
            yield name, '/api/v1/search?' + '&'.join(parts + ([filters] if filters else []) + ['limit=20'])


class Client:
    def __init__(self, server):
        self.connection = http.client.HTTPConnection('127.0.0.1', server.port)

    def timed(self, path, asked=None):
        """The whole body, in milliseconds. With `asked` it is a POST of that."""
        begun = time.perf_counter()
        if asked is None:
            self.connection.request('GET', path)
        else:
            self.connection.request('POST', path, json.dumps(asked), {'Content-Type': 'application/json'})
        answer = self.connection.getresponse()
        body = answer.read()
        took = (time.perf_counter() - begun) * 1000
        if answer.status != 200:
            raise RuntimeError(f'{path}: {answer.status} {body[:300]}')
        return took, body


def asked(bench, server):
    queries = list(paths_of_queries())
    client, times, slowest = Client(server), [], {}
    for name, path in queries:    # cards come to their shelf
        client.timed(path)
    cpu = process.processor_seconds(server.pid)
    for _ in range(bench.rounds * 4):
        for name, path in queries:
            took = client.timed(path)[0]
            times.append(took)
            slowest.setdefault(name, []).append(took)
    cpu = (process.processor_seconds(server.pid) - cpu) * 1000 / len(times)
    for name, took in sorted(slowest.items(), key=lambda one: -search.percentile(one[1], 0.5))[:5]:
        bench.say(f'{name}: median {search.percentile(took, 0.5):.2f} ms')
    return {'p50_ms': search.percentile(times, 0.5), 'p99_ms': search.percentile(times, 0.99), 'server_cpu_ms': cpu}


def in_sentences(bench, server):
    """Wishes as the search page asks them, what is suggested while one types, and the picker."""
    client, told = Client(server), {}
    searches = [('/api/v1/search?' + urllib.parse.urlencode({'q': wish, 'limit': 20}), None) for wish in WISHES]
    typed = [('/api/v1/search/suggest?' + urllib.parse.urlencode({'q': text[:end], 'limit': 6}), None)
             for text in TYPED for end in range(1, len(text) + 1)]
    picks = [('/api/v1/assistant/pick', {'query': wish}) for wish in WISHES]
    for name, questions in (('wish', searches), ('suggest', typed), ('pick', picks)):
        for path, body in questions:
            client.timed(path, body)
        times = [client.timed(path, body)[0] for _ in range(bench.rounds * 4) for path, body in questions]
        told.update({f'{name}_p50_ms': search.percentile(times, 0.5), f'{name}_p99_ms': search.percentile(times, 0.99)})
    return told


def together(bench, server):
    """Queries a second of THREADS clients, each of which waits for its answer."""
    queries = [path for _, path in paths_of_queries()]
    until = time.monotonic() + bench.seconds
    counts = []

    def ask(first):
        client, count = Client(server), 0
        while time.monotonic() < until:
            client.timed(queries[(first + count) % len(queries)])
            count += 1
        counts.append(count)

    threads = [threading.Thread(target=ask, args=(i * 7,)) for i in range(THREADS)]
    begun = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return {'queries_per_s_two_clients': sum(counts) / (time.monotonic() - begun)}


def changed(server, tokens):
    """A driver changes a price: from the request until a search tells it."""
    client, times = Client(server), []
    for number in range(CHANGES):
        token = tokens[number % len(tokens)]
        mine = call(server, 'GET', 'me/listings?limit=1', token=token)['items'][0]
        price = 1_000_000_00 + number * 1_000_00 + random.randrange(1, 1000) * 100
        request = urllib.request.Request(f'http://127.0.0.1:{server.port}/api/v1/listings/{mine["id"]}', method='PATCH',
                                         data=json.dumps({'price': {'amount': price, 'currency': 'RUB'}}).encode(),
                                         headers={'Content-Type': 'application/json', 'If-Match': f'"{mine["version"]}"',
                                                  'Authorization': 'Bearer ' + token})
        path = '/api/v1/search?' + urllib.parse.urlencode({'price_from': price, 'price_to': price, 'facets': 'none'})
        begun = time.perf_counter()
        urllib.request.urlopen(request, timeout=60).read()
        while mine['id'].encode() not in client.timed(path)[1]:
            if time.perf_counter() - begun > 60:
                raise RuntimeError('a change is not found')
        times.append((time.perf_counter() - begun) * 1000)
    return {'change_found_p50_ms': search.percentile(times, 0.5), 'change_found_p99_ms': search.percentile(times, 0.99)}


def search_server(bench):
    folder = tempfile.mkdtemp(prefix='cargo-bench-')
    os.chmod(folder, 0o755)
    data = os.path.join(folder, 'data')
    told = {}
    server = None
    try:
        count, tokens = bring_in(bench, folder, data)
        told['listings'] = count
        shutil.rmtree(os.path.join(data, 'search'), ignore_errors=True)
        server, told['start_without_file_s'] = started(bench, data, count)
        told['fill_s'] = metric(server, 'cargo_search_fill_milliseconds') / 1000
        told['server_mib'] = process.resident_kib(server.pid) / 1024
        bench.say(f'filled in {told["fill_s"]:.1f} s')
        server.end()
        server, told['start_with_file_s'] = started(bench, data, count)
        told['server_mib_from_file'] = process.resident_kib(server.pid) / 1024
        wait_for_meaning(server)
        for measure in (asked, in_sentences, together, lambda _, server: changed(server, tokens)):
            more = measure(bench, server)
            told.update(more)
            bench.say(str(more))
    finally:
        if server:
            server.end()
        shutil.rmtree(folder, ignore_errors=True)
    full = bench.listings >= search.FULL
    return [Row('search_server', name, value, target=TARGETS.get(name, '') if full else '') for name, value in told.items()]


CASES = {'search_server': search_server}
