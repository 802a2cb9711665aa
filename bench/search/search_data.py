"""The listings and queries of the search bench, as the peers written in Python read them."""
import urllib.parse

COLUMNS = ('id', 'brand', 'model', 'body_type', 'fuel', 'transmission', 'drive', 'color', 'country_from', 'year', 'price_minor',
           'mileage_km', 'eta_days', 'rating_hundredths', 'published_ms', 'completion_per_mille', 'price_bin', 'eta_bin',
           'rating_bin', 'title', 'description')
WORD_FACETS = COLUMNS[1:9]
FACETS = WORD_FACETS + ('year', 'price_bin', 'eta_bin', 'rating_bin')
# What a range parameter filters, in which unit of the column, and whose facet ignores it.
RANGES = {'year': ('year', 1, 'year'), 'price': ('price_minor', 1, 'price_bin'), 'mileage': ('mileage_km', 1, None),
          'eta': ('eta_days', 1, 'eta_bin'), 'rating': ('rating_hundredths', 100, 'rating_bin')}
SORTS = {'price_asc': ('price_minor', 'asc'), 'price_desc': ('price_minor', 'desc'), 'newest': ('published_ms', 'desc'),
         'mileage_asc': ('mileage_km', 'asc'), 'eta_asc': ('eta_days', 'asc')}
HITS = 20


def read_listings(path):
    """Each as a list of texts in the order of COLUMNS, ё written as е: no peer treats them alike by itself."""
    with open(path, encoding='utf-8') as file:
        for line in file:
            yield line.rstrip('\n').replace('ё', 'е').replace('Ё', 'Е').split('\t')


def facts_text(row):
    """The words of the facets are searched as text too, country apart, as we do it."""
    return ' '.join(row[1:8])


class Query:
    """words: a list of lists of alternatives. values: facet -> values. ranges: column -> (from, to), either may be None."""

    def __init__(self, line):
        self.name, self.typed, words, filters = line.rstrip('\n').split('\t')
        self.words = [word.replace('ё', 'е').split('~') for word in words.split()]
        self.values, self.ranges, self.range_facet, self.sort = {}, {}, {}, None
        for name, value in urllib.parse.parse_qsl(filters):
            if name == 'sort':
                self.sort = SORTS[value]
            elif name in WORD_FACETS:
                self.values.setdefault(name, []).append(value)
            else:
                what, end = name.rsplit('_', 1)
                column, unit, facet = RANGES[what]
                low, high = self.ranges.get(column, (None, None))
                number = round(float(value) * unit)
                self.ranges[column] = (number, high) if end == 'from' else (low, number)
                self.range_facet[column] = facet

    def facet_groups(self):
        """Facets that can be counted together: (left out, facets). Each facet ignores its own filter."""
        filtered = set(self.values) | {facet for facet in self.range_facet.values() if facet}
        groups = [(None, [facet for facet in FACETS if facet not in filtered])]
        return groups + [(facet, [facet]) for facet in FACETS if facet in filtered]


def read_queries(path):
    with open(path, encoding='utf-8') as file:
        return [Query(line) for line in file if not line.startswith('#')]
