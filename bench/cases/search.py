"""Search over many listings: 20 hits, the exact total and twelve facets that ignore their own filter, beside Xapian, Sphinx
and PostgreSQL on the same data and queries."""
import os
import shutil
import subprocess
import sys
import tempfile

from harness import search_engines, stand
from harness.rounds import turns
from harness.rows import Row, median

sys.path.insert(0, search_engines.FOLDER)
import random_queries    # noqa: E402

FULL = 1_000_000    # what the targets are meant for
RANDOM_QUERIES = 200
OF_PEERS = 20    # that the peers show that they count exactly too; they take their time
# Of ours, at a million. The ratio to the best peer is asked of all of them.
TARGETS = {'cpu_p50_ms': '<= 2.5 ours', 'cpu_p99_ms': '<= 5 ours', 'build_s': '<= 20 ours', 'size_mb': '<= 600 ours',
           'load_s': '<= 3 ours', 'queries_per_s_two_threads': '>= 700 ours', 'update_p99_ms': '<= 5 ours',
           'update_p99_ms_in_merge': '<= 5 ours', 'updates_not_found': '<= 0 ours', 'updates_not_found_in_merge': '<= 0 ours'}
RATIO_TARGETS = {'cpu_p50_ms': '<= 0.0334', 'p99_in_merge_to_quiet': '<= 2'}
THREADS, SECONDS = 2, 5


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def generate(bench, path):
    program = os.path.join(bench.bin, 'bench_search_generate')
    with open(path, 'wb') as out:
        subprocess.run([program, stand.CSV, search_engines.FOLDER, str(bench.listings)], stdout=out, check=True)
    bench.say(f'{bench.listings} listings, {os.path.getsize(path) / 1e6:.0f} MB')


def in_turns(bench, engines):
    """name -> every query of every counted round."""
    measured = {name: [] for name in engines}
    for number, name in turns(bench, engines):
        told = engines[name].order('round')
        if number > 0:
            measured[name] += [dict(one, query=query) for query, one in told.items()]
        bench.say(f'round {number} {name}: median {median([one["cpu_ms"] for one in told.values()]):.2f} ms')
    return measured


def figures(engines, measured):
    """name -> metric -> value"""
    return {name: {'cpu_p50_ms': percentile([one['cpu_ms'] for one in measured[name]], 0.5),
                   'cpu_p99_ms': percentile([one['cpu_ms'] for one in measured[name]], 0.99),
                   'wall_p50_ms': percentile([one['wall_ms'] for one in measured[name]], 0.5),
                   'wall_p99_ms': percentile([one['wall_ms'] for one in measured[name]], 0.99),
                   'build_s': engine.built['build_s'], 'size_mb': engine.built['size_bytes'] / 1e6}
            for name, engine in engines.items()}


def compare(bench, found):
    rows = []
    full = bench.listings >= FULL
    ours = found.pop('ours', {})
    for metric in next(iter(found.values() or [ours])):
        mine = ours.get(metric)
        for name, of_peer in found.items():
            ratio = mine / of_peer[metric] if ours else None
            rows.append(Row('search', metric, mine, of_peer[metric], name, ratio,
                            RATIO_TARGETS.get(metric, '') if ours and full else ''))
        if ours and full and metric in TARGETS:
            rows.append(Row('search', metric, mine, target=TARGETS[metric]))
    return rows


def same_facets(bench, engines, listings, folder):
    """Totals and facets of random queries beside PostgreSQL's."""
    path, short = os.path.join(folder, 'random.tsv'), os.path.join(folder, 'random_short.tsv')
    random_queries.write(path, listings, RANDOM_QUERIES)
    random_queries.write(short, listings, OF_PEERS)
    truth = engines['postgres'].order('answers ' + (path if 'ours' in engines else short))
    rows = []
    for name, engine in engines.items():
        if name == 'postgres':
            continue
        told = engine.order('answers ' + (path if name == 'ours' else short))
        wrong = [query for query, answer in told.items() if truth[query] != answer]
        if wrong:
            bench.say(f'{name} counts otherwise than PostgreSQL: {" ".join(wrong)}')
        same = len(told) - len(wrong)
        if name == 'ours':
            rows.append(Row('search', f'same_as_sql_of_{RANDOM_QUERIES}', same, target=f'>= {RANDOM_QUERIES} ours'))
        else:
            rows.append(Row('search', f'same_as_sql_of_{OF_PEERS}', None, same, name))
    return rows


def under_way(bench, engine):
    """What only ours is asked: from a file, on two threads, with updates, during a merge, by meaning. bench_engine.cpp names the orders."""
    told = {}
    for order in ('load', f'threads {THREADS} {SECONDS}', f'updates {SECONDS}', 'merge', 'meaning'):
        told.update(engine.order(order))
    if 'problem' in told:
        raise RuntimeError(told['problem'])
    full = bench.listings >= FULL
    rows = [Row('search', metric, value, target=TARGETS.get(metric, '') if full else '') for metric, value in told.items()]
    quiet, merging = told['query_p99_ms_with_updates'], told['query_p99_ms_in_merge']
    return rows + [Row('search', 'p99_in_merge_to_quiet', merging, quiet, 'no merge', merging / quiet,
                       RATIO_TARGETS['p99_in_merge_to_quiet'] if full else '')]


def search(bench):
    work = tempfile.mkdtemp(prefix='cargo-bench-')
    os.chmod(work, 0o755)
    engines = {}
    try:
        listings = os.path.join(work, 'listings.tsv')
        generate(bench, listings)
        for name, command in search_engines.known(bench.bin).items():
            if not search_engines.is_here(name, command):
                bench.say(f'{name} is missing')
                continue
            engines[name] = search_engines.Engine(command, listings, os.path.join(work, name))
            bench.say(f'{name} is built: {engines[name].built}')
        rows = compare(bench, figures(engines, in_turns(bench, engines)))
        if 'postgres' in engines:
            rows += same_facets(bench, engines, listings, work)
        if 'ours' in engines:
            rows += under_way(bench, engines['ours'])
        return rows
    finally:
        for engine in engines.values():
            engine.end()
        shutil.rmtree(work, ignore_errors=True)


CASES = {'search': search}
