#!/usr/bin/python3
"""Drives a real server through every operation of docs/openapi.yaml and holds each answer to it: the status is documented
and the body is valid, good answers and refusals alike. An operation that nobody called well fails the test."""
import glob
import hashlib
import json
import os
import sys
import time
import unittest
import uuid

from contract import Contract

CARGOD, DOCUMENT, SOURCE = sys.argv[1:4]
sys.path.insert(0, os.path.join(SOURCE, 'tests', 'client'))
import cargo_client  # noqa: E402
from cargo_client import Client, Server, Workplace, png, totp, wait_until  # noqa: E402

# Operations that cannot succeed here, and why.
NEVER_WELL = {
    'paymentWebhook': 'only the provider can sign',
    'kycWebhook': 'only the provider can sign',
    'retryMoney': 'no step of the money fails here',
    'webSocket': 'its frames are looked at instead',
}
PASSWORD = 'blue harbour 42'
MISSING = '0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b'


class Line(cargo_client.Line):
    """A WebSocket whose frames are held to the contract."""
    world = None

    def take(self, seconds):
        frame = super().take(seconds)
        schema = Line.world.frames.get(frame.get('type'))
        faults = Line.world.contract.faults(schema, frame) if schema else ['a frame that is not documented']
        Line.world.seen_frames.add(frame.get('type'))
        Line.world.complain(f"frame {frame.get('type')}", faults)
        return frame


class World:
    """The server, its contract, and what was seen so far."""

    def __init__(self):
        self.contract = Contract(DOCUMENT)
        self.faults, self.well = {}, set()
        refs = self.contract.operations['GET', '/ws']['x-websocket']['server']
        self.frames = {self.contract.resolve(r)['properties']['type']['const']: r for r in refs}
        self.seen_frames, Line.world = set(), self
        self.workplace = Workplace()
        unlimited = {f'rate_{name}_per_minute': 0 for name in ('api', 'auth', 'upload', 'search')}
        self.server = Server(CARGOD, os.path.join(self.workplace.__enter__(), 'data'), threads=1, kyc='manual',
                             moderate_first_listings=0, four_eyes_minor=CAR['price']['amount'], **unlimited).start()
        self.base = self.server.base

    def stop(self):
        self.server.__exit__()
        self.workplace.__exit__()

    def complain(self, where, faults):
        if faults:
            self.faults.setdefault(where, set()).update(faults)

    def mailed_code(self, address, number):
        """The six digits of the mail with this number, counted for its receiver."""
        def found():
            mails = []
            for name in sorted(glob.glob(os.path.join(self.server.folder, 'mail', '*.eml'))):
                with open(name, encoding='utf-8') as mail:
                    mails += [text for text in [mail.read()] if address in text]
            words = mails[number - 1].replace('.', ' ').split() if len(mails) >= number else []
            return next((word for word in words if word.isdigit() and len(word) == 6), None)
        return wait_until(f'mail {number} for {address}', found)


class Caller(Client):
    """One person. Every answer is held to the contract; what succeeds with an Idempotency-Key is repeated, once for each
    operation."""

    def __init__(self, world, base=None):
        super().__init__(base or world.base, locale='en')
        self.world = world

    def send(self, method, path, body=None, headers=None, data=None, **more):
        """The plain exchange, whatever comes: (status, headers, bytes)."""
        answer = self.request(method, path, body, data=data, headers=headers, key=None, **more)
        path = path[len(self.base):] if path.startswith(self.base) else path if path.startswith('/') else '/api/v1/' + path
        got = {name.lower(): value for name, value in answer.headers.items()}
        faults = self.world.contract.check(method, path, answer.status, got, answer.body)
        self.world.complain(f'{method} {path} → {answer.status}', faults)
        if answer.status < 400:
            self.world.well.add(self.world.contract.find(method, path))
        return answer.status, got, answer.body

    def takes_key(self, method, path):
        full = path.replace(self.base, '') if path.startswith(('/', 'http')) else '/api/v1/' + path
        found = self.world.contract.find(method, full)
        operation = self.world.contract.operations.get(found, {})
        return found, any(self.world.contract.resolve(p)['name'] == 'Idempotency-Key' for p in operation.get('parameters', []))

    def call(self, method, path, body=None, headers=None, data=None, **_):
        """Must succeed."""
        headers = dict(headers or {})
        found, takes_key = self.takes_key(method, path)
        first = found not in self.world.well
        if takes_key:
            headers.setdefault('Idempotency-Key', str(uuid.uuid4()))
        status, got, content = self.send(method, path, body, headers, data)
        if status >= 400:
            raise AssertionError(f'{method} {path} → {status} {content[:600].decode(errors="replace")}')
        if takes_key and first:
            self.repeat(found, (method, path, body, headers, data), status, content)
        is_json = got.get('content-type', '').startswith('application/json')
        return json.loads(content) if is_json and content else content

    def repeat(self, found, request, status, content):
        method, path, body, headers, data = request
        again, got, same = self.send(method, path, body, headers, data)
        where = f'{found[0]} {found[1]} again'
        tokens = found[1].startswith('/api/v1/auth/')   # made anew, never stored
        if again != status or (same != content and not tokens):
            self.world.complain(where, [f'{again} {same[:200]} instead of {status} {content[:200]}'])
        elif not tokens and got.get('idempotency-replayed') != 'true':
            self.world.complain(where, ['no Idempotency-Replayed'])
        if data is None and not tokens:
            other, _, problem = self.send(method, path, {**(body or {}), 'another': 1}, headers)
            if other != 422 or b'idempotency_key_reused' not in problem:
                self.world.complain(where, [f'with another body: {other} {problem[:200]}'])

    def refused(self, expected, method, path, body=None, headers=None, data=None):
        """Must be refused so."""
        status, _, content = self.send(method, path, body, headers, data)
        if status != expected:
            self.world.complain(f'{method} {path}', [f'{status} instead of {expected}: {content[:300].decode(errors="replace")}'])
        return json.loads(content) if content[:1] == b'{' else {}

    def login(self, password, **more):
        self.token = None
        return self.sign_in(self.email, password, **more)

    def join(self, role, name):
        return self.register(role, name, f'{name.lower()}@example.org', PASSWORD)

    def upload(self, picture, media_type='image/png', path='media'):
        boundary = uuid.uuid4().hex
        head = (f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="p.png"\r\n'
                f'Content-Type: {media_type}\r\n\r\n')
        return self.call('POST', path, data=head.encode() + picture + f'\r\n--{boundary}--\r\n'.encode(),
                         headers={'Content-Type': f'multipart/form-data; boundary={boundary}'})

    def picture(self, color):
        return self.upload(png(64, 48, color))['id']


CAR = {'brand': 'Toyota', 'model': 'Camry', 'year': 2020, 'mileage_km': 48000, 'country_from': 'JP',
       'price': {'amount': 240000000, 'currency': 'RUB'}, 'delivery_eta_days': 30, 'description': 'One owner.',
       'body_type': 'sedan', 'fuel': 'petrol', 'transmission': 'automatic', 'drive': 'fwd', 'engine_cc': 2500,
       'power_hp': 181, 'color': 'white', 'attributes': {'right_hand_drive': True, 'auction_grade': '4.5', 'seats': 5}}


class Answers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.world = World()
        cls.guest = Caller(cls.world)

    @classmethod
    def tearDownClass(cls):
        cls.world.stop()

    def setUp(self):
        self.world.faults.clear()

    def tearDown(self):
        lines = [f'{where}: {fault}' for where, faults in self.world.faults.items() for fault in sorted(faults)]
        self.assertFalse(lines, '\n' + '\n'.join(lines[:60]))

    # The tests run in the order of their names and build on one another: one market, one story.

    def test_01_accounts(self):
        world = self.world
        buyer = type(self).buyer = Caller(world).join('buyer', 'Anna')
        driver = type(self).driver = Caller(world).join('driver', 'Pavel')
        again = {'email': buyer.email, 'password': PASSWORD, 'role': 'buyer', 'display_name': 'A'}
        buyer.refused(409, 'POST', 'auth/register', again)
        self.guest.refused(401, 'POST', 'auth/login', {'email': buyer.email, 'password': 'not the password'})
        other = Caller(world)
        other.email = buyer.email
        other.login(PASSWORD)
        self.assertEqual(len(buyer.call('GET', 'auth/sessions')['items']), 2)
        here = next(s for s in other.call('GET', 'auth/sessions')['items'] if s['current'])
        buyer.call('DELETE', f"auth/sessions/{here['id']}")
        wait_until('the session ends', lambda: other.send('GET', 'me')[0] == 401)
        buyer.call('DELETE', 'auth/sessions')
        again = buyer.call('POST', 'auth/login', {'email': buyer.email, 'password': PASSWORD})
        self.guest.call('POST', 'auth/refresh', {'refresh_token': again['refresh_token']})
        self.guest.refused(401, 'POST', 'auth/refresh', {'refresh_token': again['refresh_token']})
        self.guest.refused(401, 'POST', 'auth/logout', {'refresh_token': 'nothing'})
        buyer.call('POST', 'auth/verify/send')
        buyer.refused(422, 'POST', 'auth/verify', {'code': '000000'})
        buyer.call('POST', 'auth/verify', {'code': world.mailed_code(buyer.email, 2)})

        lost = Caller(world).join('buyer', 'Lost')
        lost.call('POST', 'auth/password/forgot', {'email': lost.email})
        lost.refused(422, 'POST', 'auth/password/reset', {'email': lost.email, 'code': '000000', 'password': PASSWORD + '!'})
        # The newest mail may still be the one of the registration.
        reset = {'email': lost.email, 'password': PASSWORD + '!'}
        lost.token = None
        lost.call('POST', 'auth/password/reset', {**reset, 'code': world.mailed_code(lost.email, 2)})
        lost.login(PASSWORD + '!')
        secret = lost.call('POST', 'auth/totp/enable', {'password': PASSWORD + '!'})['secret']
        lost.refused(422, 'POST', 'auth/totp/confirm', {'code': '000000'})
        lost.call('POST', 'auth/totp/confirm', {'code': totp(secret)})
        lost.refused(401, 'POST', 'auth/login', {'email': lost.email, 'password': PASSWORD + '!'})
        lost.call('POST', 'auth/logout', {})

        me, tag = buyer.call('GET', 'me'), buyer.send('GET', 'me')[1]['etag']
        self.assertEqual(buyer.send('GET', 'me', headers={'If-None-Match': tag})[0], 304)
        buyer.call('PATCH', 'me', {'about': 'I look for a Camry.'}, {'If-Match': f'"{me["version"]}"'})
        buyer.refused(412, 'PATCH', 'me', {'about': 'Too late.'}, {'If-Match': tag})
        self.assertEqual(buyer.call('GET', 'me/closure'), {'blockers': [], 'request': None})
        buyer.call('GET', 'me/export')
        buyer.call('POST', 'me/export')
        ready = wait_until('the archive is ready', lambda: [s for s in [buyer.call('GET', 'me/export/archive')] if 'download' in s])
        self.assertTrue(buyer.call('GET', ready[0]['download']).startswith(b'PK'))
        self.guest.refused(401, 'GET', ready[0]['download'])
        self.assertEqual(buyer.refused(429, 'POST', 'me/export')['code'], 'rate_limited')
        buyer.call('GET', 'me/notification-settings')
        buyer.call('PUT', 'me/notification-settings', {'chat': {'mail': False}})
        buyer.refused(422, 'PUT', 'me/notification-settings', {'weather': {}})
        self.guest.call('GET', f"users/{driver.user['id']}")
        buyer.call('POST', f"users/{driver.user['id']}/report", {'reason': 'other', 'text': 'Only a test.'})
        buyer.refused(409, 'POST', f"users/{buyer.user['id']}/report", {'reason': 'other'})

    def test_02_staff(self):
        added = self.world.server.command('staff', 'add', '--email', 'staff@example.org', '--password', PASSWORD,
                                          '--permission', 'admin')
        secret = added.split('totp_secret ')[1].split()[0]
        staff = type(self).admin = Caller(self.world)
        staff.email = 'staff@example.org'
        self.guest.refused(401, 'POST', 'auth/login', {'email': staff.email, 'password': PASSWORD})
        self.guest.refused(422, 'POST', 'auth/login', {'email': staff.email, 'password': PASSWORD, 'totp': '000000'})
        staff.login(PASSWORD, totp=totp(secret))
        staff.refused(422, 'POST', 'auth/step-up', {'totp': '000000'})
        staff.call('POST', 'auth/step-up', {'totp': totp(secret, time.time() + 30)})
        self.confirm_driver()
        self.hand_in(self.buyer)
        staff.call('POST', f"admin/queues/kyc/{staff.call('GET', 'admin/queues/kyc')['items'][0]['id']}/decide", {'decision': 'approve'})
        bad = Caller(self.world).join('buyer', 'Bad')
        self.assertEqual(len(staff.call('GET', 'admin/users?q=bad&limit=1')['items']), 1)
        staff.call('GET', f"admin/users/{bad.user['id']}")
        staff.call('POST', f"admin/users/{bad.user['id']}/ban", {'reason': 'A test of bans.'})
        staff.refused(409, 'POST', f"admin/users/{bad.user['id']}/ban", {'reason': 'A test of bans.'})
        wait_until('it happens', lambda: bad.send('GET', 'me')[0] in (401, 403))
        self.guest.refused(403, 'POST', 'auth/login', {'email': bad.email, 'password': PASSWORD})
        staff.call('POST', f"admin/users/{bad.user['id']}/unban", {'reason': 'A test of bans.'})
        bad.login(PASSWORD)
        bad.call('DELETE', 'me')
        for path in ('admin/users', 'admin/ledger', 'admin/queues/disputes'):
            self.buyer.refused(403, 'GET', path)
        self.assertEqual(staff.refused(409, 'POST', f'admin/deals/{self.new_deal()["id"]}/retry-money')['code'], 'state_conflict')

    def hand_in(self, who):
        application = who.call('POST', 'kyc/applications')
        path = f"kyc/applications/{application['id']}"
        who.call('POST', 'kyc/applications')    # the same one
        who.refused(422, 'POST', f'{path}/submit')
        for kind in application['needed']:
            who.upload(png(800, 620, (90, 120, 80)), path=f'{path}/documents?kind={kind}')
        who.call('POST', f'{path}/submit')
        return path

    def confirm_driver(self):
        driver, staff = self.driver, self.admin
        driver.refused(404, 'GET', 'kyc/applications/current')
        path = self.hand_in(driver)
        self.buyer.refused(404, 'POST', f'{path}/submit')
        driver.call('GET', 'kyc/applications/current')
        waiting = staff.call('GET', 'admin/queues/kyc')['items'][0]
        staff.call('POST', f"admin/queues/kyc/{waiting['id']}/claim")
        staff.refused(404, 'POST', f'admin/queues/kyc/{MISSING}/claim')
        self.assertEqual(len(staff.call('POST', f"admin/queues/kyc/{waiting['id']}/viewing")['viewers']), 1)
        staff.call('POST', f"admin/queues/kyc/{waiting['id']}/assign", {'staff_id': staff.user['id']})
        staff.call('POST', f"admin/queues/kyc/{waiting['id']}/snooze", {'until': '2020-01-01T00:00:00Z'})
        order = {'items': [waiting['id'], MISSING], 'action': 'claim', 'dry_run': True}
        self.assertEqual([line['done'] for line in staff.call('POST', 'admin/queues/kyc/bulk', order)['items']].count(True), 1)
        staff.refused(403, 'GET', 'admin/queues/weather')
        staff.refused(422, 'GET', 'admin/queues/kyc?sort=weather')
        case = staff.call('GET', f"admin/kyc/applications/{waiting['id']}")
        first = case['documents'][0]['id']
        look = f"admin/kyc/applications/{waiting['id']}/documents/{first}/reveal"
        self.assertTrue(staff.call('POST', look, {'reason': 'The first look.'}).startswith(b'\xff\xd8'))
        staff.refused(422, 'POST', look, {})
        staff.call('GET', 'admin/queues/kyc')
        decide = f"admin/queues/kyc/{waiting['id']}/decide"
        staff.refused(422, 'POST', decide, {'decision': 'reject'})
        staff.call('POST', decide, {'decision': 'retry', 'documents': {first: 'glare'}, 'text': 'Without the lamp, please.'})
        staff.refused(409, 'POST', decide, {'decision': 'approve'})
        driver.upload(png(800, 620, (80, 110, 90)), path=f"{path}/documents?kind={case['documents'][0]['kind']}")
        driver.call('POST', f'{path}/submit')
        staff.call('POST', f"admin/queues/kyc/{waiting['id']}/claim")
        staff.call('DELETE', f"admin/queues/kyc/{waiting['id']}/claim")
        staff.call('POST', decide, {'decision': 'approve'})
        driver.refused(409, 'POST', 'kyc/applications')

    def listing(self, **more):
        driver = self.driver
        made = driver.call('POST', 'listings', {**CAR, **more})
        return driver.call('POST', f"listings/{made['id']}/publish")

    def upload_in_pieces(self, who, picture):
        path, half = f'media/uploads/{uuid.uuid4()}', len(picture) // 2
        plan = {'size': len(picture), 'sha256': hashlib.sha256(picture).hexdigest()}
        self.assertEqual(who.call('PUT', path, plan)['offset'], 0)

        def piece(offset, data):
            return {'data': data, 'headers': {'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': str(offset)}}
        who.call('PATCH', path, **piece(0, picture[:half]))
        self.assertEqual(who.refused(409, 'PATCH', path, **piece(0, picture[:half]))['current'], str(half))
        self.assertEqual(who.call('GET', path)['offset'], half)
        who.call('PATCH', path, **piece(half, picture[half:]))
        who.refused(422, 'PATCH', path, data=b'x', headers={'Content-Type': 'application/offset+octet-stream'})
        return who.call('PUT', path, plan)['media']['id']

    def test_03_listings(self):
        driver, buyer = self.driver, self.buyer
        photos = [driver.picture((20, 90 + i, 160)) for i in range(2)]
        self.assertEqual(self.guest.send('GET', f'media/{photos[0]}/thumb')[0], 200)
        self.assertEqual(self.guest.send('GET', f'media/{photos[0]}/card', headers={'Range': 'bytes=0-9'})[0], 206)
        self.guest.refused(416, 'GET', f'media/{photos[0]}/card', headers={'Range': 'bytes=999999-'})
        tag = self.guest.send('GET', f'media/{photos[0]}/full')[1]['etag']
        self.assertEqual(self.guest.send('GET', f'media/{photos[0]}/full', headers={'If-None-Match': tag})[0], 304)
        self.guest.refused(404, 'GET', f'media/{photos[0]}/huge')
        boundary = {'Content-Type': 'multipart/form-data; boundary=x'}
        part = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n'
        driver.refused(415, 'POST', 'media', data=part + b'no picture\r\n--x--\r\n', headers=boundary)
        driver.refused(422, 'POST', 'media', data=b'--x--\r\n', headers=boundary)

        details = {'bic': '044525225', 'account': '40817810938160925982', 'holder': 'Ivan', 'password': PASSWORD}
        payee = Caller(self.world)      # the payouts of the other driver would wait for it
        payee.join('driver', 'Payee')
        self.assertIsNone(payee.call('GET', 'me/payout-details')['details'])
        payee.refused(422, 'PUT', 'me/payout-details', {**details, 'password': 'a guess'})
        buyer.refused(403, 'PUT', 'me/payout-details', details)
        self.assertEqual(payee.call('PUT', 'me/payout-details', details)['details']['account_masked'], '•••• 5982')
        self.assertIn('basis_points', self.guest.call('GET', 'fee-terms'))
        photos.append(self.upload_in_pieces(driver, png(64, 48, (20, 10, 60))))

        draft = driver.call('POST', 'listings', {**CAR, 'photos': photos, 'vin': 'JTNB11HK103012345'})
        path = f"listings/{draft['id']}"
        self.guest.refused(404, 'GET', path)
        driver.refused(422, 'POST', 'listings', {**CAR, 'description': 'Call +7 914 655-20-47'})
        negative = {'amount': -1, 'currency': 'RUB'}
        driver.refused(422, 'POST', 'listings', {**CAR, 'price': negative, 'fuel': 'water', 'year': '2020'})
        buyer.refused(403, 'POST', 'listings', CAR)
        changed = driver.call('PATCH', path, {'mileage_km': 48100}, {'If-Match': f'"{draft["version"]}"'})
        driver.refused(412, 'PATCH', path, {'mileage_km': 1}, {'If-Match': f'"{draft["version"]}"'})
        driver.refused(428, 'PATCH', path, {'mileage_km': 1})
        driver.refused(422, 'PATCH', path, {'mileage_km': -1}, {'If-Match': f'"{changed["version"]}"'})
        driver.call('PUT', f'{path}/photos', {'photos': photos[::-1]})
        driver.refused(422, 'PUT', f'{path}/photos', {'photos': [photos[0], photos[0]]})
        driver.call('POST', f'{path}/publish')
        driver.call('POST', f'{path}/pause')
        driver.call('POST', f'{path}/publish')
        tag = self.guest.send('GET', path)[1]['etag']
        self.assertEqual(self.guest.send('GET', path, headers={'If-None-Match': tag})[0], 304)
        buyer.call('PUT', f"me/favourites/{draft['id']}")
        self.assertTrue(buyer.call('GET', path)['favourite'])
        self.assertEqual(len(buyer.call('GET', 'me/favourites')['items']), 1)
        buyer.call('DELETE', f"me/favourites/{draft['id']}")
        cheaper = {'amount': CAR['price']['amount'] - 1000000, 'currency': 'RUB'}
        driver.call('PATCH', path, {'price': cheaper}, {'If-Match': f'"{driver.call("GET", path)["version"]}"'})
        self.assertIn('price_drop', self.guest.call('GET', path))
        self.assertEqual(len(self.guest.call('GET', f'{path}/price-history')['items']), 2)
        self.assertIn(b'cargo://listings/', self.guest.call('GET', f"/l/{draft['id']}"))
        self.assertEqual(self.guest.send('GET', f'/l/{MISSING}')[0], 404)
        self.guest.call('GET', f'{path}/quote?amount=200000000&delivery_eta_days=20')
        self.guest.refused(422, 'GET', f'{path}/quote?amount=nothing')
        self.guest.refused(422, 'GET', f'{path}/quote?amount=100000000000000')
        buyer.call('POST', f'{path}/report', {'reason': 'wrong_data'})
        driver.refused(409, 'POST', f'{path}/report', {'reason': 'wrong_data'})
        type(self).car = draft['id']
        second = self.listing(model='Corolla', price={'amount': 200000000, 'currency': 'RUB'})
        self.listing(brand='Kia', model='K5', country_from='KR', description='', body_type='', vin=None, engine_cc=None)
        table = self.guest.call('GET', f"compare?ids={second['id']},{type(self).car}")
        self.assertEqual(len(table['items']), 2)
        self.guest.refused(422, 'GET', f"compare?ids={second['id']}")
        self.assertEqual(len(driver.call('GET', 'me/listings?limit=1')['items']), 1)
        driver.call('GET', 'me/listings?status=published')
        driver.refused(422, 'GET', 'me/listings?status=sold')
        copy = driver.call('POST', f'{path}/duplicate')
        self.assertEqual((copy['status'], copy.get('vin')), ('draft', None))
        buyer.refused(403, 'POST', f'{path}/duplicate')
        driver.call('DELETE', f"listings/{copy['id']}")
        buyer.call('POST', 'events', {'events': [{'listing_id': draft['id'], 'kind': 'view'}]})
        numbers = driver.call('GET', f'me/{path}/stats')
        self.assertEqual((numbers['totals']['views'], numbers['days'][-1]['views'], len(numbers['days'])), (1, 1, 30))
        buyer.refused(403, 'GET', f'me/{path}/stats')
        driver.refused(404, 'GET', f'me/listings/{MISSING}/stats')
        table = 'brand,model,year,price_rub,mileage_km,country_from\nMazda,CX-5,2019,1900000,60000,JP\nMazda,CX-5,no,1,1,JP\n'
        brought = driver.call('POST', 'me/imports', {'csv': table})
        self.assertEqual([row['outcome'] for row in brought['rows']], ['added', 'bad'])
        self.assertEqual(driver.call('GET', f"me/imports/{brought['id']}"), brought)
        self.assertEqual(driver.call('POST', 'me/imports', {'csv': table})['known'], 1)
        driver.refused(422, 'POST', 'me/imports', {'csv': 'brand\nMazda\n'})
        driver.refused(404, 'GET', f'me/imports/{MISSING}')
        buyer.refused(403, 'POST', 'me/imports', {'csv': table})
        self.guest.call('GET', f"users/{driver.user['id']}/listings")
        self.assertTrue(buyer.call('GET', f'{path}/similar')['items'])
        driver.call('POST', f"listings/{second['id']}/archive")
        driver.refused(409, 'POST', f"listings/{second['id']}/publish")
        driver.call('DELETE', f"listings/{driver.call('POST', 'listings', CAR)['id']}")

    def test_04_search(self):
        self.guest.call('GET', 'status')
        wait_until('it happens', lambda: self.guest.call('GET', 'search?q=camry')['total'] >= 1)
        self.guest.call('GET', 'search?brand=Toyota&brand=Kia&price_to=999999999&sort=price_asc&limit=1')
        self.guest.call('GET', 'search?q=nothing-like-this-at-all')
        self.guest.call('GET', 'search?facets=none')
        self.guest.refused(422, 'GET', 'search?fuel=water')
        self.guest.refused(400, 'GET', 'search?sort=newest&sort=newest')
        self.guest.refused(400, 'GET', 'search?q=%ff')
        self.guest.call('GET', 'search/facets?brand=Toyota')
        self.guest.call('GET', 'search/suggest?q=toy')
        picked = self.guest.call('POST', 'assistant/pick', {'query': 'camry for winter up to 9 million zzqqy'})
        self.assertTrue(picked['items'])
        self.guest.call('POST', 'assistant/pick', {'answers': {'price_to': 1, 'body_type': ['suv']}, 'wishes': ['towing']})
        self.guest.refused(422, 'POST', 'assistant/pick', {'query': ''})

    def test_05_chat(self):
        driver, buyer = self.driver, self.buyer
        chat = buyer.call('POST', f'listings/{self.car}/conversations', {})
        self.assertEqual(buyer.send('POST', f'listings/{self.car}/conversations', {})[0], 200)
        driver.refused(409, 'POST', f'listings/{self.car}/conversations', {})
        path, photo = f"conversations/{chat['id']}", buyer.picture((9, 9, 9))
        line, other = Line(self.world.base, buyer.token), Line(self.world.base, driver.token)
        line.send({'type': 'subscribe', 'conversation_id': chat['id']})
        line.wait('presence')
        said = buyer.call('POST', f'{path}/messages', {'client_id': str(uuid.uuid4()), 'body': 'Is it there?', 'attachments': [photo]})
        self.driver.call('POST', f"messages/{said['id']}/report", {'reason': 'spam', 'text': 'Again and again.'})
        buyer.refused(409, 'POST', f"messages/{said['id']}/report", {'reason': 'spam'})
        reports = self.admin.call('GET', 'admin/queues/reports')['items']
        for report in reports:
            decision = {'decision': 'no_violation', 'text': 'Looked at.'}
            self.admin.call('POST', f"admin/queues/reports/{report['id']}/decide", decision)
        self.admin.refused(409, 'POST', f"admin/queues/reports/{report['id']}/decide", decision)
        heard = other.wait('message')
        other.send({'type': 'typing', 'conversation_id': chat['id'], 'active': True})
        line.wait('typing')
        other.send({'type': 'read', 'conversation_id': chat['id'], 'seq': heard['message']['seq'], 'client_id': str(uuid.uuid4())})
        other.wait('ack')
        line.wait('read')
        line.send({'type': 'message.send', 'conversation_id': chat['id'], 'client_id': str(uuid.uuid4()),
                   'body': 'My number is +7 914 655-20-47', 'attachments': []})
        self.assertTrue(line.wait('ack')['message']['masked'])
        line.send({'type': 'message.send', 'conversation_id': MISSING, 'client_id': str(uuid.uuid4()), 'body': 'x'})
        line.wait('error')
        line.send({'type': 'ping'})
        line.wait('pong')
        answered = driver.call('POST', f'{path}/messages', {'client_id': str(uuid.uuid4()), 'body': 'It is.', 'reply_to': said['seq']})
        driver.call('PATCH', f"messages/{answered['id']}", {'body': 'It is, and dry.'})
        line.wait('message.updated')
        buyer.refused(403, 'PATCH', f"messages/{answered['id']}", {'body': 'It is not.'})
        buyer.call('GET', f'{path}/messages?q=dry')
        buyer.refused(422, 'GET', f'{path}/messages?q=%20')
        driver.call('DELETE', f"messages/{answered['id']}")
        buyer.call('POST', f'{path}/delivered', {'seq': 1})
        line.send({'type': 'delivered', 'conversation_id': chat['id'], 'seq': answered['seq'], 'client_id': str(uuid.uuid4())})
        self.assertEqual(line.wait('ack')['delivered_seq'], answered['seq'])
        other.wait('delivered')
        buyer.call('PUT', f'{path}/draft', {'body': 'I wanted to', 'reply_to': 1})
        line.wait('draft')
        buyer.call('GET', path)
        driver.call('PUT', 'me/quick-replies', {'items': ['On my way']})
        driver.call('GET', 'me/quick-replies')
        driver.call('PUT', f"me/blocks/{chat['buyer_id']}")
        line.wait('conversation.updated')
        self.assertEqual(buyer.send('POST', f'{path}/messages', {'client_id': str(uuid.uuid4()), 'body': 'Hello?'})[0], 403)
        driver.call('GET', 'me/blocks')
        driver.call('DELETE', f"me/blocks/{chat['buyer_id']}")
        buyer.call('GET', 'conversations')
        driver.call('GET', path)
        buyer.call('GET', f'{path}/messages?limit=1')
        buyer.call('GET', f'{path}/messages?after=1')
        buyer.refused(422, 'GET', f'{path}/messages?after=1&before=2')
        buyer.refused(403, 'GET', f'{path}/messages?original=1')
        self.admin.call('GET', f'{path}/messages?original=1')
        driver.call('POST', f'{path}/read', {'seq': 1})
        for _ in range(3):
            last = buyer.send('POST', f'{path}/messages', {'client_id': str(uuid.uuid4()), 'body': 'Write to anna@mail.ru'})
        self.assertEqual(last[0], 403, last)
        line.close()
        other.close()
        # Frames that only deals bring.
        type(self).lines = [Line(self.world.base, buyer.token), Line(self.world.base, driver.token)]

    def new_deal(self, pay=False, more=0):
        car = self.listing()
        amount = {**car['price'], 'amount': car['price']['amount'] + more}
        deal = self.buyer.call('POST', 'deals', {'listing_id': car['id'], 'amount': amount, 'delivery_place': 'Omsk',
                                                 'delivery_eta_days': 30})
        if pay:
            payment = self.buyer.call('POST', f"deals/{deal['id']}/pay", {'return_url': 'cargo://back'})['payment']
            page = payment['confirmation_url'].split(self.world.base)[1]
            self.guest.call('POST', page, data=b'outcome=success', headers={'Content-Type': 'application/x-www-form-urlencoded'})
            self.reach(deal['id'], 'funded')
        return deal

    def reach(self, deal, status, field='status'):
        wait_until(f'{deal} is {status}', lambda: self.buyer.call('GET', f'deals/{deal}')[field] == status)

    def start(self, deal):
        self.driver.call('POST', f'deals/{deal}/start', {'vin': 'JTNB11HK103012345', 'odometer_km': 48012, 'note': '',
                                                        'photos': [self.driver.picture((1, 2, 3))]})

    def test_06_one_deal(self):
        driver, buyer = self.driver, self.buyer
        order = {'listing_id': self.car, 'amount': CAR['price'], 'delivery_place': 'Omsk', 'delivery_eta_days': 30}
        buyer.refused(404, 'POST', 'deals', {**order, 'listing_id': MISSING})
        driver.refused(403, 'POST', 'deals', order)
        buyer.refused(422, 'POST', 'deals', {**order, 'amount': {'amount': 10**15, 'currency': 'RUB'}})
        deal = self.new_deal()
        path = f"deals/{deal['id']}"
        buyer.refused(422, 'POST', f'{path}/pay', {'return_url': 'javascript:alert(1)'})
        driver.refused(403, 'POST', f'{path}/pay', {})
        page = buyer.call('POST', f'{path}/pay', {})['payment']['confirmation_url'].split(self.world.base)[1]
        form = {'Content-Type': 'application/x-www-form-urlencoded'}
        self.guest.call('GET', page)
        self.assertIn(b'<form', self.guest.send('GET', page, headers={'Accept': 'text/html'})[2])
        self.guest.refused(422, 'POST', page, data=b'outcome=maybe', headers=form)
        self.guest.call('POST', page, data=b'outcome=three_ds', headers=form)
        self.guest.call('POST', page, data=b'outcome=success', headers=form)
        self.assertEqual(self.guest.call('POST', page, data=b'outcome=decline', headers=form)['status'], 'waiting_for_capture')
        self.reach(deal['id'], 'funded')
        tag = buyer.send('GET', path)[1]['etag']
        self.assertEqual(buyer.send('GET', path, headers={'If-None-Match': tag})[0], 304)
        buyer.refused(403, 'POST', f'{path}/start', {'vin': 'JTNB11HK103012345', 'odometer_km': 1, 'photos': [MISSING]})
        driver.refused(422, 'POST', f'{path}/start', {'vin': 'no', 'odometer_km': 1, 'photos': [MISSING]})
        pdf = b'%PDF-1.4\nAn invoice\n%%EOF'
        paper = driver.upload(pdf, 'application/pdf', f'{path}/documents?kind=invoice&name=Invoice')
        self.assertEqual(buyer.call('GET', f'{path}/documents')['items'][0]['sha256'], hashlib.sha256(pdf).hexdigest())
        self.assertEqual(buyer.send('GET', f"{path}/documents/{paper['id']}")[2], pdf)
        buyer.refused(403, 'DELETE', f"{path}/documents/{paper['id']}")
        driver.refused(415, 'POST', f'{path}/documents?kind=invoice&name=x', data=b'--x\r\nContent-Disposition: form-data; name="file"; '
                       b'filename="a"\r\n\r\nno paper\r\n--x--\r\n', headers={'Content-Type': 'multipart/form-data; boundary=x'})
        driver.call('DELETE', f"{path}/documents/{paper['id']}")
        driver.refused(409, 'POST', f'{path}/arrive', {})
        self.start(deal['id'])
        for kind in ('ferry', 'border'):
            driver.call('POST', f'{path}/checkpoints', {
                'client_id': str(uuid.uuid4()), 'kind': kind, 'place': 'Toyama', 'odometer_km': 48100, 'note': 'On board',
                'photos': [driver.picture((5, 5, 5))], 'device_time': '2026-11-25T10:00:00Z'})
        photo = driver.picture((6, 6, 6))
        record = {'client_id': str(uuid.uuid4()), 'kind': 'road', 'photos': [photo], 'device_id': str(uuid.uuid4()), 'device_seq': 1,
                  'inspection': {'angles': [{'angle': 'front', 'photo': photo}], 'keys': 2, 'obstructions': ['snow'],
                                 'damages': [{'view': 'left', 'x': 0.5, 'y': 0.25, 'kind': 'dent', 'note': '', 'photo': photo}]}}
        driver.refused(422, 'POST', f'{path}/checkpoints', {**record, 'photo_hashes': {photo: '0' * 64}})
        self.assertEqual(driver.call('POST', f'{path}/checkpoints', record)['inspection']['keys'], 2)
        driver.refused(422, 'POST', f'{path}/checkpoints', {'client_id': str(uuid.uuid4()), 'kind': 'moon'})
        lower = {'amount': {'amount': 230000000, 'currency': 'RUB'}, 'reason': 'A scratch.', 'photos': []}
        first = driver.call('POST', f'{path}/amendments', lower)['amendment']['id']
        buyer.refused(409, 'POST', f'{path}/amendments', lower)
        buyer.call('POST', f'{path}/amendments/{first}/decline')
        second = driver.call('POST', f'{path}/amendments', {**lower, 'delivery_eta_days': 35})['amendment']['id']
        buyer.call('POST', f'{path}/amendments/{second}/accept')
        buyer.refused(409, 'POST', f'{path}/amendments/{second}/accept')
        last = {**record, 'client_id': str(uuid.uuid4()), 'kind': 'handover', 'device_seq': 2}
        last['inspection']['damages'][0]['new'] = True
        driver.refused(409, 'POST', f'{path}/checkpoints', last)
        driver.call('POST', f'{path}/arrive', {'note': 'Here'})
        self.assertIs(driver.call('POST', f'{path}/checkpoints', last)['inspection']['damages'][0]['new'], True)
        driver.refused(422, 'POST', f'{path}/absent', {'note': 'Nobody'})
        there = {'client_id': str(uuid.uuid4()), 'note': 'Nobody opens', 'photos': [driver.picture((7, 7, 7))]}
        driver.call('POST', f'{path}/absent', there)
        driver.refused(409, 'POST', f'{path}/absent', {**there, 'note': 'Other words'})
        driver.call('POST', f'{path}/safety-stop', {'text': 'Somebody follows me'})
        self.assertEqual(buyer.call('GET', path)['safety_stop']['by'], 'driver')
        driver.refused(409, 'POST', f'{path}/safety-stop', {'text': 'Again'})
        self.admin.call('POST', f'admin/{path}/safety-resume', {'text': 'We spoke to both of you'})
        code = buyer.call('GET', path)['handover_code']
        driver.refused(422, 'POST', f'{path}/confirm', {'code': '000000' if code != '000000' else '111111'})
        driver.call('POST', f'{path}/confirm', {'code': code})
        act = buyer.call('GET', f'{path}/act.json')
        self.assertEqual(act['number'], deal['number'])
        self.assertTrue(driver.call('GET', f'{path}/act.pdf').startswith(b'%PDF-'))
        buyer.call('POST', f'{path}/release', {})
        self.reach(deal['id'], 'paid', 'money_status')
        for one in (buyer, driver):
            one.call('POST', f'{path}/reviews', {'rating': 5, 'comment': 'Good.'})
            one.refused(409, 'POST', f'{path}/reviews', {'rating': 5})
        self.assertEqual(len(self.guest.call('GET', f"users/{driver.user['id']}/reviews")['items']), 1)
        self.assertEqual(len(self.guest.call('GET', f"users/{driver.user['id']}/reviews?rating=high")['items']), 1)
        self.assertEqual(self.guest.call('GET', f"users/{driver.user['id']}/reviews?rating=low")['items'], [])
        self.guest.refused(422, 'GET', f"users/{driver.user['id']}/reviews?rating=five")
        buyer.call('GET', f'{path}/timeline?limit=3')
        self.assertGreater(len(driver.call('GET', f'{path}/timeline?limit=100')['items']), 10)
        buyer.call('GET', f'{path}/payments')
        self.assertTrue(driver.call('GET', 'me/payouts')['items'])
        self.assertEqual(driver.call('GET', 'me/earnings?limit=1')['items'][0]['state'], 'paid')
        self.assertIn(deal['number'].encode(), driver.call('GET', 'me/earnings/statement?format=csv'))
        self.assertTrue(driver.call('GET', 'me/earnings/statement?format=pdf').startswith(b'%PDF-'))
        driver.refused(422, 'GET', 'me/earnings/statement?format=xls')
        driver.refused(422, 'GET', 'me/earnings/statement?from=2026-11-25&to=2026-11-24')
        self.assertEqual(driver.call('GET', 'me/rating')['amendments'], 2)
        buyer.call('GET', 'deals?status=released,cancelled&limit=1')
        self.admin.call('GET', path)
        self.admin.call('GET', 'admin/ledger?limit=2')
        self.admin.call('GET', f"admin/ledger?deal_id={deal['id']}")
        self.admin.refused(422, 'GET', 'admin/ledger?deal_id=seven')
        wait_until('it happens', lambda: buyer.call('GET', 'notifications')['items'])
        newest = buyer.call('GET', 'notifications?limit=1')['items'][0]['id']
        buyer.call('POST', 'notifications/read', {'ids': [newest]})
        chat = buyer.call('GET', f"conversations/{deal['conversation_id']}/messages")
        self.assertTrue(any('event' in m['flags'] for m in chat['items']))
        for line in self.lines:
            line.wait('deal')
            line.wait('notification')
            line.wait('message.updated')
            line.close()

    def test_07_disputes_and_ends(self):
        driver, buyer = self.driver, self.buyer
        deal = self.new_deal()
        buyer.call('POST', f"deals/{deal['id']}/cancel", {'note': 'Changed my mind'})
        buyer.refused(409, 'POST', f"deals/{deal['id']}/cancel", {})
        deal = self.new_deal(pay=True)
        path = f"deals/{deal['id']}"
        self.start(deal['id'])
        report = {'reason': 'damaged', 'text': 'A scratch.', 'photos': [buyer.picture((7, 7, 7))]}
        buyer.call('POST', f'{path}/dispute', report)
        buyer.call('POST', f'{path}/withdraw-dispute')
        buyer.refused(409, 'POST', f'{path}/withdraw-dispute')
        opened = buyer.call('POST', f'{path}/dispute', report)
        ticket = f"tickets/{opened['ticket_id']}/messages"
        buyer.call('POST', ticket, {'body': 'Call me: +7 914 655-20-47', 'attachments': []})
        heard = driver.call('GET', ticket)['items'][-1]
        self.assertTrue(heard['masked'] and '655' not in heard['body'], heard)
        self.admin.call('POST', ticket, {'body': 'We look into it.'})
        self.admin.refused(409, 'POST', ticket, {'body': 'Closed.', 'close': True})
        self.guest.refused(401, 'GET', ticket)
        driver.call('POST', f'{path}/evidence', {'text': 'It was there.', 'photos': []})
        driver.refused(422, 'POST', f'{path}/evidence', {})
        self.assertEqual(len(buyer.call('GET', f'{path}/dispute')['items']), 2)
        self.admin.call('GET', 'admin/queues/disputes')
        decide = f"admin/disputes/{opened['dispute']['id']}/resolve"
        self.admin.refused(422, 'POST', decide, {'outcome': 'split', 'reason_code': 'x', 'text': 'x'})
        self.reach(deal['id'], 'kept', 'money_status')
        self.admin.call('GET', f"admin/disputes/{deal['id']}")
        self.admin.call('POST', f"admin/disputes/{deal['id']}/preview", {'outcome': 'refund', 'reason_code': 'x', 'text': 'x'})
        self.admin.call('POST', decide, {'outcome': 'split', 'refund': {'amount': 5000000, 'currency': 'RUB'},
                                         'reason_code': 'damage', 'text': 'A part goes back.'})
        buyer.call('GET', path)
        buyer.call('GET', f'{path}/dispute')
        buyer.refused(409, 'POST', ticket, {'body': 'And now?'})
        self.decide_by_two(self.new_deal(pay=True, more=1)['id'])

    # A larger deal than one member of staff may decide about.
    def decide_by_two(self, deal):
        admin, finance = self.admin, Caller(self.world)
        finance.token = self.world.server.staff('finance').token
        self.buyer.call('POST', f'deals/{deal}/dispute', {'reason': 'late', 'text': 'Late.'})
        order = {'outcome': 'refund', 'reason_code': 'late', 'text': {'ru': 'Поздно.', 'en': 'Late.'}}
        admin.refused(422, 'POST', f'admin/disputes/{deal}/resolve', {**order, 'text': {'ru': 'Поздно.'}})
        first = admin.call('POST', f'admin/disputes/{deal}/resolve', order)['proposal']['id']
        admin.refused(409, 'POST', f'admin/disputes/{deal}/resolve', order)
        admin.refused(403, 'POST', f'admin/proposals/{first}/approve', {})
        finance.call('POST', f'admin/proposals/{first}/reject', {'text': 'Look again.'})
        second = admin.call('POST', f'admin/disputes/{deal}/resolve', order)['proposal']['id']
        finance.call('GET', 'admin/proposals?status=open')
        finance.call('POST', f'admin/proposals/{second}/approve', {})
        finance.call('GET', f'admin/proposals/{second}')
        self.assertEqual(self.buyer.call('GET', f'deals/{deal}/dispute')['items'][0]['resolution'], 'Late.')

    def test_07_finance(self):
        admin = self.admin
        deal = admin.call('GET', 'admin/ledger?limit=1')['items'][0]['deal_id']
        admin.call('GET', 'admin/ledger/trial-balance')
        self.assertTrue(admin.call('GET', 'admin/ledger/trial-balance?at=2999-01-01T00:00:00Z')['balanced'])
        admin.call('GET', f'admin/deals/{deal}/replay')
        admin.call('GET', 'admin/payouts?status=paid')
        task = self.world.server.sql(f"insert into finance_tasks (id, deal_id, kind, detail, created_at) "
                                     f"values (gen_random_uuid(), '{deal}', 'amount_mismatch', 'A test.', now()) returning id")
        admin.call('GET', f'admin/finance-tasks/{task}')
        admin.refused(422, 'POST', f'admin/queues/finance_tasks/{task}/decide', {'decision': 'done'})
        admin.call('POST', f'admin/queues/finance_tasks/{task}/decide', {'decision': 'done', 'text': 'Settled by hand.'})
        admin.refused(409, 'POST', f'admin/queues/finance_tasks/{task}/decide', {'decision': 'done', 'text': 'Twice.'})

    def test_07_operations(self):
        admin, sql = self.admin, self.world.server.sql
        admin.call('GET', 'admin/ops')
        hook = admin.call('GET', 'admin/webhooks?status=done&limit=1')['items'][0]['id']
        admin.call('POST', f'admin/webhooks/{hook}/replay')
        admin.refused(404, 'POST', f'admin/webhooks/{MISSING}/replay')
        park = ("insert into outbox (topic, key, payload, created_at, available_at, parked_at, last_error) "
                "values ('test', 'x', '{}', now(), now(), now(), 'no reader') returning id")
        first, second = sql(park), sql(park)
        admin.call('GET', 'admin/parked-events')
        admin.call('POST', f'admin/parked-events/{first}/retry')
        admin.refused(422, 'POST', f'admin/parked-events/{second}/discard', {})
        admin.call('POST', f'admin/parked-events/{second}/discard', {'reason': 'A test.'})
        admin.refused(404, 'POST', f'admin/parked-events/{second}/discard', {'reason': 'A test.'})
        self.assertEqual(admin.call('POST', 'admin/audit/verify', {})['broken'], [])
        admin.refused(422, 'POST', 'admin/audit/verify', {'stream': 'seven'})
        admin.call('GET', 'admin/audit/export?action=auth.')
        admin.call('GET', 'admin/audit/export?format=json')

    def test_07_stats(self):
        for what in ('overview', 'series', 'time-in-state', 'cohorts'):
            self.admin.call('GET', f'admin/stats/{what}?from=2020-01-01&to=2029-12-31')
            self.admin.call('GET', f'admin/stats/{what}?format=csv')
            self.admin.refused(422, 'GET', f'admin/stats/{what}?from=yesterday')
            self.admin.refused(422, 'GET', f'admin/stats/{what}?format=xls')

    def test_07_concepts(self):
        admin = self.admin
        version = admin.call('GET', 'admin/concepts')['version']
        text = 'concept loud\n  ru: Громкая\n  en: Loud\n  wish: громкая\n  say: клаксон\n'
        admin.call('POST', 'admin/concepts/loud/preview', {'text': text})
        admin.refused(422, 'POST', 'admin/concepts/loud/preview', {'text': text + '  show: body_type=tank\n'})
        order = {'text': text, 'version': version, 'note': 'A test.'}
        after = admin.call('PUT', 'admin/concepts/loud', order)['version']
        admin.refused(409, 'PUT', 'admin/concepts/loud', order)
        admin.refused(422, 'PUT', 'admin/concepts/quiet', {**order, 'version': after})
        admin.call('POST', 'admin/concepts/restore', {'restores': 0, 'version': after, 'note': 'A test.'})
        admin.refused(404, 'POST', 'admin/concepts/restore', {'restores': 99, 'version': after + 1, 'note': 'A test.'})
        admin.call('GET', 'admin/concepts/versions')

    def test_07_settings(self):
        admin, other = self.admin, Caller(self.world)
        other.token = self.world.server.staff('admin').token
        self.assertGreater(len(admin.call('GET', 'admin/settings')['items']), 40)
        admin.call('PUT', 'admin/settings/claim', {'value': '20m', 'reason': 'A test.'})
        admin.refused(409, 'PUT', 'admin/settings/claim', {'value': '30m', 'reason': 'A test.', 'seen': '15m'})
        admin.refused(403, 'PUT', 'admin/settings/listen', {'value': '127.0.0.1:1', 'reason': 'A test.'})
        admin.refused(404, 'PUT', 'admin/settings/nothing', {'value': '1', 'reason': 'A test.'})
        admin.refused(422, 'PUT', 'admin/settings/claim', {'value': 'soon', 'reason': 'A test.'})
        two = admin.call('PUT', 'admin/settings/fee-basis-points', {'value': 260, 'reason': 'A test.'})['proposal']['id']
        other.call('POST', f'admin/proposals/{two}/approve', {'text': 'Yes.'})
        admin.call('GET', 'admin/settings/fee-basis-points/history')
        admin.call('POST', 'admin/settings/fee/preview', {'basis_points': 300, 'minimum_minor': 500000})

    def test_07_knowledge(self):
        admin, guest = self.admin, self.guest
        self.assertGreater(len(guest.call('GET', 'knowledge?audience=buyer')['items']), 10)
        self.assertEqual(guest.call('GET', 'knowledge?q=refund')['items'][0]['slug'], 'cancellation')
        guest.refused(422, 'GET', 'knowledge?audience=staff')
        guest.refused(404, 'GET', 'knowledge/nothing')
        guest.call('GET', 'knowledge/escrow?version=1')
        page = 'admin/knowledge/winter'
        made = {'slug': 'winter', 'kind': 'article', 'audience': 'all'}
        admin.call('POST', 'admin/knowledge', made)
        admin.refused(409, 'POST', 'admin/knowledge', made)
        words = {'title': {'ru': 'Зима', 'en': 'Winter'}, 'body': {'ru': 'Бывает {{dispute_window}}.', 'en': 'It takes {{dispute_window}}.'}}
        kept = admin.call('PUT', f'{page}/draft', words, {'If-Match': '"0"'})
        self.assertEqual(admin.refused(409, 'PUT', f'{page}/draft', words, {'If-Match': '"0"'})['draft'], kept)
        admin.refused(428, 'PUT', f'{page}/draft', words)
        admin.refused(412, 'PUT', f'{page}/draft', words, {'If-Match': 'x'})
        news = {'revision': kept['revision'], 'changes': {'ru': 'Новая', 'en': 'New'}}
        admin.call('POST', f'{page}/publish', news)
        self.assertIn('24', guest.call('GET', 'knowledge/winter')['body'])
        admin.call('GET', page)
        admin.call('GET', f'{page}/versions')
        admin.call('GET', f'{page}/versions/1')
        admin.call('GET', 'admin/knowledge')
        again = admin.call('PUT', f'{page}/draft', {**words, 'body': {'ru': '# Нет', 'en': '<b>no</b>'}}, {'If-Match': '"0"'})
        admin.refused(422, 'POST', f'{page}/publish', {**news, 'revision': again['revision']})
        admin.call('DELETE', f'{page}/draft', headers={'If-Match': f'"{again["revision"]}"'})
        terms = admin.call('PUT', 'admin/knowledge/privacy/draft', {**words, 'body': {'ru': 'Так.', 'en': 'So.'}}, {'If-Match': '"0"'})
        two = admin.call('POST', 'admin/knowledge/privacy/publish', {**news, 'revision': terms['revision']})['proposal']
        admin.refused(403, 'POST', f"admin/proposals/{two['id']}/approve", {})
        admin.call('DELETE', 'admin/knowledge/privacy/draft', headers={'If-Match': f'"{terms["revision"]}"'})

    def test_075_agreements(self):
        fresh = Caller(self.world)
        fresh.sign_agreements = lambda: fresh
        fresh.join('buyer', 'Unsigned')
        mine = {one['slug']: one for one in fresh.call('GET', 'me/agreements')['items']}
        self.assertEqual(set(mine), {'terms-buyer', 'privacy'})
        self.assertTrue(mine['terms-buyer']['needed'])
        car = self.listing()
        deal = {'listing_id': car['id'], 'amount': {'amount': 1000000, 'currency': 'RUB'}, 'delivery_place': 'Omsk',
                'delivery_eta_days': 30}
        code = self.world.mailed_code(fresh.email, 1)
        fresh.call('POST', 'auth/verify', {'code': code})
        self.assertEqual(fresh.refused(403, 'POST', 'deals', deal)['agreement'], {'slug': 'terms-buyer', 'version': 1})
        self.assertEqual(fresh.refused(409, 'POST', 'me/agreements/terms-buyer', {'version': 2})['current'], '1')
        fresh.refused(404, 'POST', 'me/agreements/terms-driver', {'version': 1})
        fresh.refused(422, 'POST', 'me/agreements/terms-buyer', {'version': 'one'})
        signed = fresh.call('POST', 'me/agreements/terms-buyer', {'version': 1})
        self.assertEqual(fresh.call('POST', 'me/agreements/terms-buyer', {'version': 1}), signed)
        fresh.call('POST', 'deals', deal)

    def test_08_support_and_home(self):
        buyer, admin = self.buyer, self.admin
        ticket = buyer.call('POST', 'tickets', {'subject': 'A question', 'body': 'How long does customs take?'})
        buyer.refused(404, 'POST', 'tickets', {'subject': 'Not mine', 'body': 'x', 'deal_id': MISSING})
        self.assertIn(ticket['id'], [t['id'] for t in buyer.call('GET', 'tickets?status=open')['items']])
        admin.call('GET', 'tickets?limit=1')
        admin.call('POST', f"tickets/{ticket['id']}/messages", {'body': 'A week or two.', 'close': True})
        self.assertEqual(len(buyer.call('GET', f"tickets/{ticket['id']}/messages?limit=1")['items']), 1)
        self.driver.refused(404, 'GET', f"tickets/{ticket['id']}/messages")

        search = 'q=camry&brand=Toyota&price_to=999999999&year_from=2015&rating_from=4.5&sort=newest&limit=5'
        saved = buyer.call('POST', 'me/saved-searches', {'name': 'Camry', 'query': search})
        self.assertEqual(buyer.send('POST', 'me/saved-searches', {'query': search})[0], 200)
        buyer.refused(422, 'POST', 'me/saved-searches', {'query': 'fuel=water'})
        buyer.call('GET', 'me/saved-searches')
        self.assertEqual(buyer.call('PATCH', f"me/saved-searches/{saved['id']}", {'alerts': 'daily'})['alerts'], 'daily')
        buyer.refused(422, 'PATCH', f"me/saved-searches/{saved['id']}", {'alerts': 'hourly'})
        seen = [{'kind': 'view', 'listing_id': self.car}, {'kind': 'chat_start', 'listing_id': MISSING},
                {'kind': 'dwell', 'listing_id': self.car, 'dwell_ms': 9000, 'ago_ms': 100}, {'kind': 'search', 'text': 'camry'}]
        buyer.call('POST', 'events', {'events': seen})
        buyer.refused(422, 'POST', 'events', {'events': [{'kind': 'theft', 'listing_id': self.car}]})
        buyer.refused(422, 'POST', 'events', {'events': [{'kind': 'dwell', 'listing_id': self.car, 'dwell_ms': 0}]})
        buyer.refused(422, 'POST', 'events', {'events': [{'kind': 'search'}]})
        buyer.call('GET', 'search?explain=1')
        self.assertEqual(buyer.call('PUT', 'me/personalisation', {'enabled': False}), {'enabled': False})
        self.assertEqual(buyer.call('GET', 'me/personalisation'), {'enabled': False})
        buyer.call('PUT', 'me/personalisation', {'enabled': True})
        buyer.refused(422, 'PUT', 'me/personalisation', {'enabled': 'yes'})
        self.guest.refused(401, 'GET', 'me/personalisation')
        self.assertTrue(buyer.call('GET', 'recommendations/home')['items'])
        self.assertTrue(self.guest.call('GET', 'recommendations/home?limit=3')['items'])
        self.guest.call('GET', f'recommendations/corridor?country_from=JP&except={self.car}')
        self.guest.refused(422, 'GET', 'recommendations/corridor')
        self.guest.refused(422, 'GET', 'recommendations/corridor?country_from=XX')
        buyer.call('DELETE', f"me/saved-searches/{saved['id']}")
        buyer.call('POST', 'me/devices', {'token': 'a token of a phone', 'platform': 'android'})
        self.assertEqual(buyer.send('POST', 'me/devices', {'token': 'a token of a phone', 'platform': 'android'})[0], 200)
        buyer.call('DELETE', 'me/devices', {'token': 'a token of a phone'})
        buyer.refused(404, 'DELETE', 'me/devices', {'token': 'a token of a phone'})

        deal = buyer.call('GET', 'deals?limit=1')['items'][0]['id']
        admin.call('GET', f'admin/deals/{deal}')
        admin.call('GET', 'admin/stats')
        admin.call('GET', 'admin/queues')
        seen = admin.call('GET', f'admin/audit?stream={deal}&action=deal.viewed&limit=1')['items'][0]
        self.assertEqual(seen['actor_id'], admin.user['id'])
        admin.call('GET', 'admin/audit?action=deal.&from=2020-01-01T00:00:00Z&limit=3')
        admin.refused(422, 'GET', 'admin/audit?stream=seven&to=yesterday')
        tomorrow = time.strftime('%Y-%m-%dT%H:%M:%SZ', time.gmtime(time.time() + 86400))
        mute = f"admin/users/{buyer.user['id']}/mute"
        admin.call('POST', mute, {'reason': 'A test of mutes.', 'until': tomorrow})
        admin.refused(422, 'POST', mute, {'reason': 'A test of mutes.', 'until': '2999-01-01T00:00:00Z'})

    def test_085_moderation(self):
        driver, admin = self.driver, self.admin
        other = type(self).other_staff = Caller(self.world)
        other.email = 'other@example.org'
        added = self.world.server.command('staff', 'add', '--email', other.email, '--password', PASSWORD, '--permission', 'admin')
        other.login(PASSWORD, totp=totp(added.split('totp_secret ')[1].split()[0]))
        made = self.listing(description='Распил')
        self.assertEqual(made['status'], 'in_review')
        admin.call('GET', f"admin/listings/{made['id']}/review")
        admin.call('GET', 'admin/reason-codes?queue=listings')
        decide = f"admin/queues/listings/{made['id']}/decide"
        admin.refused(422, 'POST', decide, {'decision': 'block'})
        admin.call('POST', decide, {'decision': 'block', 'reason_code': 'prohibited'})
        self.assertEqual(driver.call('GET', f"listings/{made['id']}")['moderation']['status'], 'block')
        path = f"me/decisions/{driver.call('GET', 'me/decisions')['items'][0]['id']}"
        driver.call('GET', path)
        appeal = driver.call('POST', f'{path}/appeal', {'text': 'It is a whole car.'})
        admin.call('GET', f"admin/appeals/{appeal['id']}")
        verdict = {'decision': 'overturn', 'text': 'You are right.'}
        admin.refused(403, 'POST', f"admin/queues/appeals/{appeal['id']}/decide", verdict)
        other.call('POST', f"admin/queues/appeals/{appeal['id']}/decide", verdict)
        back = driver.call('GET', f"listings/{made['id']}")
        driver.call('PATCH', f"listings/{made['id']}", {'description': 'Двойник'}, {'If-Match': f'"{back["version"]}"'})
        admin.call('POST', f"admin/queues/edits/{made['id']}/decide", {'decision': 'approve'})
        admin.call('POST', f"admin/users/{driver.user['id']}/unmute", {'reason_code': 'other'})

    def test_086_workbench(self):
        admin, buyer = self.admin, self.buyer
        colleagues = admin.call('GET', 'admin/staff')['items']
        about = f"admin/notes?subject_kind=user&subject_id={buyer.user['id']}"
        admin.call('POST', about, {'text': 'Look at his deals.', 'mentions': [one['id'] for one in colleagues]})
        self.assertEqual(len(admin.call('GET', about)['items']), 1)
        macro = {'title': 'Greeting', 'text': {'ru': 'Здравствуйте, {name}!', 'en': 'Hello, {name}!'}, 'variables': ['name']}
        made = admin.call('POST', 'admin/macros', macro)
        admin.refused(409, 'POST', 'admin/macros', macro)
        admin.call('PUT', f"admin/macros/{made['id']}", macro)
        admin.call('GET', 'admin/macros')
        admin.call('DELETE', f"admin/macros/{made['id']}")
        admin.call('PUT', 'admin/views', {'items': [{'name': 'Late', 'queue': 'tickets', 'query': {'state': 'overdue'}}]})
        admin.call('GET', 'admin/views')
        admin.call('GET', f"admin/search?q={buyer.email}")
        lost = Caller(self.world).join('buyer', 'Gone')
        admin.call('POST', f"admin/users/{lost.user['id']}/sessions/end")
        admin.call('GET', f"admin/users/{buyer.user['id']}")

        parting = Caller(self.world).join('buyer', 'Parting')
        request = parting.call('POST', 'me/closure')
        self.assertEqual(parting.send('POST', 'me/closure')[0], 200)
        admin.call('GET', f"admin/erasures/{request['id']}")
        admin.call('POST', f"admin/queues/erasures/{request['id']}/decide", {'decision': 'refuse', 'text': 'Not yet.'})
        self.assertEqual(parting.call('GET', 'me/closure')['request']['reason'], 'Not yet.')
        parting.call('POST', 'me/closure')
        parting.call('DELETE', 'me/closure')
        ban = f"admin/users/{lost.user['id']}/ban"
        admin.call('POST', ban, {'reason_code': 'spam'})
        lost.token = None
        refusal = lost.refused(403, 'POST', 'auth/login', {'email': lost.email, 'password': PASSWORD})
        self.assertEqual(refusal['ban']['reason_code'], 'spam')
        words = {'appeal_pass': refusal['appeal_pass'], 'text': 'It was not me.'}
        self.guest.call('POST', 'auth/ban/appeal', words)
        self.guest.refused(409, 'POST', 'auth/ban/appeal', words)

    def test_087_cases(self):
        admin, buyer = self.admin, self.buyer
        ticket = buyer.call('POST', 'tickets', {'subject': 'Help', 'body': 'Please'})
        admin.call('GET', f"admin/tickets/{ticket['id']}")
        admin.call('POST', f"admin/tickets/{ticket['id']}/close")
        admin.refused(409, 'POST', f"admin/tickets/{ticket['id']}/close")
        loud = Caller(self.world).join('buyer', 'Loud')
        chat = loud.call('POST', f"listings/{self.listing()['id']}/conversations", {})
        for _ in range(3):
            loud.send('POST', f"conversations/{chat['id']}/messages", {'client_id': str(uuid.uuid4()), 'body': 'Call +7 914 655-20-47'})
        path = f"conversations/{chat['id']}"
        admin.refused(422, 'GET', f'admin/{path}')
        admin.call('GET', f'admin/{path}?reason=Flagged')
        verdict = {'decision': 'warn', 'user_id': loud.user['id'], 'reason_code': 'contacts'}
        admin.call('POST', f'admin/queues/{path}/decide', verdict)
        admin.refused(409, 'POST', f'admin/queues/{path}/decide', verdict)

    def test_09_operations(self):
        ops = type(self).ops = Caller(self.world, self.world.server.operations)
        ops.call('GET', '/healthz')
        ops.call('GET', '/readyz')
        self.assertIn(b'cargo_http_requests_total', ops.send('GET', '/metrics')[2])
        with open(DOCUMENT, 'rb') as file:
            self.assertEqual(self.guest.send('GET', '/openapi.yaml')[2], file.read())
        self.guest.refused(426, 'GET', '/ws')
        self.guest.refused(401, 'POST', 'webhooks/payments/sandbox', {})

    # What can be wrong with any request, tried on every operation that the document names.
    def test_10_refusals(self):
        world, contract = self.world, self.world.contract
        for (method, path), operation in contract.operations.items():
            if 'x-listener' in operation:
                continue
            where = path.replace('{provider}', 'sandbox').replace('{variant}', 'full')
            for name in ('{id}', '{aid}', '{listing_id}'):
                where = where.replace(name, MISSING)
            public, staff = operation.get('security') == [], 'x-permission' in operation
            drivers = path == '/api/v1/listings' or path.startswith(('/api/v1/me/listings', '/api/v1/me/imports'))
            caller = self.admin if staff else self.driver if drivers else self.buyer
            bodies = operation.get('requestBody', {}).get('content', {})
            forms = {'Content-Type': next(iter(bodies))} if bodies else {}
            if not public:
                self.guest.refused(401, method, where, {} if 'application/json' in bodies else None)
            if staff:
                self.buyer.refused(403, method, where, {} if 'application/json' in bodies else None)
            parameters = [contract.resolve(p) for p in operation.get('parameters', [])]
            if any(p['name'] == 'limit' for p in parameters):
                caller.refused(422, method, where + '?limit=0')
                caller.refused(422, method, where + '?limit=many')
            if any(p['name'] == 'cursor' for p in parameters) and '{' not in path:
                caller.refused(400, method, where + '?cursor=!!!')
            if 'application/json' in bodies and not operation.get('x-webhook'):
                if operation['requestBody']['required']:
                    for broken in (b'{', b'[]', b'{"a": "\xff"}'):
                        status = caller.send(method, where, data=broken, headers={**forms, 'If-Match': '"1"'})[0]
                        if status not in (400, 404, 412):
                            world.complain(f'{method} {path}', [f'{broken}: {status}'])
                caller.refused(415, method, where, data=b'{}', headers={'Content-Type': 'text/plain'})
            if method != 'GET' and any(p['name'] == 'Idempotency-Key' for p in parameters) and 'multipart/form-data' not in bodies:
                caller.refused(400, method, where, {} if bodies else None, {'Idempotency-Key': 'with blanks'})
            if '{id}' in path and method == 'GET' and not staff:
                caller.refused(404, method, where)
                caller.refused(404, method, where.replace(MISSING, 'seven'))

    def test_11_everything_was_called(self):
        operations = self.world.contract.operations
        missing = [f'{m} {p}' for (m, p), o in operations.items()
                   if (m, p) not in self.world.well and o['operationId'] not in NEVER_WELL]
        self.assertEqual(missing, [], 'nobody called these with success: extend the story above')
        self.assertEqual(set(self.world.frames) - self.world.seen_frames, set(), 'frames that never came')


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1] + sys.argv[4:], warnings='ignore')
