#!/usr/bin/env python3
"""Plays one whole deal against a running server, with two clients over HTTP and WebSocket, and prints every step.

    tools/tour.py http://127.0.0.1:8080 --driver EMAIL PASSWORD [--buyer EMAIL PASSWORD] [--query TEXT]

Only Python's standard library. Ends with 1 and a reason when a step does not go as it should.
"""
import argparse
import os
import sys
import time
import uuid

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'tests', 'client'))
from cargo_client import Client, Failure, Line, wait_until  # noqa: E402


def rubles(money):
    return f"{money['amount'] // 100:,}".replace(',', ' ') + ' ' + money['currency']


class Tour:
    def __init__(self, base):
        self.base, self.number, self.begun = base, 0, time.monotonic()

    def step(self, who, text):
        self.number += 1
        print(f'{self.number:3}. [{time.monotonic() - self.begun:6.2f} s] {who:7} {text}', flush=True)

    def list_a_car(self, driver, query):
        """The cars that were imported are sold, one by each tour: the driver brings another."""
        made = driver.call('POST', 'listings', {
            'brand': query, 'model': 'Alphard', 'year': 2021, 'mileage_km': 48000, 'country_from': 'JP',
            'price': {'amount': 485000000, 'currency': 'RUB'}, 'delivery_eta_days': 38, 'description': 'С аукциона, один хозяин.',
            'body_type': 'minivan', 'fuel': 'petrol', 'transmission': 'cvt', 'drive': 'awd', 'engine_cc': 2500, 'power_hp': 182,
            'color': 'white', 'photos': [driver.photo((230, 232, 235))], 'attributes': {}})
        driver.call('POST', f"listings/{made['id']}/publish", {})
        self.step('driver', f"lists another {query} {made['model']}")

    def play(self, driver_login, buyer_login, query):
        driver, buyer = Client(self.base, 'driver'), Client(self.base, 'buyer')
        driver.sign_in(*driver_login).sign_agreements()
        self.step('driver', f"signs in: {driver.user['display_name']}")
        if buyer_login:
            buyer.sign_in(*buyer_login).sign_agreements()
        else:
            buyer.register('buyer', 'Анна Т.')
        self.step('buyer', f"signs in: {buyer.user['display_name']}")
        driver_line, buyer_line = Line(self.base, driver.token), Line(self.base, buyer.token)
        self.step('both', 'hold a WebSocket')

        if not any(query.lower() in f"{c['brand']} {c['model']}".lower()
                   for c in driver.get('me/listings', status='published', limit=100)['items']):
            self.list_a_car(driver, query)

        def search():
            found = buyer.get('search', limit=50, q=query)
            return [(found, card) for card in found['items'] if card.get('driver', {}).get('id') == driver.user['id']]
        # the index follows within a moment
        found, card = wait_until(f'search finds a car of this driver for «{query}»', search)[0]
        self.step('buyer', f"searches «{query}»: {found['total']} cars in {found['took_ms']} ms, takes {card['brand']} "
                           f"{card['model']} {card['year']}, {rubles(card['price'])}")
        listing = buyer.call('GET', f"listings/{card['id']}")
        self.step('buyer', f"opens the listing, version {listing.get('version')}")

        chat = buyer.call('POST', f"listings/{card['id']}/conversations", {})
        client_id = str(uuid.uuid4())
        buyer_line.send({'type': 'message.send', 'conversation_id': chat['id'], 'client_id': client_id,
                         'body': 'Здравствуйте! Машина ещё есть? Мой номер +7 914 655-20-47, пробег 48 000 км верный?',
                         'attachments': []})
        ack = buyer_line.wait('ack', lambda f: f.get('client_id') == client_id)
        self.step('buyer', f"writes over the WebSocket; stored as number {ack['message']['seq']}, "
                           f"masked: {ack['message']['masked']}")
        heard = driver_line.wait('message', lambda f: f['message']['conversation_id'] == chat['id'])
        if '655-20-47' in heard['message']['body']:
            raise Failure('the contact was not masked')
        self.step('driver', f"reads: {heard['message']['body']}")
        driver.call('POST', f"conversations/{chat['id']}/messages",
                    {'client_id': str(uuid.uuid4()), 'body': 'Да, есть. Оформляйте сделку.', 'attachments': []})
        buyer_line.wait('message', lambda f: f['message']['sender_id'] == driver.user['id'])
        self.step('driver', 'answers over HTTP; the buyer hears it on the WebSocket')

        key = str(uuid.uuid4())
        order = {'listing_id': card['id'], 'amount': card['price'], 'delivery_place': 'Новосибирск, ул. Станционная, 60',
                 'delivery_eta_days': card['delivery_eta_days']}
        deal = buyer.call('POST', 'deals', order, key=key)
        again = buyer.call('POST', 'deals', order, key=key)
        if again['id'] != deal['id']:
            raise Failure('the same Idempotency-Key made two deals')
        self.step('buyer', f"makes deal {deal.get('number', deal['id'])}: {rubles(deal['amount'])}, fee {rubles(deal['fee'])}, "
                           f"driver receives {rubles(deal['driver_receives'])}; a repeated request gives the same deal")
        pay = buyer.call('POST', f"deals/{deal['id']}/pay", {'return_url': self.base + '/'})
        paid = buyer.pay(pay['payment']['confirmation_url'])
        if paid.status not in (200, 303):
            raise Failure(f'the provider\'s page answered {paid!r}')
        self.step('buyer', 'pays on the provider\'s page')
        self.until(buyer_line, deal, 'funded')
        self.step('bank', 'confirms the hold: the deal is funded')

        photos = [driver.photo((20 + 40 * i, 90, 160)) for i in range(2)]
        vin = listing.get('vin') or 'JTMRFREV10D012345'
        odometer = int(card['mileage_km']) + 12
        driver.call('POST', f"deals/{deal['id']}/start",
                    {'vin': vin, 'odometer_km': odometer, 'photos': photos, 'note': 'Забрал со стоянки'})
        self.until(buyer_line, deal, 'in_transit')
        self.step('driver', 'starts with VIN, odometer and two photos; the hold is captured')
        before = None
        for i, (kind, place) in enumerate([('ferry', 'Пусан'), ('border', 'Владивосток'), ('road', 'Чита')]):
            mark = driver.call('POST', f"deals/{deal['id']}/checkpoints",
                               {'client_id': str(uuid.uuid4()), 'kind': kind, 'place': place,
                                'odometer_km': odometer + 700 * (i + 1), 'photos': [photos[0]], 'note': '',
                                'device_time': time.strftime('%Y-%m-%dT%H:%M:%SZ', time.gmtime())})
            if before and mark['previous_hash'] != before:
                raise Failure('the chain of checkpoints is broken')
            before = mark['hash']
            self.step('driver', f"checkpoint {place}: {mark['hash'][:16]}…")
        driver.call('POST', f"deals/{deal['id']}/arrive", {'note': 'На месте'})
        self.step('driver', 'arrives')
        code = buyer.call('GET', f"deals/{deal['id']}").get('handover_code')
        if not code:
            raise Failure('the buyer sees no handover code')
        driver.call('POST', f"deals/{deal['id']}/confirm", {'note': '', 'code': code})
        self.until(buyer_line, deal, 'delivered')
        self.step('driver', 'hands over with the code that the buyer shows')
        buyer.call('POST', f"deals/{deal['id']}/release", {'note': 'Всё хорошо'})
        self.until(buyer_line, deal, 'released')
        self.step('buyer', 'releases the money at once')
        state = wait_until('the payout comes', lambda: (d := driver.get(f"deals/{deal['id']}"))['money_status'] == 'paid' and d)
        self.step('bank', f"pays the driver {rubles(state['driver_receives'])}")
        for client, stars, text in ((buyer, 5, 'Привёз вовремя, машина как на фото'), (driver, 5, 'Понятный покупатель')):
            client.call('POST', f"deals/{deal['id']}/reviews", {'rating': stars, 'comment': text})
        about = buyer.call('GET', f"users/{driver.user['id']}/reviews")
        self.step('both', f"review each other; the driver has {len(about['items'])} published")
        opened = buyer.call('GET', f"conversations/{chat['id']}/messages")
        if not any('655-20-47' in (m.get('body') or '') for m in opened['items']):
            raise Failure('contacts did not open after the release')
        self.step('both', 'see the contacts now: the deal is done')

    def until(self, line, deal, status):
        line.wait('deal', lambda f: f['deal']['id'] == deal['id'] and f['deal']['status'] == status)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('base')
    parser.add_argument('--driver', nargs=2, required=True, metavar=('EMAIL', 'PASSWORD'))
    parser.add_argument('--buyer', nargs=2, metavar=('EMAIL', 'PASSWORD'))
    parser.add_argument('--query', default='Toyota')
    args = parser.parse_args()
    try:
        Tour(args.base.rstrip('/')).play(args.driver, args.buyer, args.query)
    except (Failure, OSError, KeyError) as problem:
        print(f'tour: {problem!r}' if isinstance(problem, KeyError) else f'tour: {problem}', file=sys.stderr)
        return 1
    print('One whole deal, from search to payout.')
    return 0


if __name__ == '__main__':
    sys.exit(main())
