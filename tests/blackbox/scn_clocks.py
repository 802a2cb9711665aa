"""Every clock of a deal, on a server whose deadlines are seconds."""
import time

from world import check, is_time, moment, now, problem, same, wait_until

from scn_money import balances, payout


def scenario_payment_clock(world):
    deal = world.deal('created')
    due = moment(is_time(deal.made['deadlines']['payment_at'], 'payment_at'))
    same(round((due - moment(deal.made['created_at'])).total_seconds(), 1), 2.0, 'two seconds to pay')
    page = deal.checkout()
    over = deal.until('cancelled')
    check(now() >= due, 'not before its time')
    problem(deal.buyer.request('POST', f'{deal.path}/pay', {'return_url': ''}), 409, 'state_conflict')
    deal.buyer.pay(page)                # too late: whatever the bank says, the money goes back
    wait_until('nothing is kept', lambda: deal.now()['money_status'] == 'void')
    same(over['allowed_events'], [], 'it is over')
    last = deal.buyer.get(f'{deal.path}/timeline')['items'][-1]
    same(balances(world.staff('finance'), deal), {}, 'accounts')
    check('payment_deadline' in [e['event'] for e in deal.buyer.get(f'{deal.path}/timeline')['items']], f'the clock did it: {last}')


def scenario_start_clock(world):
    deal = world.deal('funded')
    deal.until('cancelled')
    deal.until_money('void')
    problem(deal.driver.request('POST', f'{deal.path}/start', deal.start_body()), 409, 'state_conflict')
    same(balances(world.staff('finance'), deal), {}, 'the hold is gone')


def scenario_confirmation_and_window_arrival_clocks(world):
    """Arrival, silence, delivered; silence again, released and paid; reviews, and their end."""
    deal = world.deal('in_transit')
    line = world.line(deal.buyer)
    is_time(deal.to_arrived()['deadlines']['confirmation_at'], 'confirmation_at')
    delivered = line.wait('deal', lambda f: f['deal']['status'] == 'delivered')
    is_time(delivered['deal']['deadlines']['dispute_window_at'], 'dispute_window_at')
    released = line.wait('deal', lambda f: f['deal']['status'] == 'released')
    deal.post(deal.buyer, 'reviews', {'rating': 4, 'comment': 'Один пишет'}, expect=201)
    about = f"users/{deal.driver.user['id']}/reviews"
    shown = lambda: [r for r in deal.driver.get(about)['items'] if r['deal_id'] == deal.id]
    check(not shown() or now() > moment(released['deal']['deadlines']['review_at']), 'hidden while the other may write')
    wait_until('published when the window is over', shown)
    problem(deal.driver.request('POST', f'{deal.path}/reviews', {'rating': 5, 'comment': 'Поздно'}), 409, 'review_closed')
    done = deal.until_money('paid')
    same(payout(deal), [done['driver_receives']['amount']], 'the payout')
    problem(deal.buyer.request('POST', f'{deal.path}/dispute', {'reason': 'late', 'text': 'Поздно', 'photos': []}), 409, 'state_conflict')
    events = [(e['event'], e['actor']) for e in deal.buyer.get(f'{deal.path}/timeline')['items']]
    for event in ('confirmation_deadline', 'dispute_window_end'):
        check((event, 'clock') in events, f'{event} was the clock: {events}')


def scenario_before_arrival_clocks(world):
    deal = world.deal('in_transit')
    time.sleep(4)                       # longer than any clock of this server
    same(deal.now()['status'], 'in_transit', 'a car on its way has no clock of ours')


def scenario_dispute_stops_arrival_clocks(world):
    """An open dispute stops the window; withdrawn, the window goes on with what was left; evidence has an end."""
    deal = world.deal('arrived')
    before = deal.to_delivered()['deadlines']['dispute_window_at']
    opened = deal.post(deal.buyer, 'dispute', {'reason': 'damaged', 'text': 'Крыло', 'photos': []})
    left = (moment(before) - moment(opened['disputed_at'])).total_seconds()
    evidence = moment(is_time(opened['deadlines']['evidence_at'], 'evidence_at'))
    wait_until('past every clock', lambda: now() > max(moment(before), evidence) and (now() - evidence).total_seconds() > 0.5)
    same(deal.now()['status'], 'disputed', 'the window does not end while there is a dispute')
    problem(deal.driver.request('POST', f'{deal.path}/evidence', {'text': 'Поздно', 'photos': []}), 409)
    begun = now()
    after = deal.post(deal.buyer, 'withdraw-dispute', {'note': ''})
    ended = now()
    again = moment(after['deadlines']['dispute_window_at']).timestamp() - left
    check(begun.timestamp() - 0.2 < again < ended.timestamp() + 0.2, f'{left} s were left')
    deal.until('released')
