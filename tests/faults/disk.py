#!/usr/bin/env python3
"""The disk is full: that of uploads, that of photos, and that of the database under people who trade.

    tests/faults/disk.py CARGOD [--pairs N] [--seed N] [--data DIR]

Full disks are small ones of memory, mounted in a mount namespace of the test's own (as root, or in a user namespace). Where neither
is allowed, only uploads are tried, with a limit to the size of the server's files, and the test says so.
"""
import contextlib
import glob
import os
import resource
import shutil
import subprocess
import sys
import time
import uuid
import zlib

here = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, here)
from people import GONE, PATIENCE, check  # noqa: E402
from pair import Pair  # noqa: E402
from town import Town, arguments, play, workplace  # noqa: E402
from cargo_client import Client, png, wait_until  # noqa: E402

INSIDE = 'CARGO_TEST_IN_NAMESPACE'
UPLOADS_BYTES, DATABASE_BYTES, SEGMENT_BYTES = 4 * 2**20, 128 * 2**20, 16 * 2**20


def enter_namespace():
    """Runs this program again where it may mount; comes back when that is not possible anywhere."""
    ways = [['unshare', '--mount']] if os.geteuid() == 0 else []
    ways.append(['unshare', '--user', '--map-current-user', '--keep-caps', '--mount'])
    for way in ways:
        if shutil.which('unshare') and subprocess.run([*way, 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], capture_output=True).returncode == 0:
            os.environ[INSIDE] = '1'
            os.execvp(way[0], [*way, sys.executable, '-B', *sys.argv])


class Disk:
    """A small disk of its own at a folder."""

    def __init__(self, folder, size):
        os.makedirs(folder, exist_ok=True)
        subprocess.run(['mount', '-t', 'tmpfs', '-o', f'size={size},mode=0755', 'tmpfs', folder], check=True)
        self.folder, self.ballast = folder, os.path.join(folder, 'ballast')

    def fill(self):
        with open(self.ballast, 'ab', buffering=0) as file, contextlib.suppress(OSError):
            while file.write(bytes(2**16)):
                pass

    def make_room(self):
        os.unlink(self.ballast)

    def __enter__(self):
        return self

    def __exit__(self, *problem):
        subprocess.run(['umount', '--lazy', self.folder], check=False)


def files_below(folder):
    return sorted(os.path.join(at, name) for at, _, names in os.walk(folder) for name in names if name != 'ballast')


def noise(draw, width=400, height=400):
    """A picture that no codec makes small."""
    plain = png(width, height, (0, 0, 0))
    rows = b''.join(b'\0' + draw.randbytes(3 * width) for _ in range(height))
    data = zlib.compress(rows)
    at = plain.index(b'IDAT') - 4
    chunk = len(data).to_bytes(4, 'big') + b'IDAT' + data + zlib.crc32(b'IDAT' + data).to_bytes(4, 'big')
    return plain[:at] + chunk + png(1, 1, (0, 0, 0))[-12:]


def upload_in_want(town, who, picture, full, free):
    """One upload while there is no room, and the same once there is."""
    folder = town.server.folder
    places = [os.path.join(folder, name) for name in ('uploads', 'media')]
    wait_until('uploads that ended are gone', lambda: not files_below(places[0]))
    before = [files_below(place) for place in places], len(town.server.log())
    full()
    answer = who.upload(picture)
    body = answer.json
    check((answer.status, body['code'], body['status']) == (507, 'storage_full', 507), f'an upload without room: {answer!r}')
    check(answer.headers['Content-Type'] == 'application/problem+json', 'a problem')
    check(int(answer.headers['Retry-After']) > 0, 'when to come again')
    wait_until('nothing is left behind', lambda: [files_below(place) for place in places] == before[0])
    wait_until('the log tells of it', lambda: 'storage_full' in town.server.log()[before[1]:])
    check(who.request('GET', 'me').status == 200, 'other things go on')
    free()
    made = who.upload(picture)
    check(made.status == 201, f'the same upload with room: {made!r}')
    shown = who.request('GET', f"media/{made.json['id']}/full")
    check(shown.status == 200 and len(shown.body) > 10_000, 'the picture is there')


def upload_disks(town, disks):
    who = Client(town.base).register('driver', 'photographer')
    for name in ('uploads', 'media'):
        upload_in_want(town, who, noise(town.random), disks[name].fill, disks[name].make_room)
        print(f'  {name} without room', flush=True)


def file_size_limit(town):
    """A limit of the process instead of a disk's: what is longer cannot be written."""
    who = Client(town.base).register('driver', 'photographer')
    pid = town.server.process.pid
    before = resource.prlimit(pid, resource.RLIMIT_FSIZE)
    upload_in_want(town, who, noise(town.random), lambda: resource.prlimit(pid, resource.RLIMIT_FSIZE, (2**16, before[1])),
                   lambda: resource.prlimit(pid, resource.RLIMIT_FSIZE, before))
    print('  files without room', flush=True)


def psql(town, statement):
    """Whether the private database takes this."""
    with open(os.path.join(town.server.folder, 'pg', 'postmaster.pid')) as file:
        lines = file.read().split('\n')
    program = sorted(glob.glob('/usr/lib/postgresql/*/bin/psql'))[-1]
    done = subprocess.run([program, '-h', lines[4], '-p', lines[3], '-U', 'cargo', '-d', 'cargo', '-Atc', statement], capture_output=True)
    return done.returncode == 0


class Writer(Pair):
    """A couple of whom one says one thing after another, each until it is acknowledged."""

    def __init__(self, town):
        super().__init__(town, 0)
        self.offer()
        self.message = None

    def write(self):
        """The status, or None when there was no answer."""
        self.message = self.message or {'client_id': str(uuid.uuid4()), 'body': f'слово {self.random.randrange(10**9)} ' * 100}
        try:
            answer = self.buyer.client.request('POST', self.chats[0].path, self.message)
        except GONE:
            return None
        if answer.status in (200, 201):
            made, said, self.message = answer.json, self.message, None
            self.chats[0].said.append((said['client_id'], made['id'], made['seq'], self.buyer.id, made['body']))
        return answer.status


def database(town, disk):
    """People trade while the database has no room at all; they are told to come again, and nothing is lost."""
    writer = Writer(town)
    time.sleep(town.random.uniform(0.5, 1.5))
    town.check_alive()
    disk.fill()
    refused = wait_until('a write is refused', lambda: (status := writer.write()) not in (200, 201) and status, PATIENCE)
    check(refused == 503, f'a write without room: {refused}')
    answer = writer.buyer.client.request('GET', 'me')
    check(answer.status in (200, 503), f'a read without room: {answer!r}')
    print(f'  the database without room: {len(writer.chats[0].said)} writes went on, then 503; reads {answer.status}', flush=True)
    # The worst: the log of the database cannot go on, it gives up, and cannot start again. A switch without a record before it
    # takes no segment, and a checkpoint may give some back.
    for _ in range(2 * DATABASE_BYTES // SEGMENT_BYTES):
        if not psql(town, f"select pg_logical_emit_message(false, 'noise', repeat('-', {2**16})), pg_switch_wal()"):
            break
        disk.fill()
    else:
        check(False, 'the database gives up')
    time.sleep(town.random.uniform(0, 2))
    check(writer.buyer.client.request('GET', 'me').status == 503, 'a read without a database')
    check(town.server.process.poll() is None, 'cargod lives on')
    disk.make_room()
    wait_until('the server answers again', town.answers, PATIENCE)
    wait_until('writes go on', lambda: writer.write() in (200, 201), PATIENCE)
    town.check_alive()
    writer.look()
    print('  the database goes on', flush=True)


def main():
    options = arguments(__doc__).parse_args()
    if INSIDE not in os.environ:
        enter_namespace()
    mounts = INSIDE in os.environ
    print(f'seed {options.seed}', flush=True)
    with workplace(options.data) as folder, contextlib.ExitStack() as stack:
        disks = {}
        if mounts:
            for name, size in (('uploads', UPLOADS_BYTES), ('media', UPLOADS_BYTES), ('pg', DATABASE_BYTES)):
                disks[name] = stack.enter_context(Disk(os.path.join(folder, name), size))

        def story(town):
            file_size_limit(town)
            if mounts:
                upload_disks(town, disks)
                database(town, disks['pg'])
            else:
                print('  full disks are left out: nothing may be mounted here')
        return play('full disks', options.seed, Town(options.cargod, folder, options.seed, options.pairs), story)


if __name__ == '__main__':
    sys.exit(main())
