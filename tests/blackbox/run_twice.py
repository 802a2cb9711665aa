#!/usr/bin/env python3
"""tools/run.sh, as ./dev run calls it: twice on the same data, on a server that runs already, from other folders.

    tests/blackbox/run_twice.py BIN

CARGO_TEST_LONG=1 loads a small demonstration too and looks for its people and deals.
"""
import os
import signal
import socket
import subprocess
import sys

here = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(here, '..', 'client'))
from cargo_client import Client, Failure, Workplace, wait_until  # noqa: E402

SCRIPT = os.path.join(here, '..', '..', 'tools', 'run.sh')
DONE = 'One whole deal, from search to payout.'


def free_port():
    with socket.socket() as one:
        one.bind(('127.0.0.1', 0))
        return one.getsockname()[1]


class Run:
    def __init__(self, folder, cwd, tour_only=False, **environment):
        self.log = os.path.join(folder, f'run-{len(os.listdir(folder))}.log')
        with open(self.log, 'wb') as log:
            self.process = subprocess.Popen(['bash', SCRIPT, binaries, os.path.join(folder, 'data'), '1' if tour_only else '0'], cwd=cwd,
                                            stdout=log, stderr=log, stdin=subprocess.DEVNULL, env={**os.environ, **environment})

    def said(self):
        with open(self.log, errors='replace') as text:
            return text.read()

    def ends(self):
        if self.process.wait(120) != 0 or DONE not in self.said():
            raise Failure(f'ended with {self.process.returncode}:\n{self.said()[-3000:]}')

    def serves(self):
        def serving():
            if self.process.poll() is not None:
                raise Failure(f'ended with {self.process.returncode}:\n{self.said()[-3000:]}')
            return 'serves on' in self.said()
        wait_until('run.sh has played and serves on', serving, 280)
        if DONE not in self.said():
            raise Failure(self.said()[-3000:])

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(60)


STATES = {'created', 'funded', 'in_transit', 'delivered', 'released', 'cancelled', 'disputed', 'resolved_refund', 'resolved_release',
          'resolved_split'}


def look_at_demonstration(base):
    """People with their sign-ins, deals in every state."""
    people = [Client(base).sign_in(f'{role}{n}@demo.cargo.example', 'cargo-demo-2026')
              for role, count in (('driver', 15), ('buyer', 10)) for n in range(1, count + 1)]
    seen = {deal['status'] for one in people for deal in one.get('deals', limit=100)['items']}
    if seen != STATES:
        raise Failure(f'no deal is {STATES - seen}')


def main():
    with Workplace() as folder:
        clean = {k: '' for k in ('DISPLAY', 'WAYLAND_DISPLAY')}
        settings = {**clean, 'CARGO_LISTEN': f'127.0.0.1:{free_port()}', 'DEMO_CARS': '24' if os.environ.get('CARGO_TEST_LONG') else '0'}
        first = Run(folder, '/', **settings)
        try:
            first.serves()
            if settings['DEMO_CARS'] != '0':
                look_at_demonstration('http://' + settings['CARGO_LISTEN'])
            Run(folder, '/tmp', tour_only=True, **settings).ends()
            Run(folder, '/var', **settings).ends()
        finally:
            first.stop()
        second = Run(folder, folder, **settings)
        try:
            second.serves()
            Run(folder, '/', tour_only=True, **settings).ends()     # the fifth: one more than there are imported cars
        finally:
            second.stop()
    print('run.sh works again and again')


if __name__ == '__main__':
    binaries = os.path.abspath(sys.argv[1])
    sys.exit(main())
