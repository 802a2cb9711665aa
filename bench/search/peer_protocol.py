"""How the bench talks to an engine, one JSON line for each order. The programs in C++ speak the same (peer_protocol.h).

At the start the program fills itself and prints {"build_s", "size_bytes"}. Then it reads orders from its standard input:
    round           every query once; {name: {"total", "cpu_ms", "wall_ms"}}
    answers FILE    of the queries in that file; {name: {"total", "facets": {facet: {value: count}}}}
and ends with the input.
"""
import json
import sys
import time

import search_data


def cpu_clock(pid):
    """The clock of another process' processor time, with all its threads; see clock_getcpuclockid(3)."""
    return (~pid << 3) | 2


def tell(value):
    print(json.dumps(value, ensure_ascii=False), flush=True)


def serve(queries, pid, answer):
    """answer(query) -> (total, facets). pid: the process that does the work."""
    clock = cpu_clock(pid)
    for line in sys.stdin:
        order = line.split()
        if order[0] == 'round':
            measured = {}
            for query in queries:
                wall, cpu = time.perf_counter(), time.clock_gettime(clock)
                total, _ = answer(query)
                measured[query.name] = {'cpu_ms': (time.clock_gettime(clock) - cpu) * 1000,
                                        'wall_ms': (time.perf_counter() - wall) * 1000, 'total': total}
            tell(measured)
        elif order[0] == 'answers':
            told = {}
            for query in search_data.read_queries(order[1]):
                total, facets = answer(query)
                told[query.name] = {'total': total, 'facets': facets}
            tell(told)
