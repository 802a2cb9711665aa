"""Conversations over REST and WebSocket: every frame of api.md, resume, masks, mutes."""
import json
import threading
import time
import uuid

from world import Line, check, is_id, is_time, moment, now, problem, refuse_stranger, same, status, wait_until, walk_times


def talk(world):
    buyer, driver, listing = world.pair()
    answer = status(buyer.request('POST', f"listings/{listing['id']}/conversations", {}), 201)
    return buyer, driver, listing, answer.json


def text(body, **more):
    return {'client_id': str(uuid.uuid4()), 'body': body, 'attachments': [], **more}


def scenario_conversation(world):
    buyer, driver, listing, chat = talk(world)
    same((chat['listing_id'], chat['buyer_id'], chat['driver_id']), (listing['id'], buyer.user['id'], driver.user['id']), 'conversation')
    again = status(buyer.request('POST', f"listings/{listing['id']}/conversations", {}), 200)
    same(again.json['id'], chat['id'], 'one conversation of one buyer about one car')
    problem(driver.request('POST', f"listings/{listing['id']}/conversations", {}), (403, 409, 422))
    path = f"conversations/{chat['id']}"
    said = text('Здравствуйте! Пробег 48 000 км верный? 2019 год, 2 500 000 ₽, VIN JTMHV05J604012345, шины 235/55 R19')
    first = status(buyer.request('POST', path + '/messages', said), 201).json
    is_id(first['id'])
    is_time(first['created_at'])
    same(first['sender_id'], buyer.user['id'], 'sender_id')
    same((first['body'], first['masked']), (said['body'], False), 'prices, mileages, VINs and tyres are no contacts')
    same(first['flags'], {'contact_attempts': 0, 'kinds': []}, 'flags')
    # the same client_id is the same message; with another body it is refused
    repeated = status(buyer.request('POST', path + '/messages', said), (200, 201)).json
    same((repeated['id'], repeated['seq']), (first['id'], first['seq']), 'the same client_id')
    problem(buyer.request('POST', path + '/messages', {**said, 'body': 'другое'}), 422, 'idempotency_key_reused')
    same(driver.get(path)['unread'], 1, 'what the driver has not read')
    photo = driver.photo(world.color())
    second = driver.call('POST', path + '/messages', text('Фото', attachments=[photo]), expect=201)
    same(second['seq'], first['seq'] + 1, 'numbers grow by one')
    check(photo in json.dumps(second['attachments']), 'the attachment')
    for bad, field in ((text(''), 'body'), (text('я' * 4500), 'body'), (text(5), 'body'), (text('x', client_id='1'), 'client_id'),
                       ({'body': 'x'}, 'client_id'), (text('x', attachments='x'), 'attachments')):
        problem(buyer.request('POST', path + '/messages', bad), 422, field=field)
    problem(buyer.request('POST', path + '/messages', text('x', attachments=[str(uuid.uuid4())])), 404, field='attachments')
    same(buyer.get(path)['unread'], 1, 'what the buyer has not read')
    status(buyer.request('POST', path + '/read', {'seq': second['seq']}), (200, 204))
    seen = buyer.get(path)
    same((seen['last_seq'], seen['unread']), (second['seq'], 0), 'read')
    for i in range(5):
        buyer.call('POST', path + '/messages', text(f'номер {i}'), expect=201)
    whole = driver.get(path + '/messages', limit=100)['items']
    walk_times(whole)
    same(len(whole), 7, 'messages')
    paged = driver.every(path + '/messages', limit=3)
    same([m['id'] for m in paged], [m['id'] for m in whole], 'pages of messages')
    listed = driver.get('conversations')['items']
    same([c['id'] for c in listed], [chat['id']], 'conversations')
    refuse_stranger(world.buyer(), [('GET', path, None), ('GET', path + '/messages', None), ('POST', path + '/messages', text('я')),
                                    ('POST', path + '/read', {'seq': 1})])
    refuse_stranger(world.driver(), [('GET', path, None), ('GET', path + '/messages', None), ('POST', path + '/messages', text('я'))])


def scenario_contacts_are_masked_and_mute(world):
    buyer, driver, _, chat = talk(world)
    path = f"conversations/{chat['id']}/messages"
    first = buyer.call('POST', path, text('Звоните: +7 (914) 655-20-47'), expect=201)
    same((first['masked'], first['flags']['contact_attempts'], first['flags']['kinds']), (True, 1, ['phone']), 'a telephone')
    check('655' not in first['body'] and 'Звоните' in first['body'], f"the mask: {first['body']}")
    other = driver.call('POST', path, text('пишите на pavel@mail.ru'), expect=201)
    same((other['masked'], other['flags']['kinds']), (True, ['email']), 'an e-mail')
    nick = driver.call('POST', path, text('мой телеграм @pavel_cars'), expect=201)
    check(nick['masked'] is True and '@pavel_cars' not in nick['body'] and nick['flags']['kinds'], f'a name: {nick}')
    # what the other side reads and what its WebSocket says is the mask as well
    read = [message['body'] for message in driver.get(path)['items']]      # ids have such digits too
    check(len(read) == 3 and '655' not in ''.join(read), f'the other side reads the mask: {read}')
    world.staff('moderate')
    for i in range(4):
        answer = buyer.request('POST', path, text(f'8 914 655 20 4{i}'))
        if answer.status == 403:
            break
    body = problem(answer, 403, 'muted')
    left = (moment(is_time(body['until'])) - now()).total_seconds()
    check(3000 < left < 3700, f'muted for an hour: {left}')
    problem(buyer.request('POST', path, text('Можно?')), 403, 'muted')
    line = world.line(buyer)
    line.send({'type': 'message.send', 'conversation_id': chat['id'], 'client_id': 'c' * 8 + '-0000-4000-8000-000000000000',
               'body': 'А так?', 'attachments': []})
    refused = line.wait('error')
    same(refused['code'], 'muted', 'the WebSocket says so too')
    is_time(refused['until'])
    status(driver.request('POST', path, text('Я не заглушён')), (201, 403))
    # elsewhere he may speak
    second = world.listing(driver)
    elsewhere = buyer.call('POST', f"listings/{second['id']}/conversations", {}, expect=201)
    buyer.call('POST', f"conversations/{elsewhere['id']}/messages", text('Здравствуйте'), expect=201)


def scenario_frames(world):
    buyer, driver, listing, chat = talk(world)
    cid = chat['id']
    one, two, other = world.line(buyer), world.line(buyer), world.line(driver)
    same(one.ready['user_id'], buyer.user['id'], 'ready')
    check(type(one.ready['seq']) is int, 'ready has seq')
    one.send({'type': 'ping'})
    one.wait('pong')
    # subscribe tells presence, now and when it changes
    one.send({'type': 'subscribe', 'conversation_id': cid})
    seen = one.wait('presence', lambda f: f['conversation_id'] == cid)
    same((seen['user_id'], seen['online']), (driver.user['id'], True), 'presence')
    other.send({'type': 'typing', 'conversation_id': cid, 'active': True})
    typing = one.wait('typing')
    same((typing['conversation_id'], typing['user_id'], typing['active']), (cid, driver.user['id'], True), 'typing')
    client_id = str(uuid.uuid4())
    frame = {'type': 'message.send', 'conversation_id': cid, 'client_id': client_id, 'body': 'Привет', 'attachments': []}
    one.send(frame)
    ack = one.wait('ack')
    same((ack['client_id'], ack['message']['body'], ack['message']['sender_id']), (client_id, 'Привет', buyer.user['id']), 'ack')
    for line in (two, other):
        heard = line.wait('message')
        same(heard['message']['id'], ack['message']['id'], 'message')
        check(type(heard['seq']) is int, 'a message is numbered')
    check(not any(f['type'] == 'message' for f in one.settle()), 'the sending session has its ack, not the message as well')
    one.send(frame)
    same(one.wait('ack')['message']['id'], ack['message']['id'], 'the same client_id: the same message')
    check(not any(f['type'] == 'message' for f in other.settle()), 'and nobody hears it twice')
    one.send({**frame, 'body': 'Другое'})
    same((refused := one.wait('error'))['code'], 'idempotency_key_reused', 'another body')
    same(refused['client_id'], client_id, 'the error names the client_id')
    other.send({'type': 'read', 'conversation_id': cid, 'seq': ack['message']['seq']})
    read = one.wait('read')
    same((read['conversation_id'], read['user_id'], read['seq']), (cid, driver.user['id'], ack['message']['seq']), 'read')
    for bad in ({'type': 'message.send'}, {'type': 'nonsense'}, {'no': 'type'}, {**frame, 'client_id': 'x'},
                {**frame, 'client_id': str(uuid.uuid4()), 'body': 7}, {**frame, 'client_id': str(uuid.uuid4()), 'conversation_id': str(uuid.uuid4())}):
        one.send(bad)
        refused = one.wait('error')
        check(refused['code'] and isinstance(refused['detail'], str), f'an error has code and detail: {refused}')
    other.close()
    gone = one.wait('presence', lambda f: not f['online'])
    same(gone['user_id'], driver.user['id'], 'presence goes')
    # a stranger may not listen, type or speak
    stranger = world.line(world.buyer())
    for wrong in ({'type': 'subscribe', 'conversation_id': cid}, {'type': 'read', 'conversation_id': cid, 'seq': 1},
                  {**frame, 'client_id': str(uuid.uuid4())}):
        stranger.send(wrong)
        same(stranger.wait('error')['code'], 'not_found', f"{wrong['type']} of a stranger")


def scenario_resume(world):
    """A session that comes back gets exactly what it missed, in order, once; while more is being said."""
    buyer, driver, listing, chat = talk(world)
    path = f"conversations/{chat['id']}/messages"
    line = world.line(driver)
    seen = line.ready['seq']
    line.close()
    sent = []

    def speak():
        for i in range(40):
            sent.append(buyer.call('POST', path, text(f'слово {i}'), expect=201)['id'])
    speaker = threading.Thread(target=speak)
    speaker.start()
    heard = []
    while len(heard) < 40:
        line = world.line(driver, last_seq=seen)
        try:
            for _ in range(7):
                if len(heard) < 40:
                    frame = line.take(20)
                    if frame['type'] == 'message':
                        heard.append(frame)
                        seen = frame['seq']
        finally:
            line.close()
    speaker.join()
    same([f['message']['id'] for f in heard], sent, 'exactly what was said, in order, once')
    numbers = [f['seq'] for f in heard]
    same(numbers, sorted(set(numbers)), 'numbers grow')
    check(not [f for f in world.line(driver, last_seq=seen).settle() if f['type'] == 'message'], 'nothing more')


def scenario_websocket_doors(world):
    mute = Line(world.base, authenticate=False)
    begun = time.monotonic()
    buyer = world.buyer()
    for frame in ({'type': 'auth', 'access_token': 'forged'}, {'type': 'auth'}, {'type': 'ping'}, {'type': 'auth', 'access_token': 7}):
        line = Line(world.base, authenticate=False)
        line.send(frame)
        same(line.closing(), 4401, f'closed after {frame}')
    ended = world.client().sign_in(buyer.email, buyer.password)
    line = world.line(ended)
    ended.call('POST', 'auth/logout', {})
    same(line.closing(), 4401, 'a session that was ended is closed')
    line = world.line(buyer)
    line.send(b'x' * 70000)
    same(line.closing(), 1009, 'too large')
    line = world.line(buyer)
    line.send(b'{"type":', opcode=1)
    check(line.wait('error')['code'] in ('malformed_json', 'bad_request'), 'not JSON')
    line.send(b'\xff\xfe', opcode=1)
    same(line.closing(), 1007, 'not UTF-8')
    line = world.line(buyer)
    line.send(b'\x00', opcode=2)
    same(line.closing(), 1003, 'binary')
    same(mute.closing(), 4401, 'silence')
    check(time.monotonic() - begun > 4, 'not before five seconds')


def scenario_notifications(world):
    deal = world.deal('created')
    line = world.line(deal.driver)
    deal.to_funded()
    told = line.wait('notification')
    check(type(told['seq']) is int and is_id(told['notification']['id']), 'a notification frame')
    listed = wait_until('notifications', lambda: deal.driver.get('notifications')['items'])
    walk_times(listed)
    first = listed[-1]['id']
    find = lambda: [n for n in deal.driver.get('notifications', limit=100)['items'] if n['id'] == first][0]
    same(find()['read_at'], None, 'not read yet')
    status(deal.buyer.request('POST', 'notifications/read', {'ids': [first]}), (200, 204, 404))
    same(find()['read_at'], None, 'nobody reads for somebody else')
    status(deal.driver.request('POST', 'notifications/read', {'ids': [first]}), (200, 204))
    is_time(find()['read_at'], 'read_at')
