#!/usr/bin/env python3
"""cargod demo on a fresh database: killed in the middle of its deals and started again it brings the whole market, and a third time
adds nothing.

    tests/blackbox/demo.py CARGOD
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from world import Client, Server, check, same, totp  # noqa: E402

CARS = 20                               # the usual 330 take minutes to paint
PASSWORD = 'cargo-demo-2026'
STATES = {'created', 'funded', 'in_transit', 'delivered', 'released', 'disputed', 'resolved_refund', 'resolved_release',
          'resolved_split', 'cancelled'}


def demo(server, kill_at=None):
    """Runs it, or kills it as soon as it says `kill_at`. Gives what it has said."""
    said = []
    with subprocess.Popen([server.binary, 'demo', '--cars', str(CARS)], env=server.environment, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True) as run:
        for line in run.stdout:
            said.append(line)
            if kill_at and line.startswith(kill_at):
                run.kill()
                break
    text = ''.join(said)
    if kill_at:
        same(run.returncode, -9, f'killed at "{kill_at}": {text}')
    else:
        same(run.returncode, 0, f'cargod demo: {text}')
    return text


class Market:
    """What people see of it when they sign in."""

    def __init__(self, server, staff_secret):
        people = {role: [Client(server.base, f'{role}{i + 1}').sign_in(f'{role}{i + 1}@demo.cargo.example', PASSWORD)
                         for i in range(count)] for role, count in (('driver', 15), ('buyer', 10))}
        same({c.user['role'] for c in people['driver']}, {'driver'}, 'drivers')
        same({c.user['role'] for c in people['buyer']}, {'buyer'}, 'buyers')
        buyers, drivers = people['buyer'], people['driver']
        self.cars = [car for c in drivers for car in c.every('me/listings')]
        self.talks = [talk for c in buyers for talk in c.every('conversations')]
        self.favourites = sum(len(c.every('me/favourites')) for c in buyers)
        self.reviews = sum(len(c.every(f'users/{c.user["id"]}/reviews')) for c in drivers)
        self.deals, self.steps = [], {}
        for c in buyers:
            for deal in c.every('deals'):
                self.deals.append(deal)
                self.steps[deal['id']] = c.every(f'deals/{deal["id"]}/timeline')
        if staff_secret:
            # The next code: each works once, and the demonstration may just have used this one.
            staff = Client(server.base, 'staff').sign_in('staff@demo.cargo.example', PASSWORD,
                                                            totp=totp(staff_secret, time.time() + 30))
            same(staff.user['role'], 'staff', 'staff')
            waiting = {q['name']: q['count'] for q in staff.get('admin/queues')['items']}
            for queue in ('tickets', 'listing_reports', 'listings', 'edits', 'conversations', 'disputes', 'appeals'):
                check(waiting.get(queue, 0) > 0, f'{queue} has something to do: {waiting}')

    def counts(self):
        return {'cars': len(self.cars), 'deals': len(self.deals), 'talks': len(self.talks), 'favourites': self.favourites,
                'reviews': self.reviews, 'steps': sum(map(len, self.steps.values())),
                'states': sorted(d['status'] for d in self.deals)}


def main():
    folder = tempfile.mkdtemp(prefix='cargo-demo-')
    os.chmod(folder, 0o755)
    try:
        server = Server(sys.argv[1], folder, rate_api_per_minute=0, rate_auth_per_minute=0)
        demo(server, kill_at='deals: 11')
        told = demo(server)
        secret = re.search(r'totp_secret (\S+)', told)[1]
        with server:
            market = Market(server, secret)
            first = market.counts()
            print(first)
            same(first['cars'], CARS + 2, 'cars, two of them before a moderator')
            same({d['status'] for d in market.deals}, STATES, 'deals in every state')
            for deal in market.deals:
                photographed = sum('checkpoint' in step for step in market.steps[deal['id']])
                check(deal['status'] != 'released' or photographed >= 3, f'deal {deal["id"]} has {photographed} checkpoints')
            check(first['reviews'] >= 4 and first['talks'] >= 20 and first['favourites'] >= 50, f'a poor market: {first}')
            for car in (c for c in market.cars if c['status'] != 'in_review'):
                same(car['photo_count'], 4, f'views of {car["id"]}')
            print('  ' + server.command('ledger', 'verify').strip())
        check('everything is there already' in demo(server), 'the third run finds nothing to do')
        with server:
            same(Market(server, None).counts(), first, 'the third run adds nothing')
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == '__main__':
    main()
