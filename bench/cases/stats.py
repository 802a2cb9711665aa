"""Figures for staff over a million deals: what a page of the console waits for, and what the job pays for it."""
import os
import statistics
import time
import urllib.request

from cases.memory import on_empty_server
from harness.rows import Row
from harness.stand import HERE, access_token, psql

ADMIN = 8
QUESTIONS = {
    'totals': '',
    'overview': '/overview?from=2023-01-01&to=2029-12-31', 'series_days': '/series?from=2023-01-01&to=2029-12-31',
    'series_months': '/series?from=2023-01-01&to=2029-12-31&bucket=month', 'time_in_state': '/time-in-state?from=2023-01-01&to=2029-12-31',
    'cohorts': '/cohorts?from=2023-01-01&to=2029-12-31', 'csv': '/series?from=2023-01-01&to=2029-12-31&format=csv'}
VIEWS = ('stat_days', 'stat_states', 'stat_visits', 'stat_waits', 'stat_cohorts')


def stats(bench):
    return on_empty_server(bench, lambda server: measure(bench, server))


def measure(bench, server):
    bench.say('making a million deals')
    with open(os.path.join(HERE, 'http', 'million_deals.sql')) as file:
        psql(server.conninfo, file.read())
    deals = int(psql(server.conninfo, 'select count(*) from deals'))
    rows = [Row('stats', 'deals', deals, target='>= 1000000 ours')]
    for view in VIEWS:
        begun = time.monotonic()
        psql(server.conninfo, f'refresh materialized view concurrently {view}')
        rows.append(Row('stats', f'refresh_{view}_s', time.monotonic() - begun))
    token = access_token('01910000-0000-7000-8000-000000000001', 'staff', ADMIN)
    for name, path in QUESTIONS.items():
        times = []
        for _ in range(20):
            request = urllib.request.Request(f'http://127.0.0.1:{server.port}/api/v1/admin/stats{path}')
            request.add_header('Authorization', 'Bearer ' + token)
            begun = time.monotonic()
            with urllib.request.urlopen(request, timeout=60) as answer:
                answer.read()
            times.append((time.monotonic() - begun) * 1000)
        rows.append(Row('stats', f'{name}_ms', statistics.median(times), target='<= 300 ours'))
        rows.append(Row('stats', f'{name}_slowest_ms', max(times)))
    return rows


CASES = {'stats': stats}
