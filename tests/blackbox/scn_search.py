"""Search: every parameter, sort, facet, range and the cursor, against the same cars counted in the test."""
import random
import urllib.parse

from world import check, is_money, is_time, problem, rare_word, rub, same, wait_until

BODIES, FUELS, GEARS, DRIVES = ('suv', 'sedan', 'wagon'), ('petrol', 'diesel', 'hybrid'), ('cvt', 'manual'), ('awd', 'fwd', 'rwd')
FACETS = {'brand', 'model', 'body_type', 'fuel', 'transmission', 'drive', 'country_from'}


def market(world, word, count=24):
    """Cars that only `word` finds, published over HTTP by two drivers; no photos are drawn twice."""
    pick, cars = random.Random(7), []
    for driver in (world.driver(), world.driver()):
        photo = [driver.photo(world.color())]
        for i in range(count // 2):
            car = world.car(brand=pick.choice(('Toyota', 'Honda', 'Hyundai')), model=pick.choice(('Alpha', 'Beta')) + ' ' + word,
                            year=pick.randrange(2015, 2024), mileage_km=pick.randrange(5, 150) * 1000,
                            country_from=pick.choice(('JP', 'KR', 'DE')), price=rub(pick.randrange(50, 400) * 1000000 + len(cars)),
                            delivery_eta_days=pick.randrange(10, 70), body_type=pick.choice(BODIES), fuel=pick.choice(FUELS),
                            transmission=pick.choice(GEARS), drive=pick.choice(DRIVES), photos=photo)
            made = world.listing(driver, **car)
            cars.append({**car, 'id': made['id'], 'at': made['published_at']})
    return cars


def fits(car, wanted, but=None):
    for name, value in wanted.items():
        if name == but:
            continue
        if name.endswith('_from') and name != 'country_from':
            field = {'year_from': car['year'], 'price_from': car['price']['amount']}[name]
            if field < value:
                return False
        elif name.endswith('_to'):
            field = {'year_to': car['year'], 'price_to': car['price']['amount'], 'mileage_to': car['mileage_km'],
                     'eta_to': car['delivery_eta_days']}[name]
            if field > value:
                return False
        elif car[name] not in (value if isinstance(value, (list, tuple)) else [value]):
            return False
    return True


def counted(cars, wanted, facet):
    """Disjunctive: the facet's own choice does not narrow its own counts."""
    counts = {}
    for car in cars:
        if fits(car, wanted, facet):
            counts[car[facet]] = counts.get(car[facet], 0) + 1
    return counts


def pages(buyer, limit=5, **wanted):
    items, cursor, first = [], None, None
    while True:
        page = buyer.get('search', limit=limit, **wanted, **({'cursor': cursor} if cursor else {}))
        first = first or page
        check(len(page['items']) <= limit, 'a page is not longer than its limit')
        items += page['items']
        cursor = page['next_cursor']
        if cursor is None:
            return first, items


def scenario_search(world):
    buyer, word = world.buyer(), rare_word('Q')
    cars = market(world, word)
    wait_until('the index follows', lambda: buyer.get('search', q=word)['total'] == len(cars))

    answer = buyer.get('search', q=word)
    for name in ('items', 'total', 'total_is_exact', 'facets', 'ranges', 'did_you_mean', 'applied_synonyms', 'relaxed', 'next_cursor',
                 'took_ms'):
        check(name in answer, f'the answer has {name}')
    same(answer['total_is_exact'], True, 'total_is_exact')
    check(FACETS <= set(answer['facets']), f"facets: {sorted(answer['facets'])}")
    check(isinstance(answer['took_ms'], (int, float)) and answer['took_ms'] >= 0, 'took_ms')
    same(len(answer['items']), 20, 'twenty by default')
    for card in answer['items']:
        is_money(card['price'])
        is_time(card['published_at'])
        check(isinstance(card['score'], (int, float)), 'a card has a score')
        check(card['driver']['rating'] and card['driver']['id'] and card['photo'], 'a card has a driver and a photo')

    for wanted in ({}, {'brand': 'Toyota'}, {'brand': ['Toyota', 'Honda']}, {'model': 'Alpha ' + word}, {'year_from': 2018},
                   {'year_to': 2018}, {'year_from': 2017, 'year_to': 2020}, {'price_from': 150000000}, {'price_to': 150000000},
                   {'mileage_to': 60000}, {'country_from': ['JP', 'DE']}, {'eta_to': 30}, {'body_type': 'suv'}, {'fuel': ['petrol', 'hybrid']},
                   {'transmission': 'manual'}, {'drive': ['awd', 'rwd']}, {'brand': 'Honda', 'fuel': 'petrol', 'mileage_to': 100000},
                   {'brand': ['Toyota', 'Hyundai'], 'body_type': ['suv', 'sedan'], 'price_to': 300000000}):
        first, items = pages(buyer, q=word, **wanted)
        expected = [car for car in cars if fits(car, wanted)]
        if not expected:
            check(not items or first['relaxed'], f'{wanted}: nothing fits, and what is relaxed is said')
            continue
        same(first['total'], len(expected), f'total of {wanted}')
        same(sorted(i['id'] for i in items), sorted(c['id'] for c in expected), f'cars of {wanted}')
        for facet in FACETS:
            same({f['value']: f['count'] for f in first['facets'][facet] if f['count']}, counted(cars, wanted, facet),
                 f'facet {facet} of {wanted}')
        prices = [c['price']['amount'] for c in cars if fits(c, {k: v for k, v in wanted.items() if not k.startswith('price')})]
        price = first['ranges']['price']
        same((price['min'], price['max']), (min(prices), max(prices)), f'range of the price of {wanted}')
        same(sum(b['count'] if isinstance(b, dict) else b for b in price['histogram']), len(prices), f'histogram of {wanted}: {price}')

    keys = {'price_asc': lambda c: c['price']['amount'], 'price_desc': lambda c: -c['price']['amount'],
            'mileage_asc': lambda c: c['mileage_km'], 'eta_asc': lambda c: c['delivery_eta_days']}
    by_id = {c['id']: c for c in cars}
    for sort, key in keys.items():
        _, items = pages(buyer, q=word, sort=sort)
        order = [key(by_id[i['id']]) for i in items]
        same(order, sorted(order), f'order of {sort}')
        same(len({i['id'] for i in items}), len(cars), f'{sort} shows every car once')
    _, items = pages(buyer, q=word, sort='newest')
    order = [by_id[i['id']]['at'] for i in items]
    same(order, sorted(order, reverse=True), 'order of newest')
    _, items = pages(buyer, q=word, sort='relevance')
    same(len({i['id'] for i in items}), len(cars), 'relevance shows every car once')

    facets = buyer.get('search/facets', q=word, brand='Honda')
    same({f['value']: f['count'] for f in facets['facets']['brand'] if f['count']}, counted(cars, {}, 'brand'), 'search/facets')


def scenario_search_cursor_is_stable(world):
    """A page that was begun goes on without a car twice or a car left out, though cars come and go meanwhile."""
    buyer, word = world.buyer(), rare_word('C')
    cars = market(world, word, 10)
    wait_until('the index follows', lambda: buyer.get('search', q=word)['total'] == 10)
    first = buyer.get('search', q=word, sort='price_asc', limit=4)
    cheap = world.listing(world.driver(), model='Gamma ' + word, price=rub(1000000))
    wait_until('the index has the cheap one', lambda: buyer.get('search', q=word)['total'] == 11)
    seen, cursor = [i['id'] for i in first['items']], first['next_cursor']
    while cursor:
        page = buyer.get('search', q=word, sort='price_asc', limit=4, cursor=cursor)
        seen += [i['id'] for i in page['items']]
        cursor = page['next_cursor']
    same(len(seen), len(set(seen)), 'no car twice')
    same(set(seen) - {cheap['id']}, {c['id'] for c in cars}, 'no car left out')
    cursor = buyer.get('search', q=word, sort='price_asc', limit=4)['next_cursor']
    problem(buyer.request('GET', f'search?q={word}&sort=price_desc&limit=4&cursor={urllib.parse.quote(cursor)}'), (400, 422),
            'cursor_invalid')
    for bad in ('x', cursor[:-2], 'a' * 3000):
        problem(buyer.request('GET', f'search?cursor={urllib.parse.quote(bad)}'), (400, 414, 422))


def scenario_search_refuses(world):
    buyer = world.buyer()
    for name, bad in (('limit', 0), ('limit', 101), ('limit', 'x'), ('year_from', 'x'), ('price_from', -1), ('price_to', '1.5'),
                      ('sort', 'cheap'), ('body_type', 'spaceship'), ('fuel', 'water'), ('eta_to', -3), ('rating_from', 9),
                      ('country_from', 'Japan'), ('year_from', 99999999999999999999), ('mileage_to', 'NaN')):
        problem(buyer.request('GET', f'search?{name}={bad}'), (400, 422), field=name)
    problem(buyer.request('GET', 'search?q=%ff%fe'), (400, 422))
    problem(buyer.request('GET', 'search?q=' + '%D1%8F' * 1000), (400, 414, 422))
    same(world.client().request('GET', 'search?q=%27%22%3B--').status, 200, 'quotes are text; a guest may search')


def scenario_search_follows_the_listing(world):
    driver, buyer, word = world.driver(), world.buyer(), rare_word('F')
    car = world.listing(driver, model='Delta ' + word)
    path = f"listings/{car['id']}"
    find = lambda **more: buyer.get('search', q=word, **more)
    wait_until('found', lambda: find()['total'] == 1)
    tag = driver.request('GET', path).headers['ETag']
    driver.call('PATCH', path, {'price': rub(77700000)}, headers={'If-Match': tag}, expect=200)
    wait_until('the new price is found', lambda: [i['price'] for i in find(price_to=77700000)['items']] == [rub(77700000)])
    suggestions = wait_until('suggestions', lambda: buyer.get('search/suggest', q=word[:6])['items'])
    check(any(word.lower() in str(s).lower() for s in suggestions), f'suggestions: {suggestions}')
    driver.call('POST', path + '/pause', {}, expect=200)
    wait_until('a paused car is not found', lambda: word not in str(find()['items']))
    driver.call('POST', path + '/publish', {}, expect=200)
    wait_until('found again', lambda: find()['total'] == 1)
    driver.call('POST', path + '/archive', {}, expect=200)
    wait_until('an archived car is not found', lambda: word not in str(find()['items']))
