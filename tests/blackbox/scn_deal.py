"""The happy way of a deal, from listing to reviews, with everything that api.md promises about each answer."""
import hashlib
import json
import uuid

from world import (Deal, check, fee, is_id, is_money, is_time, problem, rub, same, status, walk_times)


def hash_of(deal_id, seq, link):
    """A checkpoint's hash as docs/operations.md says: anybody who has the timeline can compute it."""
    # What a record does not have is no key of it.
    device = {k: link[k] for k in ('device_id', 'device_seq') if link[k] is not None}
    seen = {'inspection': link['inspection']} if link['inspection'] else {}
    canonical = {'client_id': link['client_id'], 'deal_id': deal_id, **device, 'device_time': link['device_time'], 'id': link['id'],
                 **seen, 'kind': link['kind'], 'note': link['note'], 'odometer_km': link['odometer_km'],
                 'photos': [{'id': i, 'sha256': h} for i, h in zip(link['photos'], link['photo_hashes'])], 'place': link['place'],
                 'previous_hash': link['previous_hash'], 'recorded_at': link['recorded_at'], 'seq': seq}
    return hashlib.sha256(json.dumps(canonical, ensure_ascii=False, separators=(',', ':')).encode()).hexdigest()


def scenario_whole_deal(world):
    buyer, driver, listing = world.pair(price=rub(199999900), delivery_eta_days=30)
    buyer_line, driver_line = world.line(buyer), world.line(driver)
    chat = buyer.call('POST', f"listings/{listing['id']}/conversations", {}, expect=201)
    said = buyer.call('POST', f"conversations/{chat['id']}/messages",
                      {'client_id': str(uuid.uuid4()), 'body': 'Мой номер +7 914 655-20-47', 'attachments': []}, expect=201)
    check('655-20-47' not in said['body'] and said['masked'] is True, f'the contact is masked: {said}')

    deal = Deal(world, buyer, driver, listing)
    made = deal.made
    is_id(made['id'])
    same(made['status'], 'created', 'status')
    same(is_money(made['amount']), listing['price'], 'amount')
    same(is_money(made['fee']), rub(fee(199999900)), 'fee')
    same(is_money(made['driver_receives']), rub(199999900 - fee(199999900)), 'driver_receives')
    same(made['buyer_id'], buyer.user['id'], 'buyer_id')
    same(made['driver_id'], driver.user['id'], 'driver_id')
    check(isinstance(made['version'], int), 'version is a number')
    check('cancel' in made['allowed_events'], f"allowed_events of the buyer: {made['allowed_events']}")
    check(made['deadlines'], 'a created deal has a payment deadline')
    for name, at in made['deadlines'].items():
        is_time(at, f'deadline {name}')
    walk_times(made)

    paid = deal.post(buyer, 'pay', {'return_url': world.base + '/'})['payment']
    is_id(paid['id'], 'payment id')
    same(paid['provider'], 'sandbox', 'provider')
    check(isinstance(paid['status'], str) and paid['confirmation_url'].startswith('http'), f'payment: {paid}')
    page = buyer.request('GET', paid['confirmation_url'], headers={'Accept': 'text/html'})
    status(page, 200, 'page of the sandbox')
    check(page.headers['Content-Type'].startswith('text/html'), 'the page is HTML')
    for outcome in ('success', 'three_ds', 'decline', 'timeout'):
        check(f'value="{outcome}"' in page.body.decode(), f'the page offers {outcome}')
    status(buyer.pay(paid['confirmation_url']), (200, 303), 'paying')
    deal.until('funded')
    for line in (buyer_line, driver_line):
        frame = line.wait('deal', lambda f: f['deal']['id'] == deal.id and f['deal']['status'] == 'funded')
        check(isinstance(frame['seq'], int), 'a deal frame is numbered')
    same(sorted(deal.now(driver)['allowed_events']), ['cancel', 'open_dispute', 'safety_stop', 'start'], 'what the driver may do when funded')
    same(sorted(deal.now(buyer)['allowed_events']), ['cancel', 'open_dispute', 'safety_stop'], 'what the buyer may do when funded')

    # start needs the VIN, the odometer and photos
    for missing in ('vin', 'odometer_km', 'photos'):
        body = deal.start_body()
        del body[missing]
        problem(driver.request('POST', f'{deal.path}/start', body), 422, field=missing)
    problem(driver.request('POST', f'{deal.path}/start', deal.start_body(photos=[])), 422, field='photos')
    problem(driver.request('POST', f'{deal.path}/start', deal.start_body(vin='JTMHV05J60401234')), 422, field='vin')
    problem(driver.request('POST', f'{deal.path}/start', deal.start_body(odometer_km=-1)), 422, field='odometer_km')
    problem(buyer.request('POST', f'{deal.path}/start', deal.start_body()), (403, 404, 409))
    same(deal.to_in_transit()['status'], 'in_transit', 'status after start')

    marks = [deal.checkpoint(kind=kind, place=place, odometer_km=48100 + 100 * i)
             for i, (kind, place) in enumerate([('ferry', 'Пусан'), ('border', 'Владивосток'), ('customs', 'Владивосток')])]
    for mark in marks:
        is_id(mark['id'], 'checkpoint id')
        is_time(mark['recorded_at'], 'recorded_at')
        check(len(mark['hash']) == 64 and int(mark['hash'], 16) >= 0, f"hash: {mark['hash']}")
    for before, after in zip(marks, marks[1:]):
        same(after['previous_hash'], before['hash'], 'the chain of checkpoints')
    repeated = {'client_id': str(uuid.uuid4()), 'kind': 'road', 'place': 'Чита', 'odometer_km': 49000, 'photos': [], 'note': '',
                'device_time': '2026-01-02T03:04:05Z'}
    first = deal.post(driver, 'checkpoints', repeated, expect=201)
    again = driver.request('POST', f'{deal.path}/checkpoints', repeated)
    status(again, (200, 201), 'the same client_id again')
    same(again.json['id'], first['id'], 'the same client_id is the same checkpoint')
    problem(driver.request('POST', f'{deal.path}/checkpoints', {**repeated, 'client_id': str(uuid.uuid4()), 'kind': 'moon'}), 422,
            field='kind')
    timeline = buyer.get(f'{deal.path}/timeline')
    walk_times(timeline)
    kinds = [entry.get('event') or entry.get('kind') for entry in timeline['items']]
    same(kinds.count('checkpoint'), 4, f'checkpoints in the timeline {kinds}')

    links = [entry['checkpoint'] for entry in timeline['items'] if entry.get('checkpoint')]
    same(links[0]['previous_hash'], '0' * 64, 'the chain begins with zeros')
    for seq, link in enumerate(links, 1):
        same(hash_of(deal.id, seq, link), link['hash'], f'the hash of link {seq}, {link["kind"]}')

    check(not deal.now().get('handover_code'), 'no handover code before arrival')
    arrived = deal.to_arrived()
    same(arrived['status'], 'in_transit', 'status after arrival')
    code = deal.now().get('handover_code')
    check(code, 'the buyer sees a handover code')
    check(code not in json.dumps(deal.now(driver)), 'the driver does not see the handover code')
    check(code not in json.dumps(arrived), 'nor does the answer to arrive')
    wrong = str((int(code) + 1) % 10 ** len(code)).zfill(len(code))
    problem(driver.request('POST', f'{deal.path}/confirm', {'note': '', 'code': wrong}), (403, 422))
    same(deal.post(driver, 'confirm', {'note': '', 'code': code})['status'], 'delivered', 'status after the handover')
    same(sorted(deal.now()['allowed_events']), ['open_dispute', 'release', 'safety_stop'], 'what the buyer may do when delivered')
    same(deal.post(buyer, 'release', {'note': 'Всё хорошо'})['status'], 'released', 'status after release')
    paid = deal.until_money('paid')
    payouts = driver.get('me/payouts')
    mine = [p for p in payouts['items'] if p['deal_id'] == deal.id]
    same(len(mine), 1, 'payouts of the deal')
    same(is_money(mine[0]['amount']), made['driver_receives'], 'payout')
    check('next_cursor' in payouts, 'payouts are a list with next_cursor')

    # contacts open: both sides are told, and see what was written
    buyer_line.wait('message.updated', lambda f: f['conversation_id'] == chat['id'])
    opened = driver.get(f"conversations/{chat['id']}/messages")
    check(any('655-20-47' in m['body'] for m in opened['items']), 'contacts are open after the release')
    for reviewer, rating in ((buyer, 5), (driver, 4)):
        deal.post(reviewer, 'reviews', {'rating': rating, 'comment': 'Спасибо'}, expect=201)
    seen = buyer.get(f"users/{driver.user['id']}/reviews")
    same([r['rating'] for r in seen['items']], [5], 'reviews of the driver')
