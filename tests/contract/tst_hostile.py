#!/usr/bin/python3
"""Sends what clients must not send to every operation of docs/openapi.yaml: each field of each body missing and with every wrong
value of its kind, bodies that are no JSON, path ids and query parameters that are none. What the contract forbids is refused with
a problem of the contract, nothing is ever answered with 5xx, and the server lives on."""
import collections
import os
import sys
import unittest

import samples
from contract import Contract

CARGOD, DOCUMENT, SOURCE = sys.argv[1:4]
sys.path.insert(0, os.path.join(SOURCE, 'tests', 'client'))
from cargo_client import Client, Closed, Line, Server, Workplace  # noqa: E402

# These end the session of who sends them well.
LAST_WORDS = ('POST /api/v1/auth/logout', 'DELETE /api/v1/auth/sessions', 'DELETE /api/v1/me')
DRIVERS = ('/api/v1/listings', '/start', '/checkpoints', '/arrive', '/amendments')


class Town:
    """A person of each role, and one of each thing that a path may name."""

    def __init__(self, server):
        self.staff = server.staff('admin')
        self.driver, self.buyer, self.guest = (Client(server.base).register(role, role) for role in ('driver', 'buyer', 'buyer'))
        car = self.driver.call('POST', 'listings', {
            'brand': 'Toyota', 'model': 'Camry', 'year': 2019, 'mileage_km': 48000, 'country_from': 'JP', 'delivery_eta_days': 30,
            'price': {'amount': 250000000, 'currency': 'RUB'}, 'photos': [self.driver.photo((9, 9, 9))]})
        car = self.driver.call('POST', f"listings/{car['id']}/publish")
        talk = self.buyer.call('POST', f"listings/{car['id']}/conversations", {})
        deal = self.buyer.call('POST', 'deals', {'listing_id': car['id'], 'amount': car['price'], 'delivery_place': 'Omsk',
                                                 'delivery_eta_days': 30})
        ticket = self.buyer.call('POST', 'tickets', {'subject': 'Question', 'body': 'Where?'})
        self.things = {'/api/v1/listings/': car['id'], '/api/v1/conversations/': talk['id'], '/api/v1/deals/': deal['id'],
                       '/api/v1/tickets/': ticket['id'], '/api/v1/users/': self.driver.user['id'],
                       '/api/v1/knowledge/': 'fee', '/api/v1/admin/knowledge/': 'fee'}

    def who(self, request):
        if 'x-permission' in request.operation:
            return self.staff
        if request.name in LAST_WORDS:
            return self.guest
        own = request.pattern.endswith(DRIVERS) or request.pattern.startswith('/api/v1/listings/{id}/p') or request.method == 'PATCH'
        return self.driver if own else self.buyer

    def version(self, request):
        """Of what a request would change, for If-Match."""
        if request.pattern.startswith('/api/v1/admin/knowledge/') and request.pattern.endswith('/draft'):
            draft = self.staff.get(f'admin/knowledge/{self.thing(request.pattern)}')['draft']
            request.headers['If-Match'] = f'"{draft["revision"] if draft else 0}"'
        elif 'If-Match' in request.headers and request.method in ('PATCH', 'PUT'):
            path = '/api/v1/me' if request.pattern == '/api/v1/me' else f"/api/v1/listings/{self.thing(request.pattern)}"
            request.headers['If-Match'] = f'"{self.who(request).get(path)["version"]}"'

    def thing(self, path):
        return next((ident for start, ident in self.things.items() if path.startswith(start)), samples.MISSING)


class Hostile(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.contract = Contract(DOCUMENT)
        cls.place = Workplace()
        unlimited = {f'rate_{name}_per_minute': 0 for name in ('api', 'auth', 'upload', 'search', 'messages')}
        cls.server = Server(CARGOD, os.path.join(cls.place.__enter__(), 'data'), threads=1, **unlimited).start()
        cls.town = Town(cls.server)
        cls.requests = list(samples.requests(cls.contract))
        cls.faults, cls.count, cls.seen = collections.OrderedDict(), 0, {}

    @classmethod
    def tearDownClass(cls):
        cls.server.__exit__()
        cls.place.__exit__()

    def send(self, request, what, must, path, body=None, headers=None):
        """One request; what is wrong with its answer is kept."""
        answer = self.town.who(request).request(request.method, path, data=body, headers={**request.headers, **(headers or {})})
        got = {name.lower(): text for name, text in answer.headers.items()}
        faults = self.checked(request, answer, got)
        if answer.status >= 500 or (must and not 400 <= answer.status < 500):
            faults = [f'{answer!r}'[:120], *faults]
        if faults:
            self.faults.setdefault(f'{request.name}: {what}', faults)
        type(self).count += 1
        return answer.status

    def checked(self, request, answer, got):
        """Holds an answer to the contract; one that is like another but for its request id only once."""
        key = request.name, answer.status, got.get('content-type'), answer.body.split(b'"instance"')[0][:300]
        if key not in self.seen:
            self.seen[key] = self.contract.check(request.method, request.path, answer.status, got, answer.body)
        return self.seen[key]

    def done(self):
        wrong = [f'{where}: {faults}'[:400] for where, faults in self.faults.items()]
        self.faults.clear()
        if wrong:
            self.fail('\n'.join(['', *wrong]))
        self.assertEqual(self.town.buyer.get('me')['id'], self.town.buyer.user['id'], 'the server serves on')

    def test_1_bodies(self):
        for request in self.requests:
            if request.kind != 'application/json' or 'x-webhook' in request.operation:
                continue
            path = samples.path_of(self.contract, request.pattern, request.operation, self.town.thing(request.pattern))
            kind = {'Content-Type': 'application/json'}
            statuses = collections.Counter()
            self.town.version(request)
            # What must be refused first: what may pass changes the thing.
            for broken in sorted(samples.broken_bodies(self.contract, request.schema, request.body), key=lambda b: not b.must):
                if broken.must and not broken.data and not request.operation['requestBody'].get('required'):
                    continue
                self.town.version(request) if not broken.must else None
                statuses[self.send(request, broken.what, broken.must, path, broken.data, kind)] += 1
            for other in ('text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/json, text/plain', '\xff'):
                self.send(request, f'as {other}', True, path, request.as_bytes(), {'Content-Type': other})
            if os.environ.get('VERBOSE'):
                print(request.name, dict(statuses), flush=True)
        self.done()

    def test_2_paths(self):
        for request in self.requests:
            for parameter in request.takes('path'):
                for word in samples.PATH_WORDS:
                    path = samples.path_of(self.contract, request.pattern.replace('{' + parameter['name'] + '}', word), request.operation)
                    must = word != '{id}' or request.name not in samples.MADE_BY_SENDER
                    self.send(request, f'{parameter["name"]} {word[:40]}', must, path, request.as_bytes(), {'Content-Type': request.kind or 'text/plain'})
        self.done()

    def test_3_queries(self):
        for request in self.requests:
            if request.name in LAST_WORDS:
                continue
            path = samples.path_of(self.contract, request.pattern, request.operation, self.town.thing(request.pattern))
            for parameter in request.takes('query'):
                for word in samples.QUERY_WORDS:
                    must = not samples.text_fits(self.contract, parameter['schema'], word)
                    self.send(request, f'?{parameter["name"]}={word[:40]}', must and word != '', f'{path}?{parameter["name"]}={word}')
                for times in (60, 300):     # where a word may be repeated, 50 times is the most; nothing comes 100 times
                    must = times > 100 or 'maxItems' in self.contract.resolve(parameter['schema'])
                    self.send(request, f'?{parameter["name"]} {times} times', must, path + '?' + '&'.join(f"{parameter['name']}={i + 1}" for i in range(times)))
            for query in ('?', '?&&&', '?=', '?%00=1', '?%ff=1', '?a=%', '?a=%zz', '?' + 'a' * 9000):
                self.send(request, query[:40], query.startswith(('?%00', '?%ff', '?a=%', '?aa')), path + query)
        self.done()

    def test_4_headers(self):
        for request in self.requests:
            if request.name in LAST_WORDS:
                continue
            path = samples.path_of(self.contract, request.pattern, request.operation)
            for name, text in (('Idempotency-Key', 'with blanks'), ('Idempotency-Key', 'k' * 500), ('If-Match', '"'), ('If-Match', 'W/"99999999999999999999"'),
                               ('If-None-Match', '"' * 300), ('Authorization', 'Bearer ' + 'a' * 3000), ('Authorization', 'Basic YTpi'),
                               ('Authorization', 'Bearer v1.\xff'), ('Accept-Language', ',;q=,' * 100), ('traceparent', '\xff' * 55), ('Range', 'bytes=9-1')):
                must = name == 'Authorization' and request.operation.get('security') != []
                self.send(request, f'{name}: {text[:40]}', must, path, request.as_bytes(), {'Content-Type': request.kind or 'text/plain', name: text})
        self.done()

    # Frames that break the protocol itself are those of tst_ws_attacks.
    def test_5_frames(self):
        frames = self.contract.operations['GET', '/ws']['x-websocket']
        said = {self.contract.resolve(ref)['properties']['type']['const']: ref for ref in frames['server']}
        # What is no frame at all waits for a better one until the time for signing in is over: all of them side by side.
        auth, unsigned = frames['client'][0], []
        for broken in samples.broken_bodies(self.contract, auth, samples.value(self.contract, auth)):
            unsigned.append((broken.what, Line(self.server.base, authenticate=False)))
            unsigned[-1][1].send(broken.data)
        for ref in frames['client'][1:]:
            line = self.line()
            for broken in samples.broken_bodies(self.contract, ref, samples.value(self.contract, ref)):
                where = f"{ref['$ref'].split('/')[-1]}: {broken.what}"
                line.send(broken.data)
                line.frames.clear()
                try:
                    heard = list(line.settle())
                except Closed as closed:
                    line = self.line()
                    if closed.code not in (1003, 1007, 1009):
                        self.faults[where] = [f'closed with {closed.code}']
                    continue
                faults = [fault for frame in heard for fault in self.contract.faults(said[frame['type']], frame)]
                if broken.must and not any(frame['type'] == 'error' for frame in heard):
                    faults.append(f'was not refused: {heard}'[:200])
                if faults:
                    self.faults[where] = faults
        for what, line in unsigned:
            code = line.closing()
            if code not in (1003, 1007, 1009, 4401):
                self.faults[f'auth: {what}'] = [f'closed with {code}']
        self.done()

    def line(self):
        return Line(self.server.base, self.town.buyer.token)

    def test_6_books_and_log(self):
        for book in ('ledger', 'audit'):
            self.server.command(book, 'verify')
        log = self.server.log()
        for word in ('"internal"', 'http.exception', 'runtime error', 'Sanitizer'):
            self.assertNotIn(word, log)
        print(f'{self.count} requests', file=sys.stderr)


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1] + sys.argv[4:], warnings='ignore')
