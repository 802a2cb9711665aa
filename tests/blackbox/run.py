#!/usr/bin/env python3
"""Black-box tests of cargod: a client written from the API's documents plays scenarios side by side on one server.

    tests/blackbox/run.py CARGOD [SCENARIO…] [--data DIR] [--jobs N]

Every function scenario_… of a file scn_*.py is one scenario and gets a World. Scenarios whose name ends with _clocks play on
a second server, whose deadlines are seconds. Names choose: a part of a name is enough.
"""
import argparse
import concurrent.futures
import glob
import importlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
import traceback

here = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, here)
from world import Failure, Server, World  # noqa: E402

CLOCKS = {'payment_deadline': '2s', 'start_deadline': '2s', 'confirmation_deadline': '2s', 'dispute_window': '2s',
          'evidence_window': '1s', 'review_window': '2s'}
LIMITS = {'rate_auth_per_minute': 360, 'rate_search_per_minute': 2400, 'rate_upload_per_minute': 240, 'rate_messages_per_minute': 600}


def scenarios(chosen):
    for file in sorted(glob.glob(os.path.join(here, 'scn_*.py'))):
        module = importlib.import_module(os.path.basename(file)[:-3])
        for name, function in vars(module).items():
            if name.startswith('scenario_') and (not chosen or any(c in name for c in chosen)):
                yield name[len('scenario_'):], function


def play(name, function, world):
    begun = time.monotonic()
    try:
        function(world)
        wrong = None
    except Exception as problem:        # whatever went wrong is this scenario's failure, and the others go on
        where = traceback.extract_tb(problem.__traceback__)
        mine = [f'{os.path.basename(f.filename)}:{f.lineno} {f.name}' for f in where if '/tests/' in f.filename]
        wrong = f'{problem if isinstance(problem, Failure) else repr(problem)}\n      at ' + ' < '.join(reversed(mine[1:]))
    print(f'{"FAIL" if wrong else "ok  "} {name} ({time.monotonic() - begun:.2f} s)' + (f'\n      {wrong}' if wrong else ''), flush=True)
    return not wrong


def second_database(first):
    """A database beside that of the first server, in the same private cluster."""
    with open(os.path.join(first.folder, 'pg', 'postmaster.pid')) as file:
        lines = file.read().split('\n')
    port, folder = lines[3], lines[4]
    psql = sorted(glob.glob('/usr/lib/postgresql/*/bin/psql'))
    subprocess.run([psql[-1] if psql else 'psql', '-q', '-h', folder, '-p', port, '-U', 'cargo', '-d', 'postgres',
                    '-c', 'DROP DATABASE IF EXISTS clocks', '-c', 'CREATE DATABASE clocks'], check=True)
    return f'host={folder} port={port} user=cargo dbname=clocks'


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('cargod')
    parser.add_argument('names', nargs='*')
    parser.add_argument('--jobs', type=int, default=12)
    parser.add_argument('--data', help='a folder to use and keep; the next run starts faster on it')
    options = parser.parse_args()
    chosen = list(scenarios(options.names))
    if not chosen:
        sys.exit('no such scenario')
    folder = options.data or tempfile.mkdtemp(prefix='cargo-blackbox-')
    os.makedirs(folder, exist_ok=True)
    os.chmod(folder, 0o755)             # the database runs as an unprivileged user when we are root
    begun = time.monotonic()
    good = False
    try:
        with Server(options.cargod, os.path.join(folder, 'main'), threads=2, trusted_proxies='127.0.0.1',
                    **LIMITS) as server:
            print(f'serving after {time.monotonic() - begun:.1f} s', flush=True)
            worlds = {False: World(server)}
            clocks = None
            if any(name.endswith('_clocks') for name, _ in chosen):
                clocks = Server(options.cargod, os.path.join(folder, 'clocks'), threads=1, database_url=second_database(server),
                                trusted_proxies='127.0.0.1', **CLOCKS).start()
                worlds[True] = World(clocks)
            try:
                with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
                    good = all(list(pool.map(lambda s: play(*s, worlds[s[0].endswith('_clocks')].scene()), chosen)))
                for one in filter(None, (server, clocks)):
                    for check in ('ledger', 'audit'):
                        one.command(check, 'verify')
            finally:
                if clocks:
                    clocks.stop()
            if not good:
                print(server.log()[-3000:])
    finally:
        if not options.data:
            shutil.rmtree(folder, ignore_errors=True)
    print(f'{len(chosen)} scenarios in {time.monotonic() - begun:.1f} s')
    return 0 if good else 1


if __name__ == '__main__':
    sys.exit(main())
