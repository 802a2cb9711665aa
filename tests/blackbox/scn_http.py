"""What holds for every route: request ids, traces, languages, idempotency, conditional reads, lists, limits, bad input."""
import socket
import urllib.parse
import urllib.request
import uuid

from world import TRACE, check, problem, same, status


def scenario_every_answer(world):
    buyer = world.buyer()
    for method, path in (('GET', 'me'), ('GET', 'nothing'), ('GET', 'search'), ('POST', 'auth/login'), ('PUT', 'listings')):
        answer = buyer.request(method, path, {} if method != 'GET' else None)
        check(answer.headers.get('X-Request-Id'), f'X-Request-Id of {path}')
    same(buyer.request('GET', 'me', headers={'X-Request-Id': 'mine-42-today'}).headers['X-Request-Id'], 'mine-42-today', 'my request id')
    trace = '00-' + uuid.uuid4().hex + '-' + uuid.uuid4().hex[:16] + '-01'
    told = buyer.request('GET', 'me', headers={'traceparent': trace}).headers.get('traceparent')
    check(told and TRACE.match(told), f'traceparent is returned: {told}')
    same(told.split('-')[1], trace.split('-')[1], 'the same trace')
    for nonsense in ('x', '00-' + '0' * 32 + '-' + '0' * 16 + '-01', 'я'.encode().decode('latin-1')):
        status(buyer.request('GET', 'me', headers={'traceparent': nonsense}), 200, 'a broken trace harms nobody')
    texts = {}
    for language in ('ru', 'en', 'en-GB,en;q=0.9,ru;q=0.1', 'ru-RU', 'de', '*', ''):
        texts[language] = problem(buyer.request('GET', 'nothing', headers={'Accept-Language': language}), 404)['title']
    check(texts['ru'] != texts['en'], 'two languages')
    same((texts['en-GB,en;q=0.9,ru;q=0.1'], texts['ru-RU']), (texts['en'], texts['ru']), 'the language that is wanted most')
    field = {language: problem(buyer.request('POST', 'auth/register', {}, headers={'Accept-Language': language}), 422)['errors'][0]['message']
             for language in ('ru', 'en')}
    check(field['ru'] != field['en'], f'fields in two languages: {field}')
    wrong = buyer.request('PUT', 'listings')
    problem(wrong, 405, 'method_not_allowed')
    check('POST' in wrong.headers['Allow'], 'Allow')


def scenario_idempotency(world):
    buyer, driver, listing = world.pair()
    key, order = str(uuid.uuid4()), world.order(listing)
    first = status(buyer.request('POST', 'deals', order, key=key), 201)
    again = status(buyer.request('POST', 'deals', order, key=key), 201)
    same(again.json, first.json, 'the same key, the same answer')
    problem(buyer.request('POST', 'deals', {**order, 'delivery_place': 'Омск'}, key=key), 422, 'idempotency_key_reused')
    # keys belong to people
    other = world.buyer().request('POST', 'deals', order, key=key)
    check(other.status in (201, 409) and other.json.get('id') != first.json['id'], 'another person, another key')
    cancel = str(uuid.uuid4())
    path = f"deals/{first.json['id']}/cancel"
    one = status(buyer.request('POST', path, {'note': 'Передумал'}, key=cancel), 200)
    two = status(buyer.request('POST', path, {'note': 'Передумал'}, key=cancel), 200)
    same(two.json, one.json, 'a move once more')
    problem(buyer.request('POST', path, {'note': 'Передумал'}), 409, 'state_conflict')
    # a refusal is not remembered as success
    bad = str(uuid.uuid4())
    problem(buyer.request('POST', 'deals', {**order, 'delivery_place': ''}, key=bad), 422)
    for wrong in ('x' * 1000, 'k\x7f'):
        problem(buyer.request('POST', 'deals', order, key=wrong), (400, 422))
    made = str(uuid.uuid4())
    car = world.car(photos=[driver.photo(world.color())])
    same(driver.call('POST', 'listings', car, key=made)['id'], driver.call('POST', 'listings', car, key=made)['id'], 'one listing')


def scenario_conditional_reads(world):
    deal = world.deal('created')
    seen = deal.buyer.request('GET', deal.path)
    tag = seen.headers['ETag']
    same(deal.buyer.request('GET', deal.path, headers={'If-None-Match': tag}).status, 304, 'unchanged')
    same(deal.buyer.request('GET', deal.path, headers={'If-None-Match': f'"x", {tag}'}).status, 304, 'a list of tags')
    same(deal.buyer.request('GET', deal.path, headers={'If-None-Match': '*'}).status, 304, 'any')
    deal.to_funded()
    after = deal.buyer.request('GET', deal.path, headers={'If-None-Match': tag})
    same((after.status, after.json['status']), (200, 'funded'), 'changed')


def scenario_lists(world):
    buyer, driver, listing = world.pair()
    deals = [buyer.call('POST', 'deals', world.order(listing), expect=201)['id']]
    for _ in range(4):
        buyer.call('POST', f'deals/{deals[-1]}/cancel', {'note': ''}, expect=200)
        deals.append(buyer.call('POST', 'deals', world.order(listing), expect=201)['id'])
    whole = [d['id'] for d in buyer.get('deals')['items']]
    same(sorted(whole), sorted(deals), 'my deals')
    paged, cursor = [], None
    while True:
        page = driver.get('deals', limit=2, **({'cursor': cursor} if cursor else {}))
        check(len(page['items']) <= 2, 'limit')
        paged += [d['id'] for d in page['items']]
        cursor = page['next_cursor']
        if cursor is None:
            break
    same(paged, whole, 'pages hold every deal once, in order')
    for who, path in ((buyer, 'deals'), (buyer, 'conversations'), (driver, 'me/listings'), (buyer, 'me/favourites'), (buyer, 'notifications'),
                      (driver, 'me/payouts')):
        for bad in ('limit=0', 'limit=101', 'limit=x', 'limit=-1', 'cursor=nonsense', 'cursor=%00', 'cursor=' + 'A' * 500):
            problem(who.request('GET', f'{path}?{bad}'), (400, 422))
        same(set(who.get(path)) >= {'items', 'next_cursor'}, True, f'{path} is a list')


def scenario_limits(world):
    driver = world.driver()
    answers = []
    for _ in range(500):                # until the bucket is empty, however slow the machine is
        answers.append(driver.upload(b'nothing'))
        if answers[-1].status == 429:
            break
    problem(answers[-1], 429, 'rate_limited')
    check(len(answers) > 20 and int(answers[-1].headers['Retry-After']) > 0, f'after {len(answers)} uploads, with Retry-After')
    status(driver.request('GET', 'me'), 200, 'other things go on')
    check(world.driver().upload(b'nothing').status != 429, 'other people go on')
    guest = world.client()
    for i in range(1000):
        answer = guest.request('POST', 'auth/refresh', {'refresh_token': 'x'})
        if answer.status == 429:
            break
    problem(answer, 429, 'rate_limited')
    check(int(answer.headers['Retry-After']) > 0, 'Retry-After')
    # a client that lies about its address in front of the proxy's word changes nothing
    lying = {'X-Forwarded-For': f'1.2.3.4, {guest.address}'}
    answers = [guest.request('POST', 'auth/refresh', {'refresh_token': 'x'}, headers=lying).status for _ in range(60)]
    check(429 in answers, 'the bucket is that of the address which the proxy saw')


def raw(world, head, body=b''):
    """Bytes as they are; gives the status or None when the server only closes."""
    url = urllib.parse.urlsplit(world.base)
    with socket.create_connection((url.hostname, url.port), 10) as line:
        try:
            line.sendall(head.replace(b'\n', b'\r\n').replace(b'HOST', url.netloc.encode()) + body)
            said = b''
            while part := line.recv(65536):
                said += part
                if b'\r\n\r\n' in said and said.startswith(b'HTTP/1.1 4'):
                    break
        except (ConnectionResetError, BrokenPipeError):
            return None
    return int(said.split(b' ')[1]) if said else None


def scenario_bad_requests(world):
    buyer = world.buyer()
    for body in (b'{', b'[]', b'null', b'{"a":1}x', b'"\xff"', b'{"note":"\x00"}', b'[' * 5000 + b']' * 5000, b'{"note":1e999}'):
        problem(buyer.request('POST', 'deals', data=body, headers={'Content-Type': 'application/json'}), (400, 422))
    problem(buyer.request('POST', 'deals', data=b'a=1', headers={'Content-Type': 'application/x-www-form-urlencoded'}), 415,
            'unsupported_media_type')
    problem(buyer.request('POST', 'deals', data=b'x' * 2000000, headers={'Content-Type': 'application/json'}), 413, 'payload_too_large')
    for head, expected in ((b'GET /api/v1/me HTTP/1.1\nHost: HOST\nContent-Length: 5\nContent-Length: 6\n\n', (400,)),
                           (b'POST /api/v1/deals HTTP/1.1\nHost: HOST\nTransfer-Encoding: chunked\nContent-Length: 5\n\n0\n\n', (400, 411)),
                           (b'GET /api/v1/me HTTP/1.1\nHost : HOST\n\n', (400,)), (b'GET /api/v1/me HTTP/1.1\n\n', (400,)),
                           (b'NONSENSE\n\n', (400,)), (b'GET / HTTP/9.9\nHost: HOST\n\n', (400, 505)),
                           (b'GET /' + b'a' * 20000 + b' HTTP/1.1\nHost: HOST\n\n', (414, 431)),
                           (b'GET / HTTP/1.1\nHost: HOST\nX: ' + b'a' * 40000 + b'\n\n', (431,))):
        got = raw(world, head)
        check(got in (*expected, None), f'{head[:60]!r} answered {got}')
    for path in ('deals/not-a-uuid', 'deals/%00', 'listings/%FF%FE', 'users/..%2f..%2fetc%2fpasswd', 'deals/' + '0' * 400):
        check(buyer.request('GET', path).status in (400, 404), path)
    same(status(buyer.request('GET', 'me'), 200).json['id'], buyer.user['id'], 'and the server serves on')


def scenario_operations(world):
    guest = world.client()
    with urllib.request.urlopen(world.server.operations + '/healthz', timeout=10) as answer:
        same(answer.status, 200, 'healthz')
    with urllib.request.urlopen(world.server.operations + '/readyz', timeout=10) as answer:
        same(answer.status, 200, 'readyz')
    with urllib.request.urlopen(world.server.operations + '/metrics', timeout=10) as answer:
        check(b'# TYPE' in answer.read(), 'metrics for Prometheus')
    for path in ('/metrics', '/readyz'):
        check(guest.request('GET', path).status in (404, 200) if path == '/readyz' else guest.request('GET', path).status == 404,
              f'{path} is not public')
