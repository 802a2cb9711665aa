"""The engines of the search bench: programs that fill themselves and then take orders (bench/search/peer_protocol.py)."""
import json
import os
import shutil
import subprocess

from harness import stand

FOLDER = os.path.join(stand.HERE, 'search')
QUERIES = os.path.join(FOLDER, 'queries.tsv')
PYTHON = '/usr/bin/python3'    # the one that Debian's modules are installed for


def known(binaries):
    """name -> command without its three arguments; ours first."""
    return {'ours': [os.path.join(binaries, 'bench_engine')],
            'xapian': [os.path.join(binaries, 'peer_xapian')],
            'sphinx': [PYTHON, os.path.join(FOLDER, 'peer_sphinx.py')],
            'postgres': [PYTHON, os.path.join(FOLDER, 'peer_postgres.py')]}


def is_here(name, command):
    """Whether it was built, and what it needs is installed."""
    if not all(os.path.exists(word) for word in command):
        return False
    module = {'sphinx': 'pymysql', 'postgres': 'psycopg2'}.get(name)
    if module and subprocess.run([PYTHON, '-c', 'import ' + module], stderr=subprocess.DEVNULL).returncode:
        return False
    return name != 'sphinx' or shutil.which('searchd') is not None


class Engine:
    def __init__(self, command, listings, folder):
        os.makedirs(folder)
        self.process = subprocess.Popen(command + [listings, QUERIES, folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        text=True)
        self.built = self._read()

    def _read(self):
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f'{self.process.args} ended with {self.process.wait()}')
        return json.loads(line)

    def order(self, text):
        self.process.stdin.write(text + '\n')
        self.process.stdin.flush()
        return self._read()

    def end(self):
        """It ends with its input, and ends what it has started."""
        self.process.stdin.close()
        try:
            self.process.wait(120)
        except subprocess.TimeoutExpired:
            self.process.terminate()
            self.process.wait(60)
