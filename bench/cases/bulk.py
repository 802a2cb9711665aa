"""`cargod import` of the whole file into a fresh database: the stand does it anyway."""
from harness.rows import Row


def import_csv(bench):
    told = bench.stand.imported
    return [Row('import', 'rows_per_s', told['rows'] / told['seconds'], target='>= 5000 ours'),
            Row('import', 'rows', told['rows'], target='>= 99184 ours'),
            Row('import', 'seconds', told['seconds'])]


CASES = {'import': import_csv}
