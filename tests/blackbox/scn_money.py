"""Deals: paying, cancelling, races, amendments, and money to the minor unit."""
import concurrent.futures
import json
import uuid

from world import (Deal, VIN, check, fee, half_even, is_id, is_time, moment, problem, refuse_stranger, rub, same, status,
                   wait_until, walk_times)


def balances(staff, deal):
    """Every account of a deal, from its journal, which must sum to zero entry by entry."""
    total = {}
    for entry in staff.every('admin/ledger', deal_id=deal.id):
        check(entry['deal_id'] == deal.id, 'the journal of this deal')
        is_time(entry['created_at'])
        same(sum(p['amount'] for p in entry['postings']), 0, f"entry {entry['kind']} sums to zero")
        for posting in entry['postings']:
            same(posting['currency'], 'RUB', 'currency')
            account = posting['account'].split(':')[0]
            total[account] = total.get(account, 0) + posting['amount']
    return {account: amount for account, amount in total.items() if amount}


def payout(deal):
    return [p['amount']['amount'] for p in deal.driver.get('me/payouts')['items'] if p['deal_id'] == deal.id]


def payment(deal):
    items = deal.buyer.get(f'{deal.path}/payments')['items']
    walk_times(items)
    return items[0]


def scenario_fee_is_half_even(world):
    buyer, driver, listing = world.pair()
    for amount in (100, 499999, 500000, 20000020, 20000060, 100000020, 123456789, 30000000000 - 1):
        answer = buyer.request('POST', 'deals', world.order(listing, amount=rub(amount)))
        if answer.status == 201:
            same(answer.json['fee'], rub(fee(amount)), f'fee of {amount}')
            same(answer.json['driver_receives'], rub(amount - fee(amount)), f'what the driver receives of {amount}')
            buyer.call('POST', f"deals/{answer.json['id']}/cancel", {'note': ''}, expect=200)
        else:
            problem(answer, 422)
    same(half_even(5, 2), 2, 'half to even, down')
    same(half_even(7, 2), 4, 'half to even, up')


def scenario_deal_refused(world):
    buyer, driver, listing = world.pair()
    order = world.order(listing)
    for change, field in (({'amount': rub(-5)}, 'amount'), ({'amount': rub(0)}, 'amount'), ({'amount': rub(2 ** 63)}, 'amount'),
                          ({'amount': 5}, 'amount'), ({'delivery_place': ''}, 'delivery_place'), ({'delivery_eta_days': -1}, 'delivery_eta_days'),
                          ({'listing_id': 'x'}, 'listing_id')):
        answer = problem(buyer.request('POST', 'deals', {**order, **change}), 422)
        check(any(e['field'].split('.')[0] == field for e in answer['errors']), f'errors name {field}: {answer}')
    problem(buyer.request('POST', 'deals', {**order, 'listing_id': str(uuid.uuid4())}), (404, 422))
    problem(buyer.request('POST', 'deals', {**order, 'amount': {'amount': 250000000, 'currency': 'USD'}}), 422)
    too_much = problem(buyer.request('POST', 'deals', {**order, 'amount': rub(9 * 10 ** 17)}), 422)
    check(too_much['code'] in ('provider_limit', 'validation_failed', 'amount_overflow'), f'the planner refuses: {too_much}')
    problem(buyer.request('POST', 'deals', {**order, 'delivery_eta_days': 365}), 422)
    problem(driver.request('POST', 'deals', order), 403)
    problem(world.driver().request('POST', 'deals', order), 403)
    problem(world.client().request('POST', 'deals', order), 401, 'unauthorized')


def scenario_strangers_see_no_deal(world):
    deal = world.deal('in_transit')
    deal.checkpoint()
    body = {'note': ''}
    calls = [('GET', deal.path, None), ('GET', deal.path + '/timeline', None), ('GET', deal.path + '/payments', None),
             ('POST', deal.path + '/pay', {'return_url': ''}), ('POST', deal.path + '/start', {'vin': VIN, 'odometer_km': 1, 'photos': [str(uuid.uuid4())], 'note': ''}),
             ('POST', deal.path + '/arrive', body), ('POST', deal.path + '/confirm', body), ('POST', deal.path + '/cancel', body),
             ('POST', deal.path + '/release', body), ('POST', deal.path + '/dispute', {'reason': 'late', 'text': 'x', 'photos': []}),
             ('POST', deal.path + '/evidence', {'text': 'x', 'photos': []}), ('POST', deal.path + '/withdraw-dispute', body),
             ('POST', deal.path + '/reviews', {'rating': 5, 'comment': ''}),
             ('POST', deal.path + '/checkpoints', {'client_id': str(uuid.uuid4()), 'kind': 'road', 'place': 'x', 'odometer_km': 1,
                                                   'photos': [], 'note': '', 'device_time': '2026-01-01T00:00:00Z'}),
             ('POST', deal.path + '/amendments', {'delivery_eta_days': 40, 'reason': 'x', 'photos': []})]
    for stranger in (world.buyer(), world.driver()):
        refuse_stranger(stranger, calls)
        same(stranger.get('deals')['items'], [], 'no deal in his list')
        problem(stranger.request('GET', 'admin/ledger'), (403, 404))
        problem(stranger.request('GET', 'admin/queues/disputes'), (403, 404))
        problem(stranger.request('POST', f'admin/disputes/{uuid.uuid4()}/resolve', {'outcome': 'refund', 'reason_code': 'x', 'text': 'x'}), (403, 404))
    problem(world.client().request('GET', deal.path), 401)
    same(deal.now()['status'], 'in_transit', 'nothing has changed')
    # the driver may not do what is the buyer's, nor the other way round
    for who, verb, send in ((deal.driver, 'release', body), (deal.buyer, 'arrive', body), (deal.driver, 'pay', {'return_url': ''})):
        problem(who.request('POST', f'{deal.path}/{verb}', send), (403, 409))


def scenario_pay_decline_three_ds_timeout(world):
    deal = world.deal('created')
    page = deal.checkout()
    same(deal.buyer.pay(page, 'nonsense').status, 422, 'an unknown button')
    same(deal.buyer.pay(page, 'decline').json['status'], 'canceled', 'declined')
    # a decline is not the end: the buyer may try again with another card
    second = wait_until('a new page after the decline', lambda: (p := deal.checkout()) != page and p)
    same(deal.now()['status'], 'created', 'the deal waits on')
    same(deal.buyer.pay(second, 'timeout').status, 200, 'left without an answer')
    same(deal.now()['status'], 'created', 'and waits on')
    third = deal.checkout()
    same(deal.buyer.pay(third, 'three_ds').json['status'], 'three_ds', 'the bank asks')
    same(deal.now()['status'], 'created', 'not paid before the bank has its answer')
    status(deal.buyer.pay(third, 'success'), (200, 303), 'confirmed')
    deal.until('funded')
    problem(deal.buyer.request('POST', f'{deal.path}/pay', {'return_url': ''}), 409, 'state_conflict')


def scenario_webhooks(world):
    """The same word of the provider many times is one word; a word that is not signed is none."""
    deal = world.deal('created')
    status(deal.buyer.pay(deal.checkout(), 'success', copies=5), (200, 303))
    deal.until('funded')
    forged = {'event_id': str(uuid.uuid4()), 'event': 'payment.succeeded', 'object': {'id': str(uuid.uuid4()), 'status': 'succeeded'}}
    for headers in ({}, {'X-Sandbox-Signature': 'ab' * 32}, {'Signature': 't=1,v1=abc'}):
        problem(world.client().request('POST', 'webhooks/payments/sandbox', forged, headers=headers, key=None), (400, 401, 403))
    problem(world.client().request('POST', 'webhooks/payments/nobody', forged, key=None), 404)
    events = [e['event'] for e in deal.buyer.get(f'{deal.path}/timeline')['items']]
    same(events.count('hold_confirmed'), 1, f'one hold in {events}')
    same(deal.now()['version'], 2, 'one transition')
    same({k: v for k, v in balances(world.staff('finance'), deal).items()},
         {'buyer_external': deal.made['amount']['amount'], 'hold_pending': -deal.made['amount']['amount']}, 'the journal of a hold')


def scenario_cancel(world):
    for state, who in (('created', 'buyer'), ('created', 'driver'), ('funded', 'buyer'), ('funded', 'driver')):
        deal = world.deal(state)
        side, line = getattr(deal, who), world.line(deal.driver if who == 'buyer' else deal.buyer)
        same(deal.post(side, 'cancel', {'note': 'Передумал'})['status'], 'cancelled', f'{who} cancels when {state}')
        same(line.wait('deal', lambda f: f['deal']['id'] == deal.id and f['deal']['status'] == 'cancelled')['deal']['id'], deal.id, 'the other side hears it')
        after = deal.until_money('void')
        same((after['allowed_events'], {k: v for k, v in after['deadlines'].items() if v}), ([], {}), 'nothing goes on')
        for verb, body in (('cancel', {'note': ''}), ('pay', {'return_url': ''}), ('arrive', {'note': ''}), ('confirm', {'note': ''}),
                           ('release', {'note': ''}), ('dispute', {'reason': 'late', 'text': 'x', 'photos': []})):
            person = deal.driver if verb == 'arrive' else deal.buyer
            problem(person.request('POST', f'{deal.path}/{verb}', body), 409, 'state_conflict')
        problem(deal.buyer.request('POST', f'{deal.path}/reviews', {'rating': 5, 'comment': ''}), 409)
        same(balances(world.staff('finance'), deal), {}, 'nothing is left on any account')
        problem(deal.driver.request('POST', f'{deal.path}/start', deal.start_body()), 409, 'state_conflict')
    deal = world.deal('in_transit')
    for side in (deal.buyer, deal.driver):
        answer = problem(side.request('POST', f'{deal.path}/cancel', {'note': ''}), 409, 'state_conflict')
        check('in_transit' in json.dumps(answer), f'a conflict says what the state is: {answer}')


def scenario_payment_after_cancel_is_given_back(world):
    deal = world.deal('created')
    page = deal.checkout()
    status(deal.buyer.pay(page, 'success', delay_ms=700), (200, 303))
    deal.post(deal.buyer, 'cancel', {'note': ''})
    wait_until('the late payment is given back', lambda: deal.now()['money_status'] in ('void', 'refunded'))
    same(deal.now()['status'], 'cancelled', 'a late payment revives nothing')
    wait_until('accounts are empty', lambda: balances(world.staff('finance'), deal) == {})


def scenario_race(world):
    """Many at once: one wins, the others get 409 and the state; the same key gives the same answer."""
    buyer, driver, listing = world.pair()
    order, key = world.order(listing), str(uuid.uuid4())
    twins = [world.client() for _ in range(6)]
    for twin in twins:
        twin.token = buyer.token
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda c: c.request('POST', 'deals', order, key=key), twins))
        done = [a for a in made if a.status == 201]
        check(done and all(a.status in (201, 409) for a in made), f'one key at once: {made}')
        same(len({a.json['id'] for a in done}), 1, 'one deal')
        deal = Deal.__new__(Deal)
        deal.world, deal.buyer, deal.driver, deal.listing = world, buyer, driver, listing
        deal.id, deal.path, deal.made = done[0].json['id'], 'deals/' + done[0].json['id'], done[0].json
        deal.to_funded()
        rival = world.client()
        rival.token = driver.token
        start = deal.start_body()
        moves = [lambda: buyer.request('POST', deal.path + '/cancel', {'note': ''}), lambda: rival.request('POST', deal.path + '/start', start),
                 lambda: driver.request('POST', deal.path + '/cancel', {'note': ''}),
                 lambda: twins[0].request('POST', deal.path + '/dispute', {'reason': 'other', 'text': 'x', 'photos': []})]
        answers = list(pool.map(lambda move: move(), moves))
    won = [a for a in answers if a.status == 200]
    check(won, f'somebody wins: {answers}')
    for answer in answers:
        if answer.status != 200:
            problem(answer, 409, 'state_conflict')
    events = [e['event'] for e in buyer.get(deal.path + '/timeline')['items']]
    check(not ({'cancel', 'start'} <= set(events)), f'cancel and start exclude each other: {events}')


def scenario_amendments(world):
    deal = world.deal('in_transit', price=rub(200000000))
    buyer, driver = deal.buyer, deal.driver
    line = world.line(buyer)
    cheaper = {'amount': rub(180000000), 'reason': 'Царапина на крыле', 'photos': [driver.photo(world.color())]}
    proposed = deal.post(driver, 'amendments', cheaper, expect=201)
    waiting = line.wait('deal', lambda f: f['deal'].get('amendment'))['deal']['amendment']
    same(waiting['amount'], rub(180000000), 'the proposed price')
    same(proposed['amendment']['id'], waiting['id'], 'the answer shows it')
    same(deal.now()['amount'], rub(200000000), 'a proposal changes nothing')
    path = f"amendments/{waiting['id']}"
    problem(driver.request('POST', f'{deal.path}/amendments', cheaper), 409, 'state_conflict')
    problem(driver.request('POST', f'{deal.path}/{path}/accept', {}), (403, 409))
    refuse_stranger(world.buyer(), [('POST', f'{deal.path}/{path}/accept', {}), ('POST', f'{deal.path}/{path}/decline', {})])
    deal.checkpoint()                   # no hostage: an unanswered amendment blocks nothing
    same(deal.post(buyer, path + '/decline', {})['amount'], rub(200000000), 'declined')
    problem(buyer.request('POST', f'{deal.path}/{path}/accept', {}), (404, 409))
    again = deal.post(driver, 'amendments', cheaper, expect=201)['amendment']
    agreed = deal.post(buyer, f"amendments/{again['id']}/accept", {})
    same((agreed['amount'], agreed['fee'], agreed['driver_receives']),
         (rub(180000000), rub(fee(180000000)), rub(180000000 - fee(180000000))), 'the agreed price')
    later = deal.post(buyer, 'amendments', {'delivery_eta_days': 45, 'reason': 'Паром', 'photos': []}, expect=201)['amendment']
    same(deal.post(driver, f"amendments/{later['id']}/accept", {})['delivery_eta_days'], 45, 'the agreed term')
    higher = problem(driver.request('POST', f'{deal.path}/amendments', {'amount': rub(190000000), 'reason': 'Пошлина', 'photos': []}), 422,
                     'provider_limit')
    same(higher['limits']['max_amount'], rub(180000000), 'a higher price is refused, and what can be is said')
    longer = problem(driver.request('POST', f'{deal.path}/amendments', {'delivery_eta_days': 365, 'reason': 'Паром', 'photos': []}), 422,
                     'provider_limit')
    check(longer['limits']['max_delivery_eta_days'] < 365, f'a term that the provider cannot carry: {longer}')
    for bad in ({'reason': 'x', 'photos': []}, {'amount': rub(-1), 'reason': 'x', 'photos': []}, {'amount': rub(170000000), 'photos': []},
                {'amount': {'amount': 170000000, 'currency': 'USD'}, 'reason': 'x', 'photos': []}):
        problem(driver.request('POST', f'{deal.path}/amendments', bad), 422)
    events = [e['event'] for e in buyer.get(f'{deal.path}/timeline')['items']]
    same([e for e in events if e.startswith('amendment')],
         ['amendment_proposed', 'amendment_declined', 'amendment_proposed', 'amendment_accepted', 'amendment_proposed', 'amendment_accepted'],
         'amendments in the timeline')
    deal.to_delivered()
    deal.to_released()
    done = deal.until_money('paid')
    same(done['amount'], rub(180000000), 'the price in the end')
    same(payout(deal), [180000000 - fee(180000000)], 'the payout')
    same(payment(deal)['refunded'], rub(20000000), 'what the buyer got back')
    same(balances(world.staff('finance'), deal), {'provider_clearing': fee(180000000), 'platform_fee': -fee(180000000)}, 'accounts')


def scenario_resolved(world):
    """Staff decide in three ways; money is right to the minor unit."""
    staff, finance = world.staff('support'), world.staff('finance')
    amount = 123456789
    for outcome, state, money, back in (('refund', 'resolved_refund', 'refunded', amount), ('release', 'resolved_release', 'paid', 0),
                                        ('split', 'resolved_split', 'paid', 40000001)):
        deal = world.deal('delivered', price=rub(amount))
        opened = deal.post(deal.buyer, 'dispute', {'reason': 'damaged', 'text': 'Крыло', 'photos': [deal.buyer.photo(world.color())]})
        is_id(opened['ticket_id'], 'ticket_id')
        same(opened['status'], 'disputed', 'status')
        row = wait_until('the dispute is in the queue', lambda: [i for i in staff.get('admin/queues/disputes', limit=100)['items']
                                                                 if i['deal_id'] == deal.id])[0]
        body = {'outcome': outcome, 'reason_code': 'damaged', 'text': 'Решение', **({'refund': rub(back)} if outcome == 'split' else {})}
        path = f"admin/disputes/{row['id']}/resolve"
        for wrong in ({**body, 'outcome': 'nonsense'}, {**body, 'outcome': 'split', 'refund': rub(amount + 1)},
                      {**body, 'outcome': 'split', 'refund': rub(0)}, {**body, 'outcome': 'split', 'refund': rub(-5)},
                      {**body, 'outcome': 'split', 'refund': {'amount': 5, 'currency': 'USD'}}, {**body, 'reason_code': ''}):
            problem(staff.request('POST', path, wrong), 422)
        problem(deal.buyer.request('POST', path, body), (403, 404))
        same(status(staff.request('POST', path, body), 200).json['status'], state, 'resolved')
        problem(staff.request('POST', path, body), 409, 'state_conflict')
        after = deal.until_money(money)
        rest = amount - back
        kept = fee(rest) if rest else 0
        same(payout(deal), [rest - kept] if rest else [], f'payout after {outcome}')
        same(payment(deal)['refunded'], rub(back) if back else None, f'refund after {outcome}')
        same(balances(finance, deal), {'provider_clearing': kept, 'platform_fee': -kept} if kept else {}, f'accounts after {outcome}')
        if outcome == 'split':
            same((after['refund'], after['driver_receives']), (rub(back), rub(rest - kept)), 'the deal says both halves')
        same(after['allowed_events'], [], 'nothing goes on')


def scenario_dispute_from_each_state(world):
    for state, who in (('funded', 'buyer'), ('in_transit', 'driver'), ('arrived', 'buyer'), ('delivered', 'buyer')):
        deal = world.deal(state)
        side = getattr(deal, who)
        other = deal.driver if who == 'buyer' else deal.buyer
        before = deal.now()
        for bad in ({'reason': 'nonsense', 'text': 'x', 'photos': []}, {'reason': 'late', 'text': '', 'photos': []},
                    {'reason': 'late', 'text': 'x', 'photos': [str(uuid.uuid4())]}):
            problem(side.request('POST', f'{deal.path}/dispute', bad), (404, 422))
        opened = deal.post(side, 'dispute', {'reason': 'other', 'text': 'Спор', 'photos': []})
        same(opened['status'], 'disputed', f'dispute when {state}')
        check(set(k for k, v in opened['deadlines'].items() if v) <= {'evidence_at', 'hold_expires_at', 'review_at'},
              f"our clocks stand still: {opened['deadlines']}")
        is_time(opened['deadlines']['evidence_at'], 'evidence_at')
        problem(other.request('POST', f'{deal.path}/dispute', {'reason': 'other', 'text': 'И я', 'photos': []}), 409, 'state_conflict')
        deal.post(other, 'evidence', {'text': 'Вот', 'photos': [other.photo(world.color())]}, expect=(200, 201))
        problem(side.request('POST', f'{deal.path}/evidence', {'text': '', 'photos': []}), 422)
        check('withdraw_dispute' in deal.now(side)['allowed_events'], 'who opened it may withdraw it')
        check('withdraw_dispute' not in deal.now(other)['allowed_events'], 'the other may not')
        problem(other.request('POST', f'{deal.path}/withdraw-dispute', {'note': ''}), 403)
        for verb, person in (('arrive', deal.driver), ('confirm', deal.buyer), ('release', deal.buyer), ('cancel', deal.buyer)):
            problem(person.request('POST', f'{deal.path}/{verb}', {'note': ''}), 409, 'state_conflict')
        after = deal.post(side, 'withdraw-dispute', {'note': ''})
        same(after['status'], before['status'], 'the state before')
        clock = {'funded': 'start_at', 'arrived': 'confirmation_at', 'delivered': 'dispute_window_at'}.get(state)
        if clock:
            shift = (moment(after['deadlines'][clock]) - moment(before['deadlines'][clock])).total_seconds()
            check(0 <= shift < 60, f'{clock} goes on with the time that was left: {shift}')
        problem(side.request('POST', f'{deal.path}/evidence', {'text': 'Поздно', 'photos': []}), 409)


def scenario_handover_code_is_guarded(world):
    deal = world.deal('arrived')
    code = deal.now()['handover_code']
    same(deal.now(deal.driver).get('handover_code'), None, 'the driver does not see it')
    check(code not in json.dumps(deal.driver.get('notifications')) and code not in json.dumps(deal.driver.get(f'{deal.path}/timeline')),
          'nor anywhere else')
    tried, answer = 0, None
    while tried < 30:
        guess = str((int(code) + 1 + tried) % 10 ** len(code)).zfill(len(code))
        answer = deal.driver.request('POST', f'{deal.path}/confirm', {'note': '', 'code': guess})
        tried += 1
        if answer.status == 429:
            break
        problem(answer, (403, 422), 'wrong_code')
    same(answer.status, 429, 'guessing is limited')
    check(int(answer.headers['Retry-After']) > 0, 'Retry-After')
    problem(deal.driver.request('POST', f'{deal.path}/confirm', {'note': '', 'code': code}), 429)
    same(deal.post(deal.buyer, 'confirm', {'note': ''})['status'], 'delivered', 'the buyer may still confirm')


def scenario_reviews_are_double_blind(world):
    deal = world.deal('delivered')
    problem(deal.buyer.request('POST', f'{deal.path}/reviews', {'rating': 5, 'comment': 'Рано'}), 409)
    deal.to_released()
    for bad in ({'rating': 0, 'comment': ''}, {'rating': 6, 'comment': ''}, {'rating': 4.5, 'comment': ''}, {'comment': ''},
                {'rating': 5, 'comment': 'я' * 6000}):
        problem(deal.buyer.request('POST', f'{deal.path}/reviews', bad), 422)
    deal.post(deal.buyer, 'reviews', {'rating': 2, 'comment': 'Опоздал, звоните +7 914 655-20-47'}, expect=201)
    problem(deal.buyer.request('POST', f'{deal.path}/reviews', {'rating': 5, 'comment': ''}), 409)
    about = f"users/{deal.driver.user['id']}"
    same(deal.driver.get(about + '/reviews')['items'], [], 'hidden until both are in')
    same(world.buyer().get(about)['rating']['count'], 0, 'and not counted')
    deal.post(deal.driver, 'reviews', {'rating': 5, 'comment': 'Хорошо'}, expect=201)
    seen = wait_until('published', lambda: deal.driver.get(about + '/reviews')['items'])
    same((seen[0]['rating'], seen[0]['author_id']), (2, deal.buyer.user['id']), 'the review')
    check('655' not in seen[0]['comment'], 'contacts in reviews are masked')
    rating = wait_until('counted', lambda: (r := deal.buyer.get(about)['rating'])['count'] and r)
    same(rating['count'], 1, 'count')
    check(2 < rating['mean'] < 5, f'one review does not make a rating: {rating}')
    # cards follow
    wait_until('the card follows', lambda: deal.buyer.get(about + '/listings')['items'] == [] or
               deal.buyer.get(about + '/listings')['items'][0]['driver']['rating']['count'] == 1)
    stranger = world.buyer()
    refuse_stranger(stranger, [('POST', f'{deal.path}/reviews', {'rating': 1, 'comment': 'x'})])


def scenario_staff_see_deals(world):
    deal = world.deal('funded')
    for permission in ('support', 'finance', 'admin'):
        staff = world.staff(permission)
        same(staff.get(deal.path)['id'], deal.id, f'{permission} sees the deal')
    same(world.staff('support').get(f'admin/deals/{deal.id}')['id'], deal.id, 'and what is behind it')
    problem(world.staff('support').request('GET', 'admin/ledger'), 403, 'forbidden')
