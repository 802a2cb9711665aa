#!/usr/bin/env python3
"""Kills cargod again and again while people trade on it, then looks whether anything that was acknowledged is missing.

    tests/faults/kill.py CARGOD [--kills N] [--pairs N] [--seed N] [--data DIR]

10 kills, 100 with CARGO_TEST_LONG=1, or as many as CARGO_TEST_KILLS says. The seed is printed; it draws what people do, when
and what is killed: the process, the whole machine (process, database and its sessions at once), the database alone, or a
server that has not yet started. What meets what is up to the scheduler, so a seed repeats the drawing and not the moment.
"""
import os
import signal
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from people import PATIENCE, check  # noqa: E402
from town import Town, arguments, kill_all, parent_of, play, workplace  # noqa: E402
from cargo_client import wait_until  # noqa: E402


def strike(town):
    """One kill. Afterwards the server serves again; gives how long that took."""
    kind = town.random.choices(('process', 'machine', 'database', 'start'), (5, 3, 1, 1))[0]
    wait = town.random.uniform(0.2, 1.2)
    time.sleep(wait)
    town.check_alive()
    server, postmaster = town.server, town.postmaster()
    begun = time.monotonic()
    if kind == 'database':
        kill_all([postmaster])
        wait_until('the database is another one', lambda: town.postmaster() not in (0, postmaster), PATIENCE)
        wait_until('the server answers again', town.answers, PATIENCE)
    else:
        pids = [server.process.pid]
        if kind == 'machine':
            pids += [postmaster] + [p for p in map(int, filter(str.isdigit, os.listdir('/proc'))) if parent_of(p) == postmaster]
        kill_all(pids)
        check(server.process.wait() == -signal.SIGKILL, f'cargod had ended before: {server.process.returncode}')
        if kind == 'start':
            server.launch()
            time.sleep(town.random.uniform(0, 0.7))
            check(server.process.poll() is None, f'cargod ended: {server.log()[-1000:]}')
            server.kill()
        server.start()
    took = time.monotonic() - begun
    print(f'  after {wait:.2f} s: {kind}, back in {took:.2f} s', flush=True)
    return took


def main():
    parser = arguments(__doc__)
    usual = 100 if os.environ.get('CARGO_TEST_LONG') else 10
    parser.add_argument('--kills', type=int, default=int(os.environ.get('CARGO_TEST_KILLS') or usual))
    options = parser.parse_args()
    print(f'seed {options.seed}', flush=True)

    def story(town):
        took = [strike(town) for _ in range(options.kills)]
        print(f'  {options.kills} kills, back after {sum(took) / len(took):.2f} s on average', flush=True)
    with workplace(options.data) as folder:
        return play('kills', options.seed, Town(options.cargod, folder, options.seed, options.pairs), story)


if __name__ == '__main__':
    sys.exit(main())
