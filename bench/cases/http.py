"""Routes under wrk, 32 connections: ours with the whole chain on, the Go peer on the same tables, pgbench without a server."""
from harness import rounds
from harness.load import PgBench, Wrk, bind
from harness.stand import BUYERS, CONVERSATIONS, DRIVERS, FIRST

METRICS = ['req_per_s', 'p50_ms', 'p99_ms', 'server_cpu_us']


def uuid(kind, variable):
    return f"('01900000-0000-7000-800{kind}-' || {variable})::uuid"


def measure(bench, case, script, pgbench, go_target, pgbench_target, settle=False, defines=None, search=None, **extra):
    """pgbench: its script. settle: wait before each measurement until the relay has delivered what the last one wrote.
    search: a script for one more pgbench, where PostgreSQL does all the work of a search."""
    place = bench.stand
    variants = {'ours': Wrk(place, place.port, place.server.pid, script, bench.seconds, **extra)}
    pids = [place.server.pid, place.server.postmaster]
    go = bench.go_port
    if go:
        variants['go'] = Wrk(place, go, place.go.pid, script, bench.seconds, **extra)
        if script == 'message':
            variants['go_tx'] = Wrk(place, go, place.go.pid, script, bench.seconds, BENCH_PREFIX='/tx', **extra)
        pids.append(place.go.pid)
    variants['pgbench'] = PgBench(place, case, pgbench, bench.seconds, defines)
    if search:
        variants['pgbench_search'] = PgBench(place, case + '-search', search, bench.seconds)
    results = rounds.interleave(bench, case, variants, pids, place.settle if settle else None)
    targets = {('req_per_s', 'go'): go_target, ('req_per_s', 'pgbench'): pgbench_target}
    if go_target:
        targets['p99_ms', 'go'] = '<= 1.0'
    return rounds.compare(case, results, METRICS, targets)


def random_id(variable, low, high):
    return f'\\set {variable} random({FIRST + low}, {FIRST + high})\n'


def listing(bench):
    sql = bench.statements['listings.page']
    script = random_id('l', 0, bench.stand.listings - 1) + random_id('u', 0, BUYERS - 1)
    return measure(bench, 'listing', 'listing', script + bind(sql, [uuid(1, ':l'), uuid(0, ':u')]), '>= 2.0', '>= 0.65')


def user_listings(bench):
    sql = bench.statements['listings.published_of']
    script = random_id('d', BUYERS, BUYERS + DRIVERS - 1) + random_id('u', 0, BUYERS - 1)
    values = [uuid(0, ':d'), 'null', '21', uuid(0, ':u')]
    return measure(bench, 'user_listings', 'user_listings', script + bind(sql, values), '>= 1.9', '')


PAGE = 20


def search(bench, case, facets, targets):
    """pgbench: the page's cards by their keys, the statement that our route runs. pgbench_search: one statement that finds
    them too, as Go runs it."""
    keys = ''.join(random_id(f'l{i}', 0, bench.stand.listings - 1) for i in range(PAGE))
    ids = 'array[' + ','.join(uuid(1, f':l{i}') for i in range(PAGE)) + ']'
    cards = keys + bind(bench.statements['search.cards'], [ids])
    sql = bench.statements['bench.search']
    brands = "(array['Audi','BMW','Ford','Hyundai','Mercedes-Benz','Skoda','Toyota','Vauxhall','Volkswagen'])[:b]"
    whole = '\\set b random(1, 9)\n\\set p random(80000000, 400000000)\n' + bind(sql, [brands, ':p', str(PAGE + 1)])
    return measure(bench, case, 'listings20', cards, *targets, search=whole, BENCH_FACETS=facets)


def listings20(bench):
    return search(bench, 'listings20', '&facets=none', ('>= 1.9', '>= 0.85'))


def listings20_facets(bench):
    return search(bench, 'listings20_facets', '', ('', ''))


BODY = 'Здравствуйте! Машина ещё есть? Можно посмотреть её в выходные?'
NOBODY = '01900000-0000-7000-8000-000000000000'
# What the statement gets as text parameters, for pgbench: the message as JSON around its number.
MESSAGE = {
    'body': BODY,
    'flags': '{"contact_attempts":0,"kinds":[]}',
    'before': f'{{"id":"{NOBODY}","conversation_id":"{NOBODY}","seq":',
    'after': f',"sender_id":"{NOBODY}","client_id":"{NOBODY}","body":"{BODY}","masked":false,"flags":'
             '{"contact_attempts":0,"kinds":[]},"attachments":[],"created_at":"2026-01-01T00:00:00.000Z"}',
}


def message_script(bench, keyed):
    """The transaction of one message. Conversations are dealt to buyers by their number, as seed.sql does."""
    conversation, buyer, fresh = uuid(2, ':c'), uuid(0, ':u'), 'gen_random_uuid()'
    values = [conversation, buyer, fresh, fresh, ':body', ':body', 'false', ':flags', '0', "'{}'", 'now()',
              '9223372036854775807', "(now() - interval '24 hours')", ':before', ':after', ':before', ':after', 'null', 'now()', "'{}'"]
    script = f'\\set n random(0, {CONVERSATIONS - 1})\n\\set c {FIRST} + :n\n\\set u {FIRST} + :n % {BUYERS}\n'
    if not keyed:
        return script + bind(bench.statements['chat.send'], values)
    owner, key = buyer + '::text', "(:k || '-0000-7000-8000-000000000000')"
    script += '\\set k random(1000000000000, 9000000000000)\n'
    script += bind(bench.statements['idempotency.find_answer'], [owner, key])
    return script + bind(bench.statements['chat.send_keyed'], values + [owner, key, "sha256('request')"])


def message(bench):
    return measure(bench, 'message', 'message', message_script(bench, True), '>= 1.4', '>= 0.9', True,
                   defines=MESSAGE, BENCH_KEYED='1')


def message_plain(bench):
    return measure(bench, 'message_plain', 'message', message_script(bench, False), '>= 1.4', '>= 0.9', True,
                   defines=MESSAGE, BENCH_KEYED='0')


CASES = {'listing': listing, 'user_listings': user_listings, 'listings20': listings20,
         'listings20_facets': listings20_facets, 'message': message, 'message_plain': message_plain}
