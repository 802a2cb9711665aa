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

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'client'))
from cargo_client import Client, Failure, Server, totp  # noqa: E402

CARS = 20                               # the usual 330 take minutes to paint
PASSWORD = 'cargo-demo-2026'
STATES = {'created', 'funded', 'in_transit', 'delivered', 'released', 'disputed', 'resolved_refund', 'resolved_release',
          'resolved_split', 'cancelled'}


def same(value, wanted, what):
    if value != wanted:
        raise Failure(f'{what}: {value!r}, not {wanted!r}')


def demo(server, kill_at=None):
    """Runs it, or kills it as soon as it says `kill_at`. Gives what it has said."""
    said = []
    with subprocess.Popen([server.binary, 'demo', '--cars', str(CARS)], env=server.environment, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, text=True) as run:
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


def pages(client, path):
    cursor, items = '', []
    while True:
        page = client.call('GET', f'{path}{"&" if "?" in path else "?"}limit=100' + (f'&cursor={cursor}' if cursor else ''))
        items += page['items']
        cursor = page.get('next_cursor')
        if not cursor:
            return items


class Market:
    """What people see of it when they sign in."""

    def __init__(self, server, staff_secret):
        people = {role: [Client(server.base, f'{role}{i + 1}').sign_in(f'{role}{i + 1}@demo.cargo.example', PASSWORD)
                         for i in range(count)] for role, count in (('driver', 15), ('buyer', 10))}
        same({c.user['role'] for c in people['driver']}, {'driver'}, 'drivers')
        same({c.user['role'] for c in people['buyer']}, {'buyer'}, 'buyers')
        self.cars = [car for c in people['driver'] for car in pages(c, 'me/listings')]
        self.deals = [deal for c in people['buyer'] for deal in pages(c, 'deals')]
        self.talks = [talk for c in people['buyer'] for talk in pages(c, 'conversations')]
        self.favourites = sum(len(pages(c, 'me/favourites')) for c in people['buyer'])
        self.steps = {deal['id']: pages(c, f'deals/{deal["id"]}/timeline') for c in people['buyer'] for deal in pages(c, 'deals')}
        self.reviews = sum(len(pages(c, f'users/{c.user["id"]}/reviews')) for c in people['driver'])
        if staff_secret:
            # The next code: each works once, and the demonstration may just have used this one.
            staff = Client(server.base, 'staff').sign_in('staff@demo.cargo.example', PASSWORD,
                                                            totp=totp(staff_secret, time.time() + 30))
            same(staff.user['role'], 'staff', 'staff')

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
            same(first['cars'], CARS, 'cars')
            same({d['status'] for d in market.deals}, STATES, 'deals in every state')
            for deal in market.deals:
                photographed = sum('checkpoint' in step for step in market.steps[deal['id']])
                if deal['status'] == 'released' and photographed < 3:
                    raise Failure(f'deal {deal["id"]} has {photographed} checkpoints')
            if first['reviews'] < 4 or first['talks'] < 20 or first['favourites'] < 50:
                raise Failure(f'a poor market: {first}')
            for car in market.cars:
                same(car['photo_count'], 4, f'views of {car["id"]}')
            print('  ' + server.command('ledger', 'verify').strip())
        if 'everything is there already' not in demo(server):
            raise Failure('the third run found something to do')
        with server:
            same(Market(server, None).counts(), first, 'the third run adds nothing')
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == '__main__':
    main()
