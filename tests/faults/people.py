"""People who use a server that is killed under them: each knows what was acknowledged to him, asks again until every answer
is definite, and keeps a WebSocket that resumes where it was cut."""
import http.client
import os
import socket
import sys
import threading
import time
import uuid

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'client'))
from cargo_client import Client, Closed, Failure, Line  # noqa: E402

GONE = (OSError, http.client.HTTPException, Closed)     # the server, or the way to it, is not there
PATIENCE = 120      # seconds for what comes by itself, on a slow machine that is upset all the time


class Overtaken(Exception):
    """One of the deal's clocks was faster, as it may be while the server is down."""


def check(condition, what):
    if not condition:
        raise Failure(what)


def until_right(test, seconds=PATIENCE, pause=0.3):
    """Waits until test() finds nothing wrong any more. What it found last is the failure."""
    until = time.monotonic() + seconds
    while wrong := test():
        if time.monotonic() > until:
            raise Failure(wrong)
        time.sleep(pause)


class Ear(threading.Thread):
    """The WebSocket of one person: numbered events in `events`, each exactly once, over any number of connections."""

    def __init__(self, person):
        super().__init__(daemon=True)
        self.person, self.events, self.last, self.line = person, {}, 0, None
        self.acks, self.resumes, self.ending, self.problem = {}, 0, False, None
        self.lock, self.changed = threading.Lock(), threading.Condition()

    def run(self):
        while not self.ending:
            try:
                self.listen()
            except GONE:
                time.sleep(0.05)
            except Exception as problem:     # told by whoever waits for us
                self.problem = problem
                return
            finally:
                line, self.line = self.line, None
                if line:
                    line.close()
                with self.changed:
                    self.changed.notify_all()

    def listen(self):
        line = Line(self.person.base, self.person.token, last_seq=self.last)
        check(not line.ready.get('resync'), f'{self.person.name}: what was missed is kept')
        check(line.ready['seq'] >= self.last, f"{self.person.name} has seen event {self.last}, the server knows {line.ready['seq']}")
        self.resumes += 1
        self.line = line
        while not self.ending:
            try:
                frame = line.take(0.5)
            except socket.timeout:
                continue
            if 'seq' in frame and frame['type'] in ('message', 'message.updated', 'deal', 'notification'):
                check(frame['seq'] > self.last, f"{self.person.name}: event {frame['seq']} came after {self.last}")
                self.last = frame['seq']
                self.events[self.last] = frame
            elif frame['type'] in ('ack', 'error') and frame.get('client_id'):
                with self.changed:
                    self.acks[frame['client_id']] = frame
                    self.changed.notify_all()

    def say(self, frame, seconds=3):
        """Sends and waits for the ack; None when the line was cut and nobody knows."""
        line = self.line
        if not line:
            return None
        try:
            with self.lock:
                line.send(frame)
        except OSError:
            return None
        with self.changed:
            self.changed.wait_for(lambda: frame['client_id'] in self.acks or self.line is not line, seconds)
            return self.acks.get(frame['client_id'])

    def stop(self):
        self.ending = True
        self.join(10)
        if self.problem:
            raise self.problem


class Person:
    def __init__(self, town, role, name):
        self.town, self.base, self.name = town, town.base, name
        self.client = Client(self.base, name)
        # An e-mail of its own, so that a registration whose answer was lost can be asked for again with the same key.
        answer = self.do('POST', 'auth/register', {'email': f'{uuid.uuid4().hex}@faults.example', 'password': 'blue harbour 42',
                                                   'role': role, 'display_name': name, 'locale': 'ru'})
        check(answer.status == 201, f'{name} registers: {answer!r}')
        self.client.enter(answer.json)
        self.id = self.client.user['id']
        signed = self.do('POST', f'me/agreements/terms-{role}', {'version': 1})
        check(signed.status in (200, 201), f'{name} signs: {signed!r}')
        self.ear = Ear(self)
        self.ear.start()

    @property
    def token(self):
        return self.client.token

    def do(self, method, path, body=None, **more):
        """The answer, however often it takes to get one. A POST keeps its key, so that it happens once."""
        key = str(uuid.uuid4())
        while True:
            self.town.check_alive()
            try:
                answer = self.client.request(method, path, body, key=key, **more)
            except GONE:
                time.sleep(0.05)
                continue
            if answer.status not in (502, 503, 504):
                check(answer.status < 500, f'{self.name} {method} {path}: {answer!r}')
                return answer
            check('Retry-After' in answer.headers, f'{answer.status} says when to come again')
            check(answer.headers.get('Content-Type') == 'application/problem+json', f'a problem: {answer!r}')
            time.sleep(0.1)

    def get(self, path):
        answer = self.do('GET', path)
        check(answer.status == 200, f'{self.name} GET {path}: {answer!r}')
        return answer.json

    def all(self, path):
        items, cursor = [], ''
        while cursor is not None:
            page = self.get(f'{path}?limit=100' + (f'&cursor={cursor}' if cursor else ''))
            items, cursor = items + page['items'], page['next_cursor']
        return items

    def photo(self):
        while True:
            try:
                return self.client.photo((10, 120, 200))
            except GONE + (Failure,):
                self.town.check_alive()
                time.sleep(0.1)
