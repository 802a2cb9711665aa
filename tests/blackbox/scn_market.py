"""What a deal does to its car, what a review does to a driver's cards, and what closing an account does to everything."""

from world import Deal, check, problem, rare_word, same, status, wait_until


def find(client, word):
    return [item for item in client.get('search', q=word)['items'] if word in item['model']]


def scenario_one_car_one_deal(world):
    """Who pays first gets the car: others who wanted it are let go, and their money with them."""
    word = rare_word('T')
    buyer, driver, listing = world.pair(model='Taken ' + word)
    rival, path = world.buyer(), f"listings/{listing['id']}"
    wait_until('found', lambda: find(buyer, word))
    first, second = Deal(world, buyer, driver, listing), Deal(world, rival, driver, listing)
    third = Deal(world, world.buyer(), driver, listing)
    page = second.checkout()
    first.to_funded()
    # whichever comes first, the second's money or the news, the second has no deal and keeps his money
    second.buyer.pay(page)
    for other in (second, third):
        over = other.until('cancelled')
        same(over['allowed_events'], [], 'it is over')
        wait_until('the money is back', lambda: other.now()['money_status'] == 'void')
    same(first.now()['status'], 'funded', 'the first has the car')
    same(buyer.get(path)['status'], 'paused', 'the car is off the market')
    wait_until('and out of the search', lambda: not find(buyer, word))
    problem(rival.request('POST', 'deals', world.order(listing)), 409, 'listing_unavailable')
    problem(driver.request('POST', path + '/publish', {}), 409, 'state_conflict')
    # a cancelled deal gives it back
    first.post(buyer, 'cancel', {'note': ''})
    same(buyer.get(path)['status'], 'published', 'the car is back')
    wait_until('and found', lambda: find(buyer, word))
    again = Deal(world, rival, driver, listing)
    for step in (again.to_funded, again.to_in_transit, again.to_arrived, again.to_delivered, again.to_released):
        step()
    sold = buyer.get(path)
    same(sold['status'], 'archived', 'a car that was sold is archived')
    check(sold['sold_at'], 'sold_at')
    problem(driver.request('POST', path + '/publish', {}), 409, 'state_conflict')
    problem(buyer.request('POST', 'deals', world.order(listing)), 409, 'listing_unavailable')
    wait_until('and not found', lambda: not find(buyer, word))


def scenario_paid_at_the_same_moment(world):
    _, driver, listing = world.pair()
    deals = [Deal(world, world.buyer(), driver, listing) for _ in range(3)]
    for deal, page in [(deal, deal.checkout()) for deal in deals]:
        status(deal.buyer.pay(page, 'success', copies=2), (200, 303))
    wait_until('all are decided', lambda: all(d.now()['status'] != 'created' for d in deals))
    same(sorted(d.now()['status'] for d in deals), ['cancelled', 'cancelled', 'funded'], 'one has the car')
    for deal in deals:
        if deal.now()['status'] == 'cancelled':
            deal.until_money('void')


def scenario_a_driver_who_paused_stays_paused(world):
    _, driver, listing = world.pair()
    buyer, path = world.couple[0], f"listings/{listing['id']}"
    deal = Deal(world, buyer, driver, listing)
    page = deal.checkout()
    driver.call('POST', path + '/pause', {}, expect=200)
    buyer.pay(page)
    deal.until('funded')
    deal.post(driver, 'cancel', {'note': ''})
    same(driver.get(path)['status'], 'paused', 'he took it off the market himself')


def scenario_rating_reaches_cards_and_search(world):
    word = rare_word('R')
    deal = world.deal('released')
    driver = deal.driver
    other = world.listing(driver, model='Rated ' + word)
    wait_until('found', lambda: find(deal.buyer, word))
    same(deal.buyer.get('search', q=word, rating_from=4)['total'], 0, 'no rating yet')
    for who in (deal.buyer, driver):
        deal.post(who, 'reviews', {'rating': 5, 'comment': ''}, expect=201)
    wait_until('the search ranks it', lambda: deal.buyer.get('search', q=word, rating_from=4)['total'] == 1)
    card = find(deal.buyer, word)[0]
    same((card['id'], card['driver']['rating']['count']), (other['id'], 1), 'the card')
    same(deal.buyer.get(f"listings/{other['id']}")['driver']['rating']['count'], 1, 'the listing')


def scenario_closing_an_account(world):
    word = rare_word('X')
    deal = world.deal('in_transit')
    buyer, driver = deal.buyer, deal.driver
    car = world.listing(driver, model='Left ' + word)
    chat = buyer.call('POST', f"listings/{car['id']}/conversations", {}, expect=201)
    for person in (driver, buyer):
        refused = problem(person.request('DELETE', 'me'), 409, 'state_conflict')
        same((refused['reasons'], refused['running_deals']), (['deals_running'], 1), 'why he cannot leave')
    status(buyer.request('GET', 'me'), 200, 'and nothing has changed')
    deal.to_arrived(), deal.to_delivered(), deal.to_released()
    for who, rating in ((buyer, 5), (driver, 5)):
        deal.post(who, 'reviews', {'rating': rating, 'comment': 'Хорошо'}, expect=201)
    deal.until_money('paid')
    wait_until('found', lambda: find(buyer, word))
    line, second = world.line(driver), world.client().sign_in(driver.email, driver.password)
    status(driver.request('DELETE', 'me'), 204, 'closing the account')
    same(line.closing(), 4401, 'its sockets are closed')
    for gone in (driver, second):
        problem(gone.request('GET', 'me'), 401)
    problem(world.client().request('POST', 'auth/refresh', {'refresh_token': driver.refresh_token}), 401)
    problem(world.client().request('POST', 'auth/login', {'email': driver.email, 'password': driver.password}), 401, 'wrong_credentials')
    wait_until('his cars are off the market', lambda: buyer.get(f"listings/{car['id']}")['status'] == 'archived')
    wait_until('and out of the search', lambda: not find(buyer, word))
    seen = [buyer.get(f"listings/{car['id']}")['driver'], buyer.get(f"conversations/{chat['id']}")['peer'], deal.now()['driver']]
    for card in seen:
        check('Павел' not in card['display_name'], f'a pseudonym: {card}')
    check('Павел' not in str(buyer.get(f"users/{buyer.user['id']}/reviews")), 'and in reviews')
    same(deal.now()['status'], 'released', 'the deal stays')
    # his address is free again
    world.client().register('driver', 'Новый', email=driver.email)
    # a buyer leaves too, and takes what he kept with him
    keeper = world.buyer()
    keeper.request('PUT', f"me/favourites/{world.listing(world.driver())['id']}")
    status(keeper.request('DELETE', 'me'), 204, 'a buyer leaves')
