#!/usr/bin/env python3
"""peer_sphinx.py LISTINGS QUERIES FOLDER: a plain index with integer attributes, facets by FACET in SphinxQL.

Sphinx has no facets that ignore their own filter: each of those is one more query, as in any shop that runs on it."""
import os
import subprocess
import sys
import time

import pymysql

import peer_protocol
import search_data
from search_data import FACETS, HITS, WORD_FACETS

# Prices in kopecks and times in ms do not fit 32 bits.
BIG = ('price_minor', 'published_ms')
SMALL = WORD_FACETS + ('year', 'mileage_km', 'eta_days', 'rating_hundredths', 'price_bin', 'eta_bin', 'rating_bin')
SORT_ENDS = ', id ASC'
CONFIG = """source listings
{{
    type = tsvpipe
    tsvpipe_command = cat {folder}/rows.tsv
{attributes}
    tsvpipe_field = title
    tsvpipe_field = description
}}
index listings
{{
    source = listings
    path = {folder}/listings
    morphology = stem_enru
    min_word_len = 1
    charset_table = 0..9, A..Z->a..z, a..z, U+410..U+42F->U+430..U+44F, U+430..U+44F
}}
indexer
{{
    mem_limit = 512M
}}
searchd
{{
    listen = {folder}/socket:mysql41
    log = {folder}/log
    pid_file = {folder}/pid
    binlog_path =
    workers = threads
    dist_threads = 0
    subtree_docs_cache = 0
    subtree_hits_cache = 0
}}
"""


class Codes:
    """Attributes are numbers; these are the words behind them."""

    def __init__(self):
        self.codes = {facet: {} for facet in WORD_FACETS}

    def of(self, facet, word):
        known = self.codes[facet]
        return known.setdefault(word, len(known) + 1)

    def words(self, facet):
        return {code: word for word, code in self.codes[facet].items()}


def write_rows(listings, path):
    codes = Codes()
    place = {name: i for i, name in enumerate(search_data.COLUMNS)}
    with open(path, 'w', encoding='utf-8') as out:
        for row in search_data.read_listings(listings):
            fields = [row[0]]
            for name in SMALL + BIG:
                value = row[place[name]]
                fields.append(str(codes.of(name, value)) if name in WORD_FACETS else value)
            fields += [row[place['title']] + ' ' + search_data.facts_text(row), row[place['description']]]
            out.write('\t'.join(fields) + '\n')
    return codes


def write_config(folder):
    attributes = [f'    tsvpipe_attr_uint = {name}' for name in SMALL] + [f'    tsvpipe_attr_bigint = {name}' for name in BIG]
    path = os.path.join(folder, 'sphinx.conf')
    with open(path, 'w') as out:
        out.write(CONFIG.format(folder=folder, attributes='\n'.join(attributes)))
    return path


def connect(folder, server, seconds=60):
    until = time.monotonic() + seconds
    while True:
        try:
            return pymysql.connect(unix_socket=os.path.join(folder, 'socket'), user='', charset='utf8',
                                   client_flag=pymysql.constants.CLIENT.MULTI_STATEMENTS)
        except pymysql.err.OperationalError:
            if time.monotonic() > until or server.poll() is not None:
                raise
            time.sleep(0.05)


class Market:
    def __init__(self, connection, codes):
        self.cursor = connection.cursor()
        self.codes = codes
        self.words = {facet: codes.words(facet) for facet in WORD_FACETS}

    def conditions(self, query, left_out, any_word):
        parts = []
        if query.words:
            joint = ' | ' if any_word else ' '
            parts.append("MATCH('" + joint.join('(' + ' | '.join(alternatives) + ')' for alternatives in query.words) + "')")
        for facet, chosen in query.values.items():
            if facet != left_out:
                parts.append(f'{facet} IN (' + ','.join(str(self.codes.of(facet, value)) for value in chosen) + ')')
        for column, (low, high) in query.ranges.items():
            if query.range_facet[column] == left_out and left_out:
                continue
            parts += [f'{column} {sign} {bound}' for sign, bound in (('>=', low), ('<=', high)) if bound is not None]
        return ' WHERE ' + ' AND '.join(parts) if parts else ''

    def ask(self, query, left_out, facets, order, limit, any_word):
        """The ids, and a map for each facet."""
        ranker = 'bm25' if query.words and not query.sort and not left_out else 'none'
        sql = f'SELECT id FROM listings{self.conditions(query, left_out, any_word)} ORDER BY {order} LIMIT {limit} ' \
              f'OPTION ranker={ranker}, max_matches=2000, field_weights=(title=3, description=1)'
        for facet in facets:
            sql += f' FACET {facet} ORDER BY COUNT(*) DESC LIMIT 0,2000'
        self.cursor.execute(sql)
        ids = [row[0] for row in self.cursor.fetchall()]
        counts = {}
        for facet in facets:
            self.cursor.nextset()
            words = self.words.get(facet)
            counts[facet] = {words[code] if words else str(code): count for code, count in self.cursor.fetchall()}
        return ids, counts

    def answer(self, query):
        order = 'published_ms DESC' + SORT_ENDS
        if query.sort:
            order = f'{query.sort[0]} {query.sort[1]}' + SORT_ENDS
        elif query.words:
            order = 'WEIGHT() DESC, ' + order
        facets, any_word = {}, False
        for left_out, names in query.facet_groups():
            if left_out:
                _, counts = self.ask(query, left_out, names, 'id ASC', 1, any_word)
            else:
                ids, counts = self.ask(query, None, names, order, HITS, any_word)
                if not ids and len(query.words) > 1:
                    any_word = True
                    ids, counts = self.ask(query, None, names, order, HITS, any_word)
                # Every listing has a value in every facet.
                total = sum(counts[names[0]].values())
            facets.update(counts)
        return total, {facet: facets[facet] for facet in FACETS}


def main():
    listings, queries, folder = sys.argv[1:]
    codes = write_rows(listings, os.path.join(folder, 'rows.tsv'))
    config = write_config(folder)
    begun = time.monotonic()
    subprocess.run(['indexer', '--config', config, '--quiet', '--all'], check=True, stdout=sys.stderr)
    built = time.monotonic() - begun
    os.remove(os.path.join(folder, 'rows.tsv'))
    size = sum(entry.stat().st_size for entry in os.scandir(folder) if entry.name.startswith('listings.'))
    server = subprocess.Popen(['searchd', '--config', config, '--nodetach'], stdout=subprocess.DEVNULL)
    try:
        connection = connect(folder, server)
        peer_protocol.tell({'build_s': built, 'size_bytes': size})
        market = Market(connection, codes)
        peer_protocol.serve(search_data.read_queries(queries), server.pid, market.answer)
        connection.close()
    finally:
        server.terminate()
        server.wait(60)


if __name__ == '__main__':
    main()
