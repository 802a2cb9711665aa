"""A client of CarGo's API in Python's standard library alone: HTTP, WebSocket, pictures, one-time codes, and a server to
talk to. The tour, the black-box tests and the fault tests share it; it knows the API's plumbing, no scenario.

    client = Client('http://127.0.0.1:8080')
    client.register('buyer', 'Анна Т.')
    answer = client.request('GET', 'me')          # any status; answer.status, answer.headers, answer.json
    listing = client.call('GET', 'listings/…')    # the JSON, or Failure when the status is not one of `expect`
    line = Line(client.base, client.token)        # a WebSocket that is signed in
"""
import base64
import glob
import hashlib
import hmac
import http.client
import json
import os
import re
import shutil
import signal
import socket
import struct
import subprocess
import tempfile
import threading
import time
import urllib.parse
import uuid
import zlib


class Failure(Exception):
    """Something is not as the API says."""


def wait_until(what, test, seconds=60, pause=0.02):
    """Waits for a condition: gives the first true value of test()."""
    until = time.monotonic() + seconds
    while True:
        value = test()
        if value:
            return value
        if time.monotonic() > until:
            raise Failure(f'{what}: not within {seconds} s')
        time.sleep(pause)


def totp(secret, at=None):
    """RFC 6238 with SHA-1, six digits, 30 seconds; the secret in base 32."""
    key = base64.b32decode(secret + '=' * (-len(secret) % 8))
    counter = struct.pack('>Q', int(time.time() if at is None else at) // 30)
    digest = hmac.new(key, counter, hashlib.sha1).digest()
    part = struct.unpack('>I', digest[(o := digest[-1] & 15):o + 4])[0] & 0x7FFFFFFF
    return f'{part % 1000000:06}'


# ---------------------------------------------------------------------------------------------------------------- HTTP

class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    @property
    def json(self):
        return json.loads(self.body)

    def __repr__(self):
        return f'{self.status} {self.body[:300].decode(errors="replace")}'


class Client:
    """One person: base address, token, and a kept-alive connection for each thread that uses it."""

    def __init__(self, base, name='', locale='ru'):
        self.base, self.name, self.locale = base.rstrip('/'), name, locale
        self.token = self.refresh_token = self.user = self.email = self.password = None
        self.headers = {}               # sent with every request
        self.local = threading.local()

    # -- plumbing
    def connection(self, host, fresh):
        pool = self.local.__dict__.setdefault('pool', {})
        if fresh or host not in pool:
            if host in pool:
                pool[host].close()
            pool[host] = http.client.HTTPConnection(host, timeout=60)
        return pool[host]

    def request(self, method, path, body=None, *, data=None, headers=None, key=True, token=True):
        """body is sent as JSON, data as it is. key: True makes an Idempotency-Key for a POST, a text is one, None sends none.
        token: True is the person's own, a text another one, None none. Redirections are not followed."""
        url = path if path.startswith('http') else self.base + (path if path.startswith('/') else '/api/v1/' + path)
        parts = urllib.parse.urlsplit(url)
        send = {'Accept': 'application/json', 'Accept-Language': self.locale}
        token = self.token if token is True else token
        if token and url.startswith(self.base):
            send['Authorization'] = 'Bearer ' + token
        if body is not None:
            data, send['Content-Type'] = json.dumps(body).encode(), 'application/json'
        if method == 'POST' and key:
            send['Idempotency-Key'] = str(uuid.uuid4()) if key is True else key
        send.update({**self.headers, **(headers or {})})
        target = (parts.path or '/') + ('?' + parts.query if parts.query else '')
        for fresh in (False, True):
            line = self.connection(parts.netloc, fresh)
            used = line.sock is not None
            try:
                line.request(method, target, body=data, headers=send)
                answer = line.getresponse()
                return Answer(answer.status, answer.headers, answer.read())
            except (OSError, http.client.HTTPException) as problem:
                line.close()       # what it had begun would stand before the next request
                stale = isinstance(problem, (http.client.RemoteDisconnected, ConnectionResetError, BrokenPipeError))
                if fresh or not used or not stale:
                    raise          # a kept connection may have been closed in the meantime; a new one may not

    def call(self, method, path, body=None, expect=(200, 201, 204), **more):
        answer = self.request(method, path, body, **more)
        if answer.status not in ((expect,) if isinstance(expect, int) else expect):
            raise Failure(f'{self.name} {method} {path} answered {answer!r}')
        return answer.json if answer.body[:1] in (b'{', b'[') else answer.body

    def get(self, path, **parameters):
        return self.call('GET', path + ('?' + urllib.parse.urlencode(parameters, doseq=True) if parameters else ''), expect=200)

    def every(self, path, limit=100, **parameters):
        """What all pages of a list hold."""
        items, cursor = [], {}
        while True:
            page = self.get(path, limit=limit, **parameters, **cursor)
            items += page['items']
            if not page['next_cursor']:
                return items
            cursor = {'cursor': page['next_cursor']}

    # -- accounts
    def enter(self, answer):
        self.token, self.refresh_token, self.user = answer['access_token'], answer['refresh_token'], answer['user']
        return self

    def sign_in(self, email, password, **more):
        self.email, self.password = email, password
        return self.enter(self.call('POST', 'auth/login', {'email': email, 'password': password, **more}))

    def register(self, role, name, email=None, password=None):
        self.email = email or f'{role}-{uuid.uuid4().hex[:12]}@client.example'
        self.password = password or uuid.uuid4().hex
        self.name = self.name or name
        self.enter(self.call('POST', 'auth/register', {
            'email': self.email, 'password': self.password, 'role': role, 'display_name': name, 'locale': self.locale}))
        return self.sign_agreements()

    def sign_agreements(self):
        """Agrees to all that concerns this person, in the versions of now."""
        for one in self.get('me/agreements')['items']:
            if one['needed']:
                self.call('POST', f"me/agreements/{one['slug']}", {'version': one['version']})
        return self

    # -- what most scenarios need
    def upload(self, picture, media_type='image/png', name='picture'):
        boundary = uuid.uuid4().hex
        body = (f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'
                f'Content-Type: {media_type}\r\n\r\n').encode() + picture + f'\r\n--{boundary}--\r\n'.encode()
        return self.request('POST', 'media', data=body, headers={'Content-Type': f'multipart/form-data; boundary={boundary}'})

    def photo(self, color, size=(640, 420)):
        answer = self.upload(png(*size, color))
        if answer.status != 201:
            raise Failure(f'POST media answered {answer!r}')
        return answer.json['id']

    def pay(self, confirmation_url, outcome='success', **fields):
        """Presses a button of the sandbox's page."""
        form = urllib.parse.urlencode({'outcome': outcome, **fields}).encode()
        return self.request('POST', confirmation_url, data=form, token=None, key=None,
                            headers={'Content-Type': 'application/x-www-form-urlencoded'})


# ----------------------------------------------------------------------------------------------------------- WebSocket

class Closed(Failure):
    """The server closed the WebSocket; code is None when it only hung up."""

    def __init__(self, code, reason=''):
        super().__init__(f'the WebSocket was closed: {code} {reason}')
        self.code, self.reason = code, reason


class Line:
    """A WebSocket (RFC 6455) with the frames of the API. Frames that nobody waited for yet stay in `frames`, in order."""

    def __init__(self, base, token=None, last_seq=None, authenticate=True):
        url = urllib.parse.urlsplit(base)
        self.socket = socket.create_connection((url.hostname, url.port or 80), 10)
        self.buffer, self.frames, self.ready = b'', [], None
        key = base64.b64encode(os.urandom(16)).decode()
        self.socket.sendall((f'GET /ws HTTP/1.1\r\nHost: {url.netloc}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n'
                             f'Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n'
                             f'Sec-WebSocket-Protocol: cargo.v1\r\n\r\n').encode())
        while b'\r\n\r\n' not in self.buffer:
            self.fill(10)
        head, self.buffer = self.buffer.split(b'\r\n\r\n', 1)
        expected = base64.b64encode(hashlib.sha1((key + '258EAFA5-E914-47DA-95CA-C5AB0DC85B11').encode()).digest())
        if not head.startswith(b'HTTP/1.1 101 ') or expected not in head:
            raise Failure('the WebSocket was refused: ' + head.split(b'\r\n')[0].decode())
        if authenticate:
            self.send({'type': 'auth', 'access_token': token, **({} if last_seq is None else {'last_seq': last_seq})})
            self.ready = self.wait('ready')

    def fill(self, seconds):
        self.socket.settimeout(max(seconds, 0.001))
        data = self.socket.recv(65536)
        if not data:
            raise Closed(None)
        self.buffer += data

    def send(self, frame, opcode=1):
        """A frame as JSON, or bytes as they are."""
        payload = frame if isinstance(frame, bytes) else json.dumps(frame).encode()
        mask, size = os.urandom(4), len(payload)
        head = bytes([0x80 | opcode])
        if size < 126:
            head += bytes([0x80 | size])
        elif size < 65536:
            head += bytes([0xFE]) + struct.pack('>H', size)
        else:
            head += bytes([0xFF]) + struct.pack('>Q', size)
        self.socket.sendall(head + mask + bytes(b ^ mask[i & 3] for i, b in enumerate(payload)))

    def take(self, seconds):
        """The next frame, or socket.timeout. Answers the server's pings on the way."""
        until = time.monotonic() + seconds
        while True:
            frame = self.parse()
            if frame is None:
                self.fill(until - time.monotonic())
                continue
            opcode, payload = frame
            if opcode == 1:
                return json.loads(payload)
            if opcode == 9:
                self.send(payload, 10)
            if opcode == 8:
                raise Closed(struct.unpack('>H', payload[:2])[0] if payload else None, payload[2:].decode())

    def parse(self):
        if len(self.buffer) < 2:
            return None
        size, at = self.buffer[1] & 127, 2
        if size >= 126:
            at, form = (4, '>H') if size == 126 else (10, '>Q')
            if len(self.buffer) < at:
                return None
            size = struct.unpack(form, self.buffer[2:at])[0]
        if len(self.buffer) < at + size:
            return None
        opcode, payload = self.buffer[0] & 15, self.buffer[at:at + size]
        self.buffer = self.buffer[at + size:]
        return opcode, payload

    def wait(self, kind, test=lambda frame: True, seconds=60):
        for frame in self.frames:
            if frame.get('type') == kind and test(frame):
                self.frames.remove(frame)
                return frame
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            try:
                frame = self.take(left)
            except socket.timeout:
                break
            if frame.get('type') == kind and test(frame):
                return frame
            self.frames.append(frame)
        raise Failure(f'no frame "{kind}" came in {seconds} s; there are {[f.get("type") for f in self.frames]}')

    def settle(self):
        """Everything that the server had to say until now is in `frames`: a ping's answer comes after it."""
        self.send({'type': 'ping'})
        self.frames.remove(self.wait_keep('pong'))
        return self.frames

    def wait_keep(self, kind):
        while True:
            frame = self.take(60)
            self.frames.append(frame)
            if frame.get('type') == kind:
                return frame

    def closing(self, seconds=60):
        """The code with which the server closes; frames before it are kept."""
        try:
            while True:
                self.frames.append(self.take(seconds))
        except Closed as closed:
            return closed.code

    def close(self):
        self.socket.close()


# ------------------------------------------------------------------------------------------------------------ pictures

def exif(text):
    """A TIFF block as cameras write it, with one text in ImageDescription."""
    value = text.encode() + b'\0'
    return (b'II*\0' + struct.pack('<I', 8) + struct.pack('<H', 1)
            + struct.pack('<HHII', 0x010E, 2, len(value), 26) + struct.pack('<I', 0) + value)


def png(width, height, color, metadata=None):
    """A picture of one colour; metadata goes into an eXIf and a tEXt chunk."""
    def chunk(kind, data):
        return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))
    rows = (b'\0' + bytes(color) * width) * height
    more = chunk(b'eXIf', exif(metadata)) + chunk(b'tEXt', b'Comment\0' + metadata.encode()) if metadata else b''
    return (b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', width, height, 8, 2, 0, 0, 0)) + more
            + chunk(b'IDAT', zlib.compress(rows)) + chunk(b'IEND', b''))


def jpeg(width, height, grey, metadata=None):
    """A baseline JPEG of one grey: one DC step, then zeros. metadata goes into an Exif segment and a comment."""
    def segment(marker, data):
        return bytes([0xFF, marker]) + struct.pack('>H', len(data) + 2) + data
    more = (segment(0xE1, b'Exif\0\0' + exif(metadata)) + segment(0xFE, metadata.encode())) if metadata else b''
    blocks = -(-width // 8) * -(-height // 8)
    step = 8 * (grey - 128) // 8                      # the DC coefficient, quantised by 8
    bits = abs(step).bit_length()
    value = step if step >= 0 else step + (1 << bits) - 1
    # Huffman: DC categories 0…8 have codes of 4 bits 0000…1000, AC has only the end of block, one bit 0.
    stream = f'{bits:04b}' + (f'{value:0{bits}b}' if bits else '') + '0' + '00000' * (blocks - 1)
    stream += '1' * (-len(stream) % 8)
    data = int(stream, 2).to_bytes(len(stream) // 8, 'big').replace(b'\xff', b'\xff\0')
    return (b'\xff\xd8' + segment(0xE0, b'JFIF\0\1\1\0\0\1\0\1\0\0') + more + segment(0xDB, b'\0' + b'\x08' * 64)
            + segment(0xC0, struct.pack('>BHHB', 8, height, width, 1) + b'\1\x11\0')
            + segment(0xC4, b'\0' + bytes([0, 0, 0, 9] + [0] * 12) + bytes(range(9)))
            + segment(0xC4, b'\x10' + bytes([1] + [0] * 15) + b'\0')
            + segment(0xDA, b'\1\1\0\0\x3f\0') + data + b'\xff\xd9')


def webp(width, height, color, metadata=None):
    """A lossless WebP of one colour: every prefix code has one symbol, so that pixels take no bits at all."""
    red, green, blue = color
    bits = f'{width - 1:014b}'[::-1] + f'{height - 1:014b}'[::-1] + '0' + '000' + '0' + '0' + '0'
    for symbol in (green, red, blue, 255, 0):
        bits += '1' + '0' + '1' + f'{symbol:08b}'[::-1]
    bits += '0' * (-len(bits) % 8)
    data = b'\x2f' + int(bits[::-1], 2).to_bytes(len(bits) // 8, 'little')

    def part(kind, content):
        return kind + struct.pack('<I', len(content)) + content + b'\0' * (len(content) % 2)
    body = part(b'VP8L', data)
    if metadata:
        sizes = struct.pack('<I', width - 1)[:3] + struct.pack('<I', height - 1)[:3]
        body = part(b'VP8X', b'\x08\0\0\0' + sizes) + body + part(b'EXIF', exif(metadata))
    return b'RIFF' + struct.pack('<I', len(body) + 4) + b'WEBP' + body


# -------------------------------------------------------------------------------------------------------------- server

class Server:
    """cargod with its own data directory. Settings are CARGO_… variables without the prefix, in lower case."""

    def __init__(self, binary, folder, **settings):
        self.binary, self.folder, self.process, self.base = os.path.abspath(binary), os.path.abspath(folder), None, None
        self.settings = {'listen': '127.0.0.1:0', 'ops_listen': '127.0.0.1:0', 'kyc': 'auto', 'log_level': 'warning', **settings}
        os.makedirs(self.folder, exist_ok=True)

    @property
    def environment(self):
        clean = {k: v for k, v in os.environ.items() if not k.startswith('CARGO_')}
        return {**clean, **{'CARGO_' + k.upper(): str(v) for k, v in self.settings.items()}, 'CARGO_DATA_DIR': self.folder}

    def launch(self):
        """Begins to start; start() also waits until it serves."""
        out = open(os.path.join(self.folder, 'cargod.out'), 'wb')
        log = open(os.path.join(self.folder, 'cargod.log'), 'ab')
        self.process = subprocess.Popen([self.binary, 'serve'], stdout=out, stderr=log, env=self.environment,
                                        stdin=subprocess.DEVNULL)
        return out.name

    def start(self, seconds=120):
        said = self.launch()

        def serving():
            if self.process.poll() is not None:
                raise Failure(f'cargod ended with {self.process.returncode}: {self.log()[-2000:]}')
            with open(said) as text:
                return re.search(r'serving on (http://\S+?),? operations on port (\d+)', text.read())
        found = wait_until('cargod serves', serving, seconds)
        self.base, self.operations = found[1].rstrip(','), f'http://127.0.0.1:{found[2]}'
        return self

    def log(self):
        with open(os.path.join(self.folder, 'cargod.log'), errors='replace') as text:
            return text.read()

    def command(self, *arguments, expect=0, seconds=120):
        """Another verb of cargod on the same data; gives what it printed."""
        done = subprocess.run([self.binary, *arguments], env=self.environment, capture_output=True, text=True, timeout=seconds)
        if done.returncode != expect:
            raise Failure(f'cargod {" ".join(arguments)} ended with {done.returncode}: {done.stdout[-1000:]} {done.stderr[-2000:]}')
        return done.stdout

    def staff(self, permission, email=None):
        """A member of staff, signed in with the second factor."""
        email, password = email or f'{permission}-{uuid.uuid4().hex[:8]}@client.example', uuid.uuid4().hex
        said = self.command('staff', 'add', '--email', email, '--password', password, '--permission', permission)
        secret = re.search(r'totp_secret (\S+)', said)[1]
        return Client(self.base, permission).sign_in(email, password, totp=totp(secret))

    def sql(self, statement):
        """For what cannot be reached from outside: runs on the private database, gives the first line of the answer."""
        with open(os.path.join(self.folder, 'pg', 'postmaster.pid')) as file:
            lines = file.read().split('\n')
        program = sorted(glob.glob('/usr/lib/postgresql/*/bin/psql'))[-1]
        done = subprocess.run([program, '-h', lines[4], '-p', lines[3], '-U', 'cargo', '-d', 'cargo', '-qAtc', statement],
                              check=True, capture_output=True, text=True)
        return done.stdout.split('\n')[0]

    def stop(self, seconds=60):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(seconds)
        return self.process.returncode if self.process else None

    def kill(self):
        self.process.kill()
        self.process.wait()

    def __enter__(self):
        return self.start()

    def __exit__(self, *problem):
        try:
            self.stop()
        except subprocess.TimeoutExpired:
            self.kill()


class Workplace:
    """A temporary folder that an unprivileged database may enter, removed at the end."""

    def __enter__(self):
        self.path = tempfile.mkdtemp(prefix='cargo-')
        os.chmod(self.path, 0o755)
        return self.path

    def __exit__(self, *problem):
        shutil.rmtree(self.path, ignore_errors=True)
