#!/usr/bin/env python3
"""The bench: rows of case, metric, ours, peer, peer_name, ratio. docs/benchmarks.md says what each case is.

    ./dev bench [NAME...] [--json FILE] [--rounds N] [--seconds S] [--listings N] [--list]

The machine may be busy with other things: what counts are the ratios, taken between variants that run in turns.
"""
import argparse
import importlib
import pkgutil
import signal
import sys
import time

import cases
from harness import process, rows, stand


class Bench:
    """What the cases share. The stand is built when the first case asks for it."""

    def __init__(self, options):
        self.bin, self.rounds, self.alone = options.bin, options.rounds, options.alone
        self.listings = options.listings
        self.seconds = process.Alone.SECONDS if options.alone else options.seconds
        self.begun = time.monotonic()
        self._stand = None
        self._go_port = 0
        self._statements = None

    def say(self, text):
        print(f'[{time.monotonic() - self.begun:6.1f} s] {text}', file=sys.stderr, flush=True)

    @property
    def stand(self):
        if not self._stand:
            self._stand = stand.Stand(self.bin, self.say).__enter__()
        return self._stand

    @property
    def go_port(self):
        """0: there is no Go here."""
        if self._go_port == 0:
            self._go_port = self.stand.start_go()
        return self._go_port

    @property
    def statements(self):
        if not self._statements:
            self._statements = self.stand.statements()
        return self._statements

    def close(self):
        if self._stand:
            self._stand.__exit__()


def all_cases():
    found = {}
    for module in pkgutil.iter_modules(cases.__path__):
        found.update(importlib.import_module('cases.' + module.name).CASES)
    return found


def main():
    known = all_cases()
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--bin', required=True, help='the folder of the built programs')
    parser.add_argument('--json', help='write the rows to this file too')
    parser.add_argument('--rounds', type=int, default=5, help='counted rounds; one before them warms up')
    parser.add_argument('--seconds', type=float, default=4, help='of one measurement')
    parser.add_argument('--listings', type=int, default=1_000_000, help='how many the case search looks through')
    parser.add_argument('--alone', action='store_true', help='for a machine that others use: measure for less than a '
                        'second at real-time priority, then pause (root)')
    parser.add_argument('--list', action='store_true', help='print the names of the cases')
    parser.add_argument('names', nargs='*', metavar='NAME', help='cases to run; none: all')
    options = parser.parse_args()
    if options.list:
        print('\n'.join(known))
        return 0
    unknown = [name for name in options.names if name not in known]
    if unknown:
        parser.error('no such case: ' + ', '.join(unknown) + '; there are ' + ', '.join(known))
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    process.allow_many_files()
    bench = Bench(options)
    result = []
    try:
        for name in options.names or known:
            bench.say('case ' + name)
            result += known[name](bench)
    finally:
        bench.close()
    rows.print_table(result)
    if options.json:
        rows.write_json(result, options.json)
    return 0


if __name__ == '__main__':
    sys.exit(main())
