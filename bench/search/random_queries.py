"""Random queries in the form of queries.tsv: filters that occur in the data, every third with a word of the descriptions."""
import os
import random
import re
import urllib.parse

import search_data

RANGES = (('price', 'price_minor', 'price_from', 'price_to'), ('year', 'year', 'year_from', 'year_to'),
          ('mileage', 'mileage_km', None, 'mileage_to'), ('eta', 'eta_days', None, 'eta_to'),
          ('rating', 'rating_hundredths', 'rating_from', None))
SAMPLE = 5000


def words_of_sentences():
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'sentences.tsv'), encoding='utf-8') as file:
        text = ' '.join(line.split('\t')[-1] for line in file if not line.startswith('#'))
    return sorted(set(re.findall(r'(?<![\w{-])[^\W\d_]{4,}(?![\w}-])', text.lower())))


def write(path, listings, count, seed=1):
    chosen = random.Random(seed)
    rows = []
    for row in search_data.read_listings(listings):
        rows.append(dict(zip(search_data.COLUMNS, row)))
        if len(rows) == SAMPLE:
            break
    words = words_of_sentences()
    with open(path, 'w', encoding='utf-8') as out:
        for i in range(count):
            filters = []
            for facet in chosen.sample(search_data.WORD_FACETS, chosen.choice((0, 1, 1, 2, 3))):
                values = {chosen.choice(rows)[facet] for _ in range(chosen.choice((1, 1, 2, 4)))}
                filters += [(facet, value) for value in sorted(values)]
            for _, column, low, high in chosen.sample(RANGES, chosen.choice((0, 0, 1, 2))):
                ends = sorted(int(chosen.choice(rows)[column]) for _ in range(2))
                for name, value in ((low, ends[0]), (high, ends[1])):
                    if name and chosen.random() < 0.7:
                        filters.append((name, value / 100 if column == 'rating_hundredths' else value))
            word = chosen.choice(words) if i % 3 == 2 else ''
            out.write(f'R{i}\t{word}\t{word}\t{urllib.parse.urlencode(filters)}\n')
