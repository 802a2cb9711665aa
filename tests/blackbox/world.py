"""What every black-box scenario stands on: people, cars and deals on one running cargod, and strict looks at answers.

Written from the API's documents alone. A difference between them and the server is a defect of the server.
"""
import datetime
import itertools
import os
import random
import re
import sys
import threading
import uuid

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'client'))
from cargo_client import Client, Failure, Line, Server, jpeg, png, totp, wait_until, webp  # noqa: E402,F401

UUID7 = re.compile(r'^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$')
TIME = re.compile(r'^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$')
TRACE = re.compile(r'^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$')


# ---------------------------------------------------------------------------------------------------------- looks

def check(condition, what):
    if not condition:
        raise Failure(what)


def same(actual, expected, what):
    if actual != expected or type(actual) is not type(expected):
        raise Failure(f'{what}: {actual!r}, expected {expected!r}')


def status(answer, expected, what=''):
    if answer.status not in (expected if isinstance(expected, tuple) else (expected,)):
        raise Failure(f'{what}: expected {expected}, came {answer!r}')
    return answer


def problem(answer, expected, code=None, field=None):
    """A refusal as RFC 9457 and api.md say; gives its body."""
    status(answer, expected, f'refusal {code or ""}')
    same(answer.headers.get('Content-Type', '').split(';')[0], 'application/problem+json', 'content type of a refusal')
    body = answer.json
    for name in ('type', 'title', 'detail', 'code'):
        check(isinstance(body.get(name), str), f'a problem has the text "{name}": {body}')
    same(body.get('status'), answer.status, 'status inside the problem')
    check(re.fullmatch('[a-z][a-z0-9_]*', body['code']), f'code is snake_case: {body["code"]}')
    if code:
        check(body['code'] in (code if isinstance(code, tuple) else (code,)), f'code {body["code"]}, expected {code}: {body}')
    if field:
        errors = body.get('errors') or []
        check(any(e.get('field') == field and e.get('code') and e.get('message') for e in errors),
              f'errors[] names {field}: {body}')
    return body


def is_money(value, what='money'):
    check(isinstance(value, dict) and set(value) == {'amount', 'currency'} and type(value['amount']) is int
          and re.fullmatch('[A-Z]{3}', value['currency']), f'{what} is a money object: {value!r}')
    return value


def is_time(value, what='time'):
    check(isinstance(value, str) and TIME.match(value), f'{what} is RFC 3339 in UTC: {value!r}')
    return value


def is_id(value, what='id'):
    check(isinstance(value, str) and UUID7.match(value), f'{what} is a UUIDv7: {value!r}')
    return value


def walk_times(value, path=''):
    """Every field named *_at, *_until, deadline… in an answer is a time in UTC; every amount stands in a money object."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name.endswith('_at') and inner is not None:
                is_time(inner, path + '.' + name)
            walk_times(inner, path + '.' + name)
    elif isinstance(value, list):
        for inner in value:
            walk_times(inner, path + '[]')


def rare_word(first):
    """A word that nobody else says; without digits, which the filter may take for a telephone."""
    return first + ''.join(chr(ord('a') + int(digit, 16)) for digit in uuid.uuid4().hex[:10])


def rub(amount):
    return {'amount': amount, 'currency': 'RUB'}


def half_even(numerator, denominator):
    whole, rest = divmod(numerator, denominator)
    return whole + (2 * rest > denominator or (2 * rest == denominator and whole % 2 == 1))


def fee(amount, basis_points=250, minimum=500000):
    """Commission of domain.md: max(rate × amount, minimum), half-even, never above the amount."""
    return min(amount, max(half_even(amount * basis_points, 10000), minimum))


def now():
    return datetime.datetime.now(datetime.timezone.utc)


def moment(text):
    return datetime.datetime.fromisoformat(text.replace('Z', '+00:00'))


def refuse_stranger(client, calls):
    """To somebody else the thing does not exist: 404, not 403, whatever he sends."""
    for method, path, body in calls:
        problem(client.request(method, path, body), 404, 'not_found')


VIN = 'JTMHV05J604012345'


# --------------------------------------------------------------------------------------------------------- people

class World:
    """One server and what one scenario makes on it; scenes of the same server share its staff."""

    counter = itertools.count()

    def __init__(self, server):
        self.server, self.base = server, server.base
        self.lock, self.made_staff, self.couple = threading.Lock(), {}, None

    def scene(self):
        """The same server for another scenario, with a couple of its own."""
        made = World(self.server)
        made.lock, made.made_staff = self.lock, self.made_staff
        return made

    def client(self, name='', locale='ru'):
        """Everybody comes from an address of his own: limits are by address, and the server trusts this proxy."""
        made = Client(self.base, name, locale)
        made.address = f'10.{random.randrange(256)}.{random.randrange(256)}.{random.randrange(1, 255)}'
        made.headers = {'X-Forwarded-For': made.address}
        return made

    def buyer(self, name='Анна Т.', **more):
        return self.client('buyer').register('buyer', name, **more)

    def driver(self, name='Павел С.', **more):
        return self.client('driver').register('driver', name, **more)

    def staff(self, permission='admin'):
        """One member of staff for each permission, shared by the scenarios (each look makes a client of its own)."""
        with self.lock:
            if permission not in self.made_staff:
                self.made_staff[permission] = self.server.staff(permission)
            known = self.made_staff[permission]
        mine = self.client(permission)
        mine.token, mine.user, mine.email = known.token, known.user, known.email
        return mine

    def line(self, client, **more):
        return Line(self.base, client.token, **more)

    # -- cars
    def car(self, **fields):
        return {'brand': 'Toyota', 'model': 'RAV4', 'year': 2019, 'mileage_km': 48000, 'country_from': 'JP',
                'price': rub(250000000), 'delivery_eta_days': 30, 'description': 'Один хозяин, аукционный лист на руках.',
                'body_type': 'suv', 'fuel': 'petrol', 'transmission': 'cvt', 'drive': 'awd', 'engine_cc': 1986,
                'power_hp': 149, 'color': 'white', 'photos': [], 'attributes': {}, **fields}

    def color(self):
        n = next(self.counter)
        return (n * 37 % 256, n * 91 % 256, random.randrange(256))

    def listing(self, driver, publish=True, **fields):
        car = self.car(**fields)
        car['photos'] = car['photos'] or [driver.photo(self.color())]
        made = driver.call('POST', 'listings', car, expect=201)
        if not publish:
            return made
        done = driver.call('POST', f"listings/{made['id']}/publish", {}, expect=200)
        same(done['status'], 'published', 'status after publishing')
        return done

    # -- deals
    def pair(self, **fields):
        """The scenario's one buyer and one driver (a registration costs a password hash), and another car."""
        self.couple = self.couple or (self.buyer(), self.driver())
        return (*self.couple, self.listing(self.couple[1], **fields))

    def order(self, listing, **fields):
        return {'listing_id': listing['id'], 'amount': listing['price'], 'delivery_place': 'Новосибирск, Станционная, 60',
                'delivery_eta_days': listing['delivery_eta_days'], **fields}

    def deal(self, state='created', **fields):
        """A Deal of the couple about a new car, brought to a state along the happy way."""
        buyer, driver, listing = self.pair(**fields)
        deal = Deal(self, buyer, driver, listing)
        for name in ('funded', 'in_transit', 'arrived', 'delivered', 'released'):
            if state == 'created':
                break
            getattr(deal, 'to_' + name)()
            if name == state:
                break
        return deal


class Overtaken(Failure):
    """A clock of the deal was faster than this machine: another deal may be quicker."""


class Deal:
    def __init__(self, world, buyer, driver, listing, **order):
        self.world, self.buyer, self.driver, self.listing = world, buyer, driver, listing
        made = buyer.call('POST', 'deals', world.order(listing, **order), expect=201)
        self.id, self.path, self.made = made['id'], f"deals/{made['id']}", made

    def now(self, who=None):
        return (who or self.buyer).get(self.path)

    def check_not_overtaken(self):
        """Called where the deal is not in the state that it was brought to."""
        last = [e for e in self.buyer.get(f'{self.path}/timeline', limit=100)['items'] if e['actor'] != 'provider'][-1]
        if last['actor'] == 'clock':
            raise Overtaken(f'{last["event"]} of deal {self.id} was faster')

    def post(self, who, verb, body, expect=200):
        answer = who.request('POST', f'{self.path}/{verb}', body)
        if answer.status == 409 != expect:
            self.check_not_overtaken()
        return status(answer, expect, f'{who.name} POST {self.path}/{verb}').json

    def until(self, state, seconds=60, field='status'):
        def reached():
            deal = self.now()
            if field == 'status' and deal['status'] in ('cancelled', 'released') and deal['status'] != state:
                self.check_not_overtaken()
            return deal[field] == state and deal
        return wait_until(f'deal {self.id} is {state}', reached, seconds)

    def until_money(self, state, seconds=60):
        return self.until(state, seconds, 'money_status')

    def checkout(self):
        """The address of the sandbox's page."""
        return self.post(self.buyer, 'pay', {'return_url': self.world.base + '/'})['payment']['confirmation_url']

    def start_body(self, **fields):
        return {'vin': self.listing.get('vin') or VIN, 'odometer_km': self.listing['mileage_km'] + 12,
                'photos': [self.driver.photo(self.world.color())], 'note': 'Забрал со стоянки', **fields}

    def to_funded(self):
        status(self.buyer.pay(self.checkout()), (200, 303), 'the page of the sandbox')
        return self.until('funded')

    def to_in_transit(self):
        return self.post(self.driver, 'start', self.start_body())

    def checkpoint(self, **fields):
        return self.post(self.driver, 'checkpoints', {
            'client_id': str(uuid.uuid4()), 'kind': 'road', 'place': 'Чита', 'odometer_km': self.listing['mileage_km'] + 900,
            'photos': [], 'note': '', 'device_time': now().strftime('%Y-%m-%dT%H:%M:%SZ'), **fields}, expect=201)

    def to_arrived(self):
        return self.post(self.driver, 'arrive', {'note': 'На месте'})

    def to_delivered(self):
        return self.post(self.buyer, 'confirm', {'note': 'Принял'})

    def to_released(self):
        return self.post(self.buyer, 'release', {'note': 'Всё хорошо'})
