#!/usr/bin/env python3
"""Black-box tests of cargod: a client written from the API's documents plays scenarios side by side on one server.

    tests/blackbox/run.py CARGOD [SCENARIO…] [--data DIR] [--jobs N]

Every function scenario_… of a file scn_*.py is one scenario and gets a World. Scenarios whose name ends with a word of CLOCKS play
on a server of their own, of which that clock is short and every other long, so that nothing has to be quicker than a clock on the
way to it. Names choose: a part of a name is enough.
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
from world import Failure, Overtaken, Server, World  # noqa: E402

CLOCKS = {
    'payment_clock': {'payment_deadline': '2s'},
    'start_clock': {'start_deadline': '2s'},
    'arrival_clocks': {'confirmation_deadline': '2s', 'dispute_window': '3s', 'evidence_window': '1s', 'review_window': '3s'},
}
TRIES = 10                              # of a scenario that a clock has overtaken
LIMITS = {'rate_auth_per_minute': 360, 'rate_search_per_minute': 2400, 'rate_upload_per_minute': 240, 'rate_messages_per_minute': 600}


def scenarios(chosen):
    for file in sorted(glob.glob(os.path.join(here, 'scn_*.py'))):
        module = importlib.import_module(os.path.basename(file)[:-3])
        for name, function in vars(module).items():
            if name.startswith('scenario_') and (not chosen or any(c in name for c in chosen)):
                yield name[len('scenario_'):], function


def tried(function, world):
    for _ in range(TRIES - 1):
        try:
            return function(world.scene())
        except Overtaken:
            pass
    return function(world.scene())


def play(name, function, world):
    begun = time.monotonic()
    try:
        tried(function, world)
        wrong = None
    except Exception as problem:        # whatever went wrong is this scenario's failure, and the others go on
        where = traceback.extract_tb(problem.__traceback__)
        mine = [f'{os.path.basename(f.filename)}:{f.lineno} {f.name}' for f in where if '/tests/' in f.filename]
        wrong = f'{problem if isinstance(problem, Failure) else repr(problem)}\n      at ' + ' < '.join(reversed(mine[1:]))
    print(f'{"FAIL" if wrong else "ok  "} {name} ({time.monotonic() - begun:.2f} s)' + (f'\n      {wrong}' if wrong else ''), flush=True)
    return not wrong


def another_database(first, name):
    """A database beside that of the first server, in the same private cluster."""
    with open(os.path.join(first.folder, 'pg', 'postmaster.pid')) as file:
        lines = file.read().split('\n')
    port, folder = lines[3], lines[4]
    psql = sorted(glob.glob('/usr/lib/postgresql/*/bin/psql'))
    subprocess.run([psql[-1] if psql else 'psql', '-q', '-h', folder, '-p', port, '-U', 'cargo', '-d', 'postgres',
                    '-c', 'SET client_min_messages = warning', '-c', f'DROP DATABASE IF EXISTS {name}', '-c', f'CREATE DATABASE {name}'], check=True)
    return f'host={folder} port={port} user=cargo dbname={name}'


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
            worlds = {None: World(server)}
            place = lambda name: next((clock for clock in CLOCKS if name.endswith(clock)), None)
            servers = {clock: Server(options.cargod, os.path.join(folder, clock), threads=1, trusted_proxies='127.0.0.1',
                                     database_url=another_database(server, clock), **settings)
                       for clock, settings in CLOCKS.items() if any(place(name) == clock for name, _ in chosen)}
            try:
                for clock, one in servers.items():
                    worlds[clock] = World(one.start())
                with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
                    good = all(list(pool.map(lambda s: play(*s, worlds[place(s[0])]), chosen)))
                for one in (server, *servers.values()):
                    for check in ('ledger', 'audit'):
                        one.command(check, 'verify')
            finally:
                for one in servers.values():
                    one.stop()
            if not good:
                print(server.log()[-3000:])
    finally:
        if not options.data:
            shutil.rmtree(folder, ignore_errors=True)
    print(f'{len(chosen)} scenarios in {time.monotonic() - begun:.1f} s')
    return 0 if good else 1


if __name__ == '__main__':
    sys.exit(main())
