"""The contact filter beside libphonenumber, which finds telephones alone: the texts of the labelled set, in one process."""
import json
import os
import subprocess
import tempfile

from harness import stand
from harness.rows import Row

TEXTS = os.path.join(stand.HERE, '..', '..', 'shared', 'filter', 'dev.jsonl')


def contact_filter(bench):
    with tempfile.NamedTemporaryFile('w', suffix='.txt') as texts:
        with open(TEXTS) as file:
            for line in file:
                texts.write(json.loads(line)['text'].replace('\n', ' ') + '\n')
        texts.flush()
        done = subprocess.run([os.path.join(bench.bin, 'bench_filter'), texts.name], capture_output=True, text=True, check=True)
    return [Row(**json.loads(line)) for line in done.stdout.splitlines() if line.startswith('{')]


CASES = {'contact_filter': contact_filter}
