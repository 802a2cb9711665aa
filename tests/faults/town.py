"""The town that the fault tests upset: a server, its people, and what is looked at when everything is over."""
import argparse
import contextlib
import os
import random
import shutil
import signal
import socket
import tempfile
import threading
import time
import traceback

from people import GONE, Failure, Person, check
from pair import Pair
from cargo_client import Server, wait_until

CLOCKS = {'payment_deadline': '6s', 'start_deadline': '6s', 'confirmation_deadline': '3s', 'dispute_window': '3s'}
LIMITS = {name: 0 for name in ('rate_api_per_minute', 'rate_auth_per_minute', 'rate_upload_per_minute', 'rate_search_per_minute',
                               'rate_messages_per_minute')}
DEALS_OF_A_PAIR = 40                    # then others come: 5,000 events are kept for each


def free_port(draw):
    """Below the range that the kernel gives to clients, so that it is still ours after a kill."""
    while True:
        port = draw.randrange(20000, 32000)
        with socket.socket() as probe:
            try:
                probe.bind(('127.0.0.1', port))
                return port
            except OSError:
                pass


def parent_of(pid):
    try:
        with open(f'/proc/{pid}/stat') as stat:
            return int(stat.read().rsplit(')', 1)[1].split()[1])
    except (OSError, ValueError):
        return 0


def kill_all(pids):
    for pid in pids:
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            pass


class Town:
    """The server and its people, who trade as pairs side by side until close()."""

    def __init__(self, cargod, folder, seed, pairs, **settings):
        self.seed, self.random, self.pairs = seed, random.Random(seed), pairs
        self.server = Server(cargod, folder, **{
            'listen': f'127.0.0.1:{free_port(self.random)}', 'threads': 2, 'chat_contacts': 'soft', 'connections_per_address': 1000,
            'step_up': '24h', 'staff_idle': '24h', 'staff_session': '24h',
            'sandbox_delay': '20ms', **CLOCKS, **LIMITS, **settings})
        self.threads, self.done, self.broken = [], threading.Event(), None
        self.deals = self.messages = self.resumes = 0
        self.lock, self.counter = threading.Lock(), 0

    def check_alive(self):
        if self.broken:
            raise Failure('somebody else has failed')

    def pause(self):
        time.sleep(0.05)

    def staff_do(self, method, path, body):
        return self.referee.do(method, path, body)

    def begin(self):
        self.server.start()
        self.base = self.server.base
        self.referee = Referee(self)

    def open(self):
        self.begin()
        self.threads = [threading.Thread(target=self.live, daemon=True) for _ in range(self.pairs)]
        for thread in self.threads:
            thread.start()

    def live(self):
        """The life of one place in town: pairs come, trade, are looked at, and go."""
        try:
            while not self.done.is_set():
                with self.lock:
                    self.counter += 1
                    number = self.counter
                pair = Pair(self, number)
                while not self.done.is_set() and len(pair.deals) < DEALS_OF_A_PAIR:
                    pair.trade()
                pair.look()
                with self.lock:
                    self.deals += len(pair.deals)
                    self.messages += sum(len(chat.said) for chat in pair.chats)
                    self.resumes += pair.buyer.ear.resumes + pair.driver.ear.resumes
        except Exception as problem:
            if not self.broken:
                self.broken = problem, traceback.format_exc()

    def postmaster(self):
        try:
            with open(os.path.join(self.server.folder, 'pg', 'postmaster.pid')) as file:
                return int(file.readline())
        except (OSError, ValueError):
            return 0

    def answers(self):
        try:
            return self.referee.client.request('GET', 'me').status == 200
        except GONE:
            return False

    def stop(self):
        check(self.server.stop() == 0, 'cargod ends in order')

    def log(self):
        return self.server.log()

    def kill(self):
        if self.server.process and self.server.process.poll() is None:
            self.server.kill()
            wait_until('the database has ended', lambda: not os.path.exists(f'/proc/{self.postmaster() or "none"}'), 30)

    def close(self):
        """Everybody ends what he does; then what was acknowledged must be there, and the books must hold."""
        self.done.set()
        for thread in self.threads:
            thread.join()
        self.check_alive()
        for book in ('ledger', 'audit'):
            print('  ' + self.server.command(book, 'verify').strip().replace('\n', '; '), flush=True)
        self.stop()
        log = self.log()
        for word in ('jobs.event_parked', 'AddressSanitizer', 'ThreadSanitizer', 'runtime error'):
            check(word not in log, f'the log says {word}')


class Referee:
    """The member of staff who decides all disputes."""

    def __init__(self, town):
        self.client, self.town, self.name, self.base = town.server.staff('admin'), town, 'staff', town.base
        self.do = lambda *args, **more: Person.do(self, *args, **more)


def play(name, seed, town, story):
    """Runs story(town) in an open town; gives the exit status of the program. What went wrong is printed with the seed."""
    begun = time.monotonic()
    try:
        town.open()
        print(f'  open after {time.monotonic() - begun:.1f} s', flush=True)
        story(town)
        town.close()
    except Exception as problem:
        trace = town.broken[1] if town.broken else traceback.format_exc()
        print(f'FAIL (seed {seed}): {problem}\n{trace}\n--- the end of the log\n{town.log()[-4000:]}')
        town.done.set()
        return 1
    finally:
        town.kill()
    print(f'{name}: {town.deals} deals, {town.messages} messages, {town.resumes} resumed lines, {time.monotonic() - begun:.1f} s')
    return 0


@contextlib.contextmanager
def workplace(kept=None):
    """A folder that an unprivileged database may enter, removed at the end unless it is one to keep."""
    folder = kept or tempfile.mkdtemp(prefix='cargo-faults-')
    os.makedirs(folder, exist_ok=True)
    os.chmod(folder, 0o755)
    try:
        yield folder
    finally:
        if not kept:
            shutil.rmtree(folder, ignore_errors=True)


def arguments(description):
    """What every program here takes."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('cargod')
    parser.add_argument('--pairs', type=int, default=8)
    parser.add_argument('--seed', type=int, default=int.from_bytes(os.urandom(4), 'big'))
    parser.add_argument('--data', help='a folder to use and keep')
    return parser
