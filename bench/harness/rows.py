"""What a case gives back, and how it is shown."""
import dataclasses
import json
import statistics


@dataclasses.dataclass
class Row:
    case: str
    metric: str
    ours: float
    peer: float = None
    peer_name: str = ''
    ratio: float = None     # ours / peer, the median over the rounds
    target: str = ''        # '>= 2.0' for the ratio, '<= 3 ours' for our own figure; '' for what is only told

    def missed(self):
        if not self.target:
            return False
        relation, bound = self.target.split()[:2]
        value = self.ours if self.target.endswith('ours') else self.ratio
        return value < float(bound) if relation == '>=' else value > float(bound)


def median(values):
    return statistics.median(values)


def number(value):
    if value is None:
        return ''
    if abs(value) >= 1000:
        return f'{value:,.0f}'.replace(',', ' ')
    if float(value).is_integer():
        return f'{value:.0f}'
    return f'{value:.2f}' if abs(value) >= 0.1 else f'{value:.2g}'


def print_table(rows):
    titles = ['case', 'metric', 'ours', 'peer', 'peer_name', 'ratio', 'target', '']
    lines = [[r.case, r.metric, number(r.ours), number(r.peer), r.peer_name, number(r.ratio), r.target.replace(' ours', ''),
              'MISSED' if r.missed() else 'ok' if r.target else ''] for r in rows]
    widths = [max(len(line[i]) for line in [titles] + lines) for i in range(len(titles))]
    right = (2, 3, 5)
    for line in [titles] + lines:
        print('  '.join(text.rjust(w) if i in right else text.ljust(w) for i, (text, w) in enumerate(zip(line, widths))).rstrip(),
              flush=True)


def write_json(rows, path):
    with open(path, 'w') as out:
        json.dump([dataclasses.asdict(row) for row in rows], out, indent=1)
        out.write('\n')
