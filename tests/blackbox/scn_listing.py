"""Pictures and listings."""
import os
import struct
import uuid

from world import check, is_id, is_money, is_time, jpeg, png, problem, refuse_stranger, rub, same, status, walk_times, webp

MARK = 'GPS 55.7512 N 37.6184 E'


def scenario_pictures_lose_their_metadata(world):
    driver = world.driver()
    for picture, media_type in ((jpeg(900, 600, 77, MARK), 'image/jpeg'), (png(900, 600, (9, 99, 200), MARK), 'image/png'),
                                (webp(900, 600, (200, 30, 9), MARK), 'image/webp')):
        check(MARK.encode() in picture, 'the test picture has metadata')
        answer = status(driver.upload(picture, media_type), 201, media_type)
        made = answer.json
        is_id(made['id'])
        check(len(made['sha256']) == 64 and int(made['sha256'], 16), 'sha256')
        same((made['width'], made['height']), (900, 600), 'size')
        same(sorted(made['variants']), ['card', 'full', 'thumb'], 'variants')
        sizes = []
        for variant in ('thumb', 'card', 'full'):
            same(made['variants'][variant], f"/api/v1/media/{made['id']}/{variant}", 'where a variant is')
            seen = driver.request('GET', made['variants'][variant])
            status(seen, 200, variant)
            check(seen.headers['Content-Type'] in ('image/jpeg', 'image/webp', 'image/png'), 'an image')
            check(b'GPS' not in seen.body and b'Exif' not in seen.body and b'EXIF' not in seen.body, f'{variant} has no metadata')
            sizes.append(len(seen.body))
            tag = seen.headers['ETag']
            same(driver.request('GET', made['variants'][variant], headers={'If-None-Match': tag}).status, 304, 'unchanged')
        problem(driver.request('GET', f"media/{made['id']}/huge"), 404, 'not_found')


def scenario_pictures_refused(world):
    driver = world.driver()
    good = png(400, 300, (1, 2, 3))
    for bad, media_type in ((b'GIF89a' + os.urandom(300), 'image/gif'), (b'<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/png'),
                            (good[:60], 'image/png'), (jpeg(400, 300, 9)[:40], 'image/jpeg'), (os.urandom(1000), 'image/jpeg'),
                            (b'', 'image/png')):
        problem(driver.upload(bad, media_type), (400, 415, 422))
    # the type is what the bytes are, not what the part says
    status(driver.upload(good, 'image/jpeg', 'x.exe'), 201, 'sniffed')
    # a picture that would unpack to gigabytes
    bomb = good[:16] + struct.pack('>II', 60000, 60000) + good[24:]
    problem(driver.upload(bomb), (413, 422))
    problem(driver.request('POST', 'media', {'file': 'x'}), (400, 415))
    problem(driver.request('POST', 'media', data=b'--x\r\n\r\nno name\r\n--x--\r\n',
                           headers={'Content-Type': 'multipart/form-data; boundary=x'}), (400, 422))
    problem(world.client().upload(good), 401, 'unauthorized')


def scenario_listing_life(world):
    driver, buyer, rival = world.driver(), world.buyer(), world.driver()
    photos = [driver.photo(world.color()) for _ in range(3)]
    made = driver.request('POST', 'listings', world.car(photos=photos, vin='JTMHV05J604012345'))
    draft = status(made, 201).json
    is_id(draft['id'])
    same(draft['status'], 'draft', 'a new listing')
    check(type(draft['version']) is int, 'version is a number')
    same(is_money(draft['price']), rub(250000000), 'price')
    same([p['id'] for p in draft['photos']], photos, 'photos in order')
    walk_times(draft)
    path = f"listings/{draft['id']}"
    tag = driver.request('GET', path).headers['ETag']
    # nobody else sees a draft, and nobody else may touch it
    refuse_stranger(buyer, [('GET', path, None), ('POST', path + '/conversations', {})])
    refuse_stranger(rival, [('GET', path, None), ('POST', path + '/publish', {}), ('POST', path + '/pause', {}),
                            ('POST', path + '/archive', {}), ('PUT', path + '/photos', {'photos': photos}),
                            ('DELETE', path, None)])
    problem(rival.request('PATCH', path, {'color': 'red'}, headers={'If-Match': tag}), 404, 'not_found')
    problem(buyer.request('POST', 'listings', world.car()), 403, 'forbidden')

    published = status(driver.request('POST', path + '/publish', {}), 200)
    same(published.json['status'], 'published', 'status after publishing')
    is_time(published.json['published_at'])
    same(buyer.get(path)['id'], draft['id'], 'the buyer sees it')
    seen = buyer.request('GET', path)
    same(buyer.request('GET', path, headers={'If-None-Match': seen.headers['ETag']}).status, 304, 'unchanged')

    tag = driver.request('GET', path).headers['ETag']
    problem(driver.request('PATCH', path, {'mileage_km': 48100}), 428, 'precondition_required')
    edited = status(driver.request('PATCH', path, {'mileage_km': 48100, 'price': rub(245000000)}, headers={'If-Match': tag}), 200)
    same((edited.json['mileage_km'], edited.json['price']), (48100, rub(245000000)), 'what was changed')
    same(edited.json['model'], 'RAV4', 'what was not')
    check(edited.json['version'] > published.json['version'], 'the version grows')
    problem(driver.request('PATCH', path, {'mileage_km': 48200}, headers={'If-Match': tag}), 412, 'version_mismatch')
    same(buyer.request('GET', path, headers={'If-None-Match': seen.headers['ETag']}).status, 200, 'changed')

    turned = status(driver.request('PUT', path + '/photos', {'photos': photos[::-1]}), (200, 428))
    if turned.status == 428:
        turned = status(driver.request('PUT', path + '/photos', {'photos': photos[::-1]},
                                       headers={'If-Match': driver.request('GET', path).headers['ETag']}), 200)
    same([p['id'] for p in turned.json['photos']], photos[::-1], 'photos in the new order')
    foreign = rival.photo(world.color())
    problem(driver.request('PUT', path + '/photos', {'photos': [foreign]},
                           headers={'If-Match': driver.request('GET', path).headers['ETag']}), (404, 422))

    same(driver.call('POST', path + '/pause', {}, expect=200)['status'], 'paused', 'status')
    same(buyer.get(path)['status'], 'paused', 'who has its address sees that it is paused')
    problem(buyer.request('POST', 'deals', world.order(edited.json)), 409, 'listing_unavailable')
    problem(buyer.request('POST', path + '/conversations', {}), 409, 'listing_unavailable')
    same(driver.call('POST', path + '/publish', {}, expect=200)['status'], 'published', 'status')
    same(driver.call('POST', path + '/archive', {}, expect=200)['status'], 'archived', 'status')
    problem(driver.request('POST', path + '/publish', {}), 409, 'state_conflict')
    mine = driver.get('me/listings')
    same([item['id'] for item in mine['items']], [draft['id']], 'my listings')
    check('next_cursor' in mine, 'a list has next_cursor')
    same(buyer.get(f"users/{driver.user['id']}/listings")['items'], [], 'nothing of his is on sale')

    second = world.listing(driver, publish=False)
    status(driver.request('DELETE', f"listings/{second['id']}"), 204, 'deleting a draft')
    problem(driver.request('GET', f"listings/{second['id']}"), 404)


def scenario_listing_checks_its_input(world):
    driver = world.driver()
    for field, bad in (('brand', ''), ('model', 7), ('year', 1200), ('year', '2019'), ('year', 2019.5), ('mileage_km', -1),
                       ('mileage_km', 10 ** 12), ('country_from', 'Japan'), ('delivery_eta_days', 0), ('delivery_eta_days', 100000),
                       ('body_type', 'spaceship'), ('fuel', 'water'), ('transmission', 'x'), ('drive', 'x'), ('vin', 'JTMHV05J60401234'),
                       ('vin', 'IOQ00000000000000'), ('engine_cc', -5), ('power_hp', 10 ** 9), ('description', 'я' * 15000),
                       ('photos', ['nothing']), ('photos', 'x'), ('attributes', [])):
        problem(driver.request('POST', 'listings', world.car(**{field: bad})), 422)
    for price in ({'amount': -1, 'currency': 'RUB'}, {'amount': 0, 'currency': 'RUB'}, {'amount': 1.5, 'currency': 'RUB'},
                  {'amount': '5', 'currency': 'RUB'}, {'amount': 2 ** 63, 'currency': 'RUB'}, {'amount': 5, 'currency': 'rub'},
                  {'amount': 5, 'currency': 'XXXX'}, {'amount': 5}, 5, None):
        problem(driver.request('POST', 'listings', world.car(price=price)), 422)
    problem(driver.request('POST', 'listings', world.car(photos=[str(uuid.uuid4())])), (404, 422))


def scenario_favourites(world):
    driver, buyer = world.driver(), world.buyer()
    cars = [world.listing(driver) for _ in range(3)]
    for car in cars + cars[:1]:
        status(buyer.request('PUT', f"me/favourites/{car['id']}"), 204, 'keeping a car')
    kept = buyer.get('me/favourites')
    same({item['id'] for item in kept['items']}, {car['id'] for car in cars}, 'favourites')
    first = buyer.get('me/favourites', limit=2)
    rest = buyer.get('me/favourites', limit=2, cursor=first['next_cursor'])
    same([i['id'] for i in first['items'] + rest['items']], [i['id'] for i in kept['items']], 'pages of favourites')
    same(rest['next_cursor'], None, 'the last page')
    same(buyer.get(f"listings/{cars[0]['id']}")['favourite'], True, 'the listing knows')
    status(buyer.request('DELETE', f"me/favourites/{cars[0]['id']}"), 204, 'letting go')
    status(buyer.request('DELETE', f"me/favourites/{cars[0]['id']}"), (204, 404), 'letting go again')
    same(len(buyer.get('me/favourites')['items']), 2, 'favourites')
    problem(buyer.request('PUT', 'me/favourites/01890000-0000-7000-8000-000000000000'), 404, 'not_found')
