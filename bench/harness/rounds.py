"""Variants in turns: one round warms up, every second round goes backwards, ratios are taken inside a round."""
import contextlib

from harness.process import Alone
from harness.rows import Row, median


def turns(bench, names):
    """(number of the round, name): round 0 warms up, every second one goes backwards."""
    for number in range(bench.rounds + 1):
        for name in reversed(list(names)) if number % 2 else list(names):
            yield number, name


def interleave(bench, case, variants, pids=(), before=None):
    """variants: name -> function that measures once and returns {metric: value}. Returns name -> list of such.
    pids: processes that run all the time and are measured too, for --alone. before: called ahead of each measurement."""
    results = {name: [] for name in variants}
    for number, name in turns(bench, variants):
        if before:
            before()
        with Alone(pids) if bench.alone else contextlib.nullcontext():
            measured = variants[name]()
        if number > 0:
            results[name].append(measured)
        bench.say(f'{case} {number} {name}: ' + ' '.join(f'{k}={v:.2f}' for k, v in measured.items()))
    return results


def compare(case, results, metrics, targets=None):
    """Rows of 'ours' against every peer that has the metric. targets: (metric, peer) -> target."""
    targets = targets or {}
    rows = []
    ours = results['ours']
    for metric in metrics:
        mine = median([m[metric] for m in ours])
        for peer, measured in results.items():
            if peer == 'ours' or metric not in measured[0]:
                continue
            ratio = median([a[metric] / b[metric] for a, b in zip(ours, measured) if b[metric]] or [0])
            rows.append(Row(case, metric, mine, median([m[metric] for m in measured]), peer, ratio,
                            targets.get((metric, peer), '')))
    return rows
