"""Which of a million saved searches a new car fits: the percolator beside asking each in turn, in one process."""
import json
import os
import subprocess

from harness.rows import Row

TARGETS = {'p99_ms': '<= 5 ours'}


def alerts(bench):
    done = subprocess.run([os.path.join(bench.bin, 'bench_alerts')], capture_output=True, text=True, check=True)
    rows = [json.loads(line) for line in done.stdout.splitlines() if line.startswith('{')]
    return [Row(**row, target=TARGETS.get(row['metric'], '')) for row in rows]


CASES = {'alerts': alerts}
