"""Processes that the bench starts and looks at: always ended by the object that started them, read through /proc."""
import os
import re
import socket
import subprocess
import time

TICK = os.sysconf('SC_CLK_TCK')


def free_port():
    with socket.socket() as probe:
        probe.bind(('127.0.0.1', 0))
        return probe.getsockname()[1]


def wait_until(done, problem, seconds, pause):
    """Asks again after each pause until done() is true; `problem` is said of what never is."""
    until = time.monotonic() + seconds
    while not done():
        if time.monotonic() > until:
            raise RuntimeError(problem)
        time.sleep(pause)


def wait_for_port(port, process, seconds=30):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            socket.create_connection(('127.0.0.1', port), 1).close()
            return
        except OSError:
            if process.poll() is not None:
                raise RuntimeError(f'{process.args[0]} ended with {process.returncode}')
            time.sleep(0.05)
    raise RuntimeError(f'{process.args[0]} does not listen')


def end(process):
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def resident_kib(pid):
    with open(f'/proc/{pid}/smaps_rollup') as file:
        return int(re.search(r'^Rss:\s+(\d+)', file.read(), re.M).group(1))


def processor_seconds(pid):
    """Of the process and all its threads. 0 when it is gone."""
    try:
        with open(f'/proc/{pid}/stat') as file:
            fields = file.read().rsplit(')', 1)[1].split()
    except OSError:
        return 0
    return (int(fields[11]) + int(fields[12])) / TICK


def children_of(pid):
    found = []
    for task in os.listdir(f'/proc/{pid}/task'):
        with open(f'/proc/{pid}/task/{task}/children') as file:
            found += [int(child) for child in file.read().split()]
    return found


def family(pid):
    """The process and everything it started."""
    try:
        return [pid] + [p for child in children_of(pid) for p in family(child)]
    except OSError:
        return []


class Alone:
    """Real-time priority for these processes, ours and what we start meanwhile: for the length of one measurement a busy
    machine is theirs, as a quiet one would be. Needs root; the pause afterwards is for everybody else."""

    SECONDS = 0.85    # the kernel gives everybody else a twentieth of each second; that shall not be in our figures
    PAUSE_SECONDS = 1.5

    def __init__(self, pids):
        self.pids = pids

    def _schedule(self, policy, priority):
        for pid in [p for root in self.pids for p in family(root)] + [os.getpid()]:
            try:
                for task in os.listdir(f'/proc/{pid}/task'):
                    os.sched_setscheduler(int(task), policy, os.sched_param(priority))
            except OSError:
                pass    # it has just ended

    def __enter__(self):
        self._schedule(os.SCHED_RR, 1)

    def __exit__(self, *_):
        self._schedule(os.SCHED_OTHER, 0)
        time.sleep(self.PAUSE_SECONDS)


def allow_many_files():
    import resource
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    wanted = 65536 if hard == resource.RLIM_INFINITY else min(hard, 65536)
    resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
