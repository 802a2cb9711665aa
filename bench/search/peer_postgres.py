#!/usr/bin/env python3
"""peer_postgres.py LISTINGS QUERIES FOLDER: full text with a GIN index, facets by GROUPING SETS, in a cluster of its own."""
import os
import pwd
import subprocess
import sys
import time

import psycopg2

import peer_protocol
import search_data
from search_data import FACETS, HITS

SETTINGS = {'listen_addresses': '', 'fsync': 'off', 'synchronous_commit': 'off', 'full_page_writes': 'off', 'wal_level': 'minimal',
            'max_wal_senders': '0', 'max_wal_size': '4GB', 'shared_buffers': '512MB', 'work_mem': '128MB',
            'maintenance_work_mem': '512MB', 'jit': 'off', 'max_parallel_workers_per_gather': '0', 'autovacuum': 'off',
            'log_min_messages': 'fatal', 'log_min_error_statement': 'panic'}
NUMBERS = search_data.COLUMNS[9:19]
# No list of stop words: every engine looks for the same words.
SCHEMA = f"""create extension if not exists plpgsql;
create text search dictionary ru (template = snowball, language = russian);
create text search dictionary en (template = snowball, language = english);
create text search configuration cars (copy = russian);
alter text search configuration cars alter mapping for word, hword, hword_part with ru;
alter text search configuration cars alter mapping for asciiword, asciihword, hword_asciipart with en;
create table listings (id bigint, {', '.join(f'{c} text' for c in search_data.WORD_FACETS)}, {', '.join(f'{c} bigint' for c in NUMBERS)},
    title text, description text, facts text,
    words tsvector generated always as (setweight(to_tsvector('cars', title || ' ' || facts), 'A') ||
                                        to_tsvector('cars', description)) stored);"""
INDEXES = """alter table listings add primary key (id);
create index on listings using gin (words) with (fastupdate = off);
create index on listings (price_minor, id); create index on listings (published_ms, id);
create index on listings (brand); create index on listings (country_from); create index on listings (mileage_km);
analyze listings;"""


def bin_folder():
    root = '/usr/lib/postgresql'
    return os.path.join(root, max(os.listdir(root), key=float), 'bin')


class Cluster:
    """PostgreSQL refuses to run as root; then it runs as its own user."""

    def __init__(self, folder):
        self.folder = folder
        self.user = {}
        if os.geteuid() == 0:
            entry = pwd.getpwnam('postgres')
            os.chown(folder, entry.pw_uid, entry.pw_gid)
            self.user = {'user': entry.pw_uid, 'group': entry.pw_gid, 'extra_groups': []}
        data = os.path.join(folder, 'data')
        subprocess.run([os.path.join(bin_folder(), 'initdb'), '-D', data, '-A', 'trust', '-U', 'bench', '-N', '--locale=C.UTF-8'],
                       check=True, stdout=subprocess.DEVNULL, cwd=folder, **self.user)
        options = [part for name, value in SETTINGS.items() for part in ('-c', f'{name}={value}')]
        self.server = subprocess.Popen([os.path.join(bin_folder(), 'postgres'), '-D', data, '-k', folder] + options,
                                       stdout=subprocess.DEVNULL, cwd=folder, **self.user)

    def connect(self, seconds=60):
        until = time.monotonic() + seconds
        while True:
            try:
                connection = psycopg2.connect(host=self.folder, dbname='postgres', user='bench')
                connection.autocommit = True
                return connection
            except psycopg2.OperationalError:
                if time.monotonic() > until or self.server.poll() is not None:
                    raise
                time.sleep(0.05)

    def end(self):
        if self.server.poll() is None:
            self.server.terminate()
            self.server.wait(60)


class Rows:
    """What COPY reads: a file of listings with one column more."""

    def __init__(self, path):
        self.lines = ('\t'.join(row + [search_data.facts_text(row)]) + '\n' for row in search_data.read_listings(path))

    def read(self, size=1 << 20):
        taken, length = [], 0
        for line in self.lines:
            taken.append(line)
            length += len(line)
            if length >= min(size, 1 << 20):
                break
        return ''.join(taken)


def conditions(query, left_out, any_word):
    """SQL and its values."""
    parts, values = ['true'], []
    if query.words:
        parts.append('words @@ to_tsquery(%s, %s)')
        joint = ' | ' if any_word else ' & '
        values += ['cars', joint.join('(' + ' | '.join(alternatives) + ')' for alternatives in query.words)]
    for facet, chosen in query.values.items():
        if facet != left_out:
            parts.append(f'{facet} = any(%s)')
            values.append(chosen)
    for column, (low, high) in query.ranges.items():
        if query.range_facet[column] == left_out and left_out:
            continue
        for sign, bound in (('>=', low), ('<=', high)):
            if bound is not None:
                parts.append(f'{column} {sign} %s')
                values.append(bound)
    return ' and '.join(parts), values


class Market:
    def __init__(self, connection):
        self.cursor = connection.cursor()
        self.pid = connection.get_backend_pid()

    def hits(self, query, any_word):
        where, values = conditions(query, None, any_word)
        order, of_order = 'published_ms desc, id', []
        if query.sort:
            order = f'{query.sort[0]} {query.sort[1]}, id'
        elif query.words:
            order = 'ts_rank(words, to_tsquery(%s, %s)) desc, ' + order
            of_order = values[:2]
        self.cursor.execute(f'select id from listings where {where} order by {order} limit {HITS}', values + of_order)
        return [row[0] for row in self.cursor.fetchall()]

    def count(self, query, any_word):
        facets, total = {}, 0
        for left_out, names in query.facet_groups():
            where, values = conditions(query, left_out, any_word)
            sets = ', '.join(f'({name})' for name in names) + ('' if left_out else ', ()')
            columns = ', '.join(names)
            self.cursor.execute(f'select grouping({columns}), count(*), {columns} from listings where {where} '
                                f'group by grouping sets ({sets})', values)
            # A bit is set for each column that the row is not grouped by; the first column has the highest.
            place = {(1 << len(names)) - 1 - (1 << (len(names) - 1 - i)): i for i, name in enumerate(names)}
            for row in self.cursor:
                if row[0] in place:
                    facets.setdefault(names[place[row[0]]], {})[str(row[2 + place[row[0]]])] = row[1]
                else:
                    total = row[1]
        return total, {facet: facets.get(facet, {}) for facet in FACETS}

    def answer(self, query):
        any_word = False
        hits = self.hits(query, any_word)
        if not hits and len(query.words) > 1:
            any_word = True
            hits = self.hits(query, any_word)
        return self.count(query, any_word)


def main():
    listings, queries, folder = sys.argv[1:]
    cluster = Cluster(folder)
    try:
        connection = cluster.connect()
        begun = time.monotonic()
        cursor = connection.cursor()
        cursor.execute(SCHEMA)
        cursor.copy_expert('copy listings (' + ', '.join(search_data.COLUMNS) + ', facts) from stdin', Rows(listings))
        cursor.execute(INDEXES)
        built = time.monotonic() - begun
        cursor.execute('select pg_total_relation_size(%s)', ['listings'])
        peer_protocol.tell({'build_s': built, 'size_bytes': cursor.fetchone()[0]})
        market = Market(connection)
        peer_protocol.serve(search_data.read_queries(queries), market.pid, market.answer)
        connection.close()
    finally:
        cluster.end()


if __name__ == '__main__':
    main()
