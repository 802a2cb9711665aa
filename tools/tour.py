#!/usr/bin/env python3
"""Plays one whole deal against a running server, with two clients over HTTP and WebSocket, and prints every step.

    tools/tour.py http://127.0.0.1:8080 --driver EMAIL PASSWORD [--buyer EMAIL PASSWORD] [--query TEXT]

Only Python's standard library. Ends with 1 and a reason when a step does not go as it should.
"""
import argparse
import base64
import hashlib
import json
import os
import socket
import struct
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid
import zlib


class Failure(Exception):
    pass


def png(width, height, color):
    """A plain picture, so that the tour needs no file."""
    def chunk(kind, data):
        return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))
    rows = b''.join(b'\0' + bytes(color) * width for _ in range(height))
    return (b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', width, height, 8, 2, 0, 0, 0))
            + chunk(b'IDAT', zlib.compress(rows)) + chunk(b'IEND', b''))


class Line:
    """A WebSocket client (RFC 6455), as much of it as the tour needs."""

    def __init__(self, base, token):
        url = urllib.parse.urlparse(base)
        self.socket = socket.create_connection((url.hostname, url.port or 80), 10)
        self.buffer = b''
        self.frames = []
        key = base64.b64encode(os.urandom(16)).decode()
        self.socket.sendall((f'GET /ws HTTP/1.1\r\nHost: {url.netloc}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n'
                             f'Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n'
                             f'Sec-WebSocket-Protocol: cargo.v1\r\n\r\n').encode())
        while b'\r\n\r\n' not in self.buffer:
            self.fill(10)
        head, self.buffer = self.buffer.split(b'\r\n\r\n', 1)
        expected = base64.b64encode(hashlib.sha1((key + '258EAFA5-E914-47DA-95CA-C5AB0DC85B11').encode()).digest())
        if b' 101 ' not in head.split(b'\r\n')[0] + b' ' or expected not in head:
            raise Failure('the WebSocket was refused: ' + head.split(b'\r\n')[0].decode())
        self.send({'type': 'auth', 'access_token': token})
        self.wait('ready')

    def fill(self, seconds):
        self.socket.settimeout(seconds)
        data = self.socket.recv(65536)
        if not data:
            raise Failure('the WebSocket was closed')
        self.buffer += data

    def send(self, frame, opcode=1):
        payload = json.dumps(frame).encode() if opcode == 1 else frame
        mask = os.urandom(4)
        size = len(payload)
        head = bytes([0x80 | opcode])
        head += bytes([0x80 | size]) if size < 126 else bytes([0xFE]) + struct.pack('>H', size)
        self.socket.sendall(head + mask + bytes(b ^ mask[i & 3] for i, b in enumerate(payload)))

    def take(self, seconds):
        while True:
            if len(self.buffer) >= 2:
                size, at = self.buffer[1] & 127, 2
                if size == 126 and len(self.buffer) >= 4:
                    size, at = struct.unpack('>H', self.buffer[2:4])[0], 4
                elif size == 127 and len(self.buffer) >= 10:
                    size, at = struct.unpack('>Q', self.buffer[2:10])[0], 10
                if size < 126 or at > 2:
                    if len(self.buffer) >= at + size:
                        opcode, payload = self.buffer[0] & 15, self.buffer[at:at + size]
                        self.buffer = self.buffer[at + size:]
                        if opcode == 1:
                            return json.loads(payload)
                        if opcode == 9:
                            self.send(payload, 10)
                        if opcode == 8:
                            raise Failure('the WebSocket was closed by the server')
                        continue
            self.fill(seconds)

    def wait(self, kind, test=lambda frame: True, seconds=20):
        until = time.monotonic() + seconds
        for frame in self.frames:
            if frame.get('type') == kind and test(frame):
                self.frames.remove(frame)
                return frame
        while time.monotonic() < until:
            try:
                frame = self.take(max(0.1, until - time.monotonic()))
            except socket.timeout:
                break
            if frame.get('type') == kind and test(frame):
                return frame
            self.frames.append(frame)
        raise Failure(f'no frame "{kind}" came in {seconds} s')


class Client:
    def __init__(self, base, name):
        self.base, self.name, self.token, self.user = base, name, None, None

    def call(self, method, path, body=None, expect=(200, 201, 204), data=None, headers=None, key=None):
        url = path if path.startswith('http') else self.base + '/api/v1/' + path
        send = {'Accept': 'application/json', 'Accept-Language': 'ru'}
        if self.token and url.startswith(self.base):
            send['Authorization'] = 'Bearer ' + self.token
        if body is not None:
            data, send['Content-Type'] = json.dumps(body).encode(), 'application/json'
        if method == 'POST':
            send['Idempotency-Key'] = key or str(uuid.uuid4())
        send.update(headers or {})
        request = urllib.request.Request(url, data=data, method=method, headers=send)
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                status, text = answer.status, answer.read()
        except urllib.error.HTTPError as problem:
            status, text = problem.code, problem.read()
        if status not in expect:
            raise Failure(f'{method} {url} answered {status}: {text[:400].decode(errors="replace")}')
        return json.loads(text) if text[:1] in (b'{', b'[') else text

    def enter(self, answer):
        self.token, self.user = answer['access_token'], answer['user']

    def sign_in(self, email, password):
        self.enter(self.call('POST', 'auth/login', {'email': email, 'password': password}))

    def register(self, role, name):
        email = f'{role}-{uuid.uuid4().hex[:12]}@tour.example'
        self.enter(self.call('POST', 'auth/register', {'email': email, 'password': uuid.uuid4().hex, 'role': role,
                                                       'display_name': name, 'locale': 'ru'}))

    def photo(self, color):
        boundary = uuid.uuid4().hex
        body = (f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="p.png"\r\n'
                f'Content-Type: image/png\r\n\r\n').encode() + png(640, 420, color) + f'\r\n--{boundary}--\r\n'.encode()
        return self.call('POST', 'media', data=body,
                         headers={'Content-Type': f'multipart/form-data; boundary={boundary}'})['id']


def rubles(money):
    return f"{money['amount'] // 100:,}".replace(',', ' ') + ' ' + money['currency']


class Tour:
    def __init__(self, base):
        self.base, self.number, self.begun = base, 0, time.monotonic()

    def step(self, who, text):
        self.number += 1
        print(f'{self.number:3}. [{time.monotonic() - self.begun:6.2f} s] {who:7} {text}', flush=True)

    def play(self, driver_login, buyer_login, query):
        driver, buyer = Client(self.base, 'driver'), Client(self.base, 'buyer')
        driver.sign_in(*driver_login)
        self.step('driver', f"signs in: {driver.user['display_name']}")
        if buyer_login:
            buyer.sign_in(*buyer_login)
        else:
            buyer.register('buyer', 'Анна Т.')
        self.step('buyer', f"signs in: {buyer.user['display_name']}")
        driver_line, buyer_line = Line(self.base, driver.token), Line(self.base, buyer.token)
        self.step('both', 'hold a WebSocket')

        found = {'items': []}
        until = time.monotonic() + 20
        while not found['items'] and time.monotonic() < until:   # the index follows the import within a moment
            time.sleep(0.1)
            found = buyer.call('GET', 'search?limit=50&q=' + urllib.parse.quote(query))
            found['items'] = [i for i in found['items'] if i.get('driver', {}).get('id') == driver.user['id']]
        if not found['items']:
            raise Failure(f'search finds no car of this driver for «{query}»')
        card = found['items'][0]
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
        page = pay['payment']['confirmation_url']
        buyer.call('POST', page, data=b'outcome=success', expect=(200, 201, 202, 204, 303),
                   headers={'Content-Type': 'application/x-www-form-urlencoded'})
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
        end = time.monotonic() + 20
        while True:
            state = driver.call('GET', f"deals/{deal['id']}")
            if state['money_status'] == 'paid' or time.monotonic() > end:
                break
            time.sleep(0.1)
        if state['money_status'] != 'paid':
            raise Failure('the payout did not come: ' + state['money_status'])
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
