"""The three apps from their start to their first frame, drawn in software: under Xvfb with Mesa, and without any screen."""
import os
import shutil
import subprocess
import tempfile

from harness import process
from harness.rows import Row, median

RUNS = 7
APPS = {'cargo-buyer': ('', 1000), 'cargo-driver': ('driver_', 800), 'cargo-admin': ('console_', 1000)}
PLATFORMS = {'xvfb': {'QT_QPA_PLATFORM': 'xcb', 'LIBGL_ALWAYS_SOFTWARE': '1'},
             'offscreen': {'QT_QPA_PLATFORM': 'offscreen', 'QT_QUICK_BACKEND': 'software'}}


class Screen:
    def __init__(self):
        reading, writing = os.pipe()
        self.process = subprocess.Popen(['Xvfb', '-displayfd', str(writing), '-screen', '0', '1280x900x24', '-nolisten', 'tcp'],
                                        pass_fds=[writing], stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as pipe:
            self.name = ':' + pipe.readline().strip()

    def end(self):
        process.end(self.process)


def first_frame(bench):
    rows = []
    folder = tempfile.mkdtemp(prefix='cargo-bench-')
    screen = Screen()
    try:
        for app, platform in ((app, platform) for app in APPS for platform in PLATFORMS):
            variables = PLATFORMS[platform]
            env = dict(os.environ, DISPLAY=screen.name, HOME=folder, **variables)
            times = []
            for _ in range(RUNS + 1):
                done = subprocess.run([os.path.join(bench.bin, app), '--measure-first-frame', '--data-dir', folder,
                                       '--server', 'http://127.0.0.1:9'], env=env, capture_output=True, text=True, timeout=60)
                times.append(int(done.stdout.split()[0]))
            bench.say(f'first_frame {app} {platform}: {times} ms')
            prefix, most = APPS[app]
            rows.append(Row('first_frame', f'{prefix}{platform}_ms', median(times[1:]), target=f'<= {most} ours'))
    finally:
        screen.end()
        shutil.rmtree(folder, ignore_errors=True)
    return rows


CASES = {'first_frame': first_frame}
