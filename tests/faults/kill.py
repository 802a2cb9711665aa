#!/usr/bin/env python3
"""Kills cargod again and again while people trade on it, then looks whether anything that was acknowledged is missing.

    tests/faults/kill.py CARGOD [--kills N] [--pairs N] [--seed N] [--data DIR]

10 kills, 100 with CARGO_TEST_LONG=1. The seed is printed; it draws what people do, when and what is killed: the process, the
whole machine (process, database and its sessions at once), the database alone, or a server that has not yet started. What
meets what is up to the scheduler, so a seed repeats the drawing and not the moment.
"""
import argparse
import os
import random
import shutil
import signal
import socket
import sys
import tempfile
import threading
import time
import traceback

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from people import GONE, Failure, check  # noqa: E402
from pair import Pair  # noqa: E402
from cargo_client import Server, wait_until  # noqa: E402

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
    """The server and its people."""

    def __init__(self, options, folder, seed):
        self.seed, self.random, self.kills = seed, random.Random(seed), options.kills
        self.server = Server(options.cargod, folder, listen=f'127.0.0.1:{free_port(self.random)}', threads=2, chat_contacts='soft',
                             connections_per_address=1000, sandbox_delay='20ms', **CLOCKS, **LIMITS)
        self.pairs, self.finished, self.done, self.broken = options.pairs, [], threading.Event(), None
        self.deals = self.messages = self.resumes = 0
        self.lock, self.counter, self.restarts = threading.Lock(), 0, []

    def check_alive(self):
        if self.broken:
            raise Failure('somebody else has failed')

    def pause(self):
        time.sleep(0.05)

    def staff_do(self, method, path, body):
        return self.referee.do(method, path, body)

    def open(self):
        self.server.start()
        self.base = self.server.base
        self.referee = Referee(self)
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

    def strike(self):
        """One kill. Afterwards the server serves again."""
        kind = self.random.choices(('process', 'machine', 'database', 'start'), (5, 3, 1, 1))[0]
        wait = self.random.uniform(0.2, 1.2)
        time.sleep(wait)
        self.check_alive()
        postmaster = self.postmaster()
        begun = time.monotonic()
        if kind == 'database':
            kill_all([postmaster])
            wait_until('the database is another one', lambda: self.postmaster() not in (0, postmaster), 60)
            wait_until('the server answers again', self.answers, 60)
        else:
            pids = [self.server.process.pid]
            if kind == 'machine':
                pids += [postmaster] + [p for p in map(int, filter(str.isdigit, os.listdir('/proc'))) if parent_of(p) == postmaster]
            kill_all(pids)
            check(self.server.process.wait() == -signal.SIGKILL, f'cargod had ended before: {self.server.process.returncode}')
            if kind == 'start':
                self.server.launch()
                time.sleep(self.random.uniform(0, 0.7))
                check(self.server.process.poll() is None, f'cargod ended: {self.server.log()[-1000:]}')
                self.server.kill()
            self.server.start()
        self.restarts.append(time.monotonic() - begun)
        print(f'  after {wait:.2f} s: {kind}, back in {self.restarts[-1]:.2f} s', flush=True)

    def answers(self):
        try:
            return self.referee.client.request('GET', 'me').status == 200
        except GONE:
            return False

    def close(self):
        self.done.set()
        for thread in self.threads:
            thread.join()
        self.check_alive()
        for book in ('ledger', 'audit'):
            print('  ' + self.server.command(book, 'verify').strip().replace('\n', '; '), flush=True)
        check(self.server.stop() == 0, 'cargod ends in order')
        log = self.server.log()
        for word in ('jobs.event_parked', 'AddressSanitizer', 'ThreadSanitizer', 'runtime error'):
            check(word not in log, f'the log says {word}')


class Referee:
    """The member of staff who decides all disputes."""

    def __init__(self, town):
        from people import Person
        self.client, self.town, self.name, self.base = town.server.staff('admin'), town, 'staff', town.base
        self.do = lambda *args, **more: Person.do(self, *args, **more)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('cargod')
    parser.add_argument('--kills', type=int, default=100 if os.environ.get('CARGO_TEST_LONG') else 10)
    parser.add_argument('--pairs', type=int, default=8)
    parser.add_argument('--seed', type=int, default=int.from_bytes(os.urandom(4), 'big'))
    parser.add_argument('--data', help='a folder to use and keep')
    options = parser.parse_args()
    folder = options.data or tempfile.mkdtemp(prefix='cargo-faults-')
    os.makedirs(folder, exist_ok=True)
    os.chmod(folder, 0o755)             # the database runs as an unprivileged user when we are root
    print(f'seed {options.seed}', flush=True)
    begun = time.monotonic()
    town = Town(options, folder, options.seed)
    try:
        town.open()
        print(f'  open after {time.monotonic() - begun:.1f} s', flush=True)
        for _ in range(options.kills):
            town.strike()
        town.close()
    except Exception as problem:
        trace = town.broken[1] if town.broken else traceback.format_exc()
        print(f'FAIL (seed {options.seed}): {problem}\n{trace}\n--- the end of the log\n{town.server.log()[-4000:]}')
        town.done.set()
        return 1
    finally:
        if town.server.process and town.server.process.poll() is None:
            town.server.kill()
            wait_until('the database has ended', lambda: not os.path.exists(f'/proc/{town.postmaster() or "none"}'), 30)
        if not options.data:
            shutil.rmtree(folder, ignore_errors=True)
    print(f'{options.kills} kills, {town.deals} deals, {town.messages} messages, {town.resumes} resumed lines, back after '
          f'{sum(town.restarts) / len(town.restarts):.2f} s on average, {time.monotonic() - begun:.1f} s in all')
    return 0


if __name__ == '__main__':
    sys.exit(main())
