"""Memory of cargod itself, without its database: at rest, and while somebody sends 100 MB where 64 KB are allowed."""
import os
import shutil
import socket
import tempfile
import time

from harness import process
from harness.cargod import Cargod
from harness.rows import Row

BODY_BYTES = 100_000_000
BODIES = 10


def on_empty_server(bench, look):
    work = tempfile.mkdtemp(prefix='cargo-bench-')
    os.chmod(work, 0o755)
    server = None
    try:
        server = Cargod(bench.bin, os.path.join(work, 'data'))
        server.wait_until_ready()
        time.sleep(2)
        return look(server)
    finally:
        if server:
            server.end()
        shutil.rmtree(work, ignore_errors=True)


def idle(bench):
    rows = on_empty_server(bench, lambda server: [Row('idle', 'resident_mib', process.resident_kib(server.pid) / 1024,
                                                      target='<= 40 ours')])
    rows.append(Row('idle', 'resident_mib_99k_listings', process.resident_kib(bench.stand.server.pid) / 1024))
    return rows


def send_body(port):
    """Returns the status that the client saw, and whether it could send everything it wanted to."""
    head = (f'POST /api/v1/auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n'
            f'Content-Length: {BODY_BYTES}\r\n\r\n')
    with socket.create_connection(('127.0.0.1', port), 30) as client:
        client.sendall(head.encode())
        piece = b'x' * 65536
        try:
            for _ in range(BODY_BYTES // len(piece)):
                client.sendall(piece)
        except OSError:
            pass    # the server may stop reading; what it answered must be there all the same
        answer = b''
        while b'\r\n\r\n' not in answer:
            more = client.recv(65536)
            if not more:
                break
            answer += more
    return int(answer.split(b' ')[1]) if answer.startswith(b'HTTP/1.1 ') else 0


def peak_kib(pid):
    with open(f'/proc/{pid}/status') as file:
        return int(next(line for line in file if line.startswith('VmHWM')).split()[1])


def body(bench):
    def look(server):
        seen = [send_body(server.port)]    # the first one pages code in
        before = process.resident_kib(server.pid)
        with open(f'/proc/{server.pid}/clear_refs', 'w') as file:
            file.write('5')    # the peak starts again from here
        seen += [send_body(server.port) for _ in range(BODIES)]
        return [Row('body', 'status_413_seen_percent', 100 * seen.count(413) / len(seen), target='>= 100 ours'),
                Row('body', 'growth_mib', (process.resident_kib(server.pid) - before) / 1024, target='<= 2 ours'),
                Row('body', 'peak_growth_mib', (peak_kib(server.pid) - before) / 1024, target='<= 2 ours')]
    return on_empty_server(bench, look)


CASES = {'idle': idle, 'body': body}
