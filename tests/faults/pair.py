"""A buyer and a driver who trade without end, and what must be found of it afterwards."""
import collections
import random
import uuid

from cargo_client import Line, wait_until
from people import GONE, PATIENCE, Overtaken, Person, check, until_right

VIN = 'JTMHV05J604012345'
FINAL_MONEY = {'cancelled': ('void',), 'released': ('paid',), 'resolved_refund': ('refunded', 'void'),
               'resolved_release': ('paid',), 'resolved_split': ('paid',)}
KINDS = ('border', 'customs', 'ferry', 'road', 'other')


class Chat:
    def __init__(self, made):
        self.id, self.path = made['id'], f"conversations/{made['id']}/messages"
        self.said = []                        # acknowledged messages


class Deal:
    def __init__(self, made):
        self.id, self.path = made['id'], f"deals/{made['id']}"
        self.done = ['create']                # acknowledged events of people, in order
        self.checkpoints, self.reviews = [], []


class Pair:
    def __init__(self, town, number):
        self.town, self.random = town, random.Random(f'{town.seed}/{number}')
        self.buyer = Person(town, 'buyer', f'buyer {number}')
        self.driver = Person(town, 'driver', f'driver {number}')
        self.photo = self.driver.photo()
        self.deals, self.chats = [], []

    def sure(self, who, method, path, body):
        answer = who.do(method, path, body)
        check(answer.status in (200, 201), f'{who.name} {method} {path}: {answer!r}')
        return answer.json

    # ------------------------------------------------------------------------------------------------------ trading

    def offer(self):
        """A car, and a conversation about it. A paid deal takes the car off the market, so each deal has its own."""
        price = {'amount': self.random.randrange(100_000_000, 300_000_000), 'currency': 'RUB'}
        self.listing = self.sure(self.driver, 'POST', 'listings', {
            'brand': 'Toyota', 'model': 'RAV4', 'year': 2019, 'mileage_km': 48000, 'country_from': 'JP', 'price': price,
            'delivery_eta_days': 30, 'description': 'Один хозяин.', 'body_type': 'suv', 'fuel': 'petrol', 'transmission': 'cvt',
            'drive': 'awd', 'engine_cc': 1986, 'power_hp': 149, 'color': 'white', 'photos': [self.photo], 'attributes': {}})
        published = self.sure(self.driver, 'POST', f"listings/{self.listing['id']}/publish", {})
        check(published['status'] == 'published', f'published: {published}')
        self.chats.append(Chat(self.sure(self.buyer, 'POST', f"listings/{self.listing['id']}/conversations", {})))

    def trade(self):
        """One deal to an end that is drawn, with talk on the way."""
        self.offer()
        self.talk()
        made = self.sure(self.buyer, 'POST', 'deals', {
            'listing_id': self.listing['id'], 'amount': self.listing['price'], 'delivery_place': 'Новосибирск',
            'delivery_eta_days': 30})
        deal = Deal(made)
        self.deals.append(deal)
        ends = (self.whole, self.whole, self.whole, self.dispute, self.dispute, self.cancel_unpaid, self.cancel_paid, self.leave_unpaid,
                self.leave_paid, self.leave_delivered)
        try:
            self.random.choice(ends)(deal)
        except Overtaken:
            pass
        self.talk()

    def talk(self):
        chat = self.chats[-1]
        for _ in range(self.random.randrange(3)):
            who = self.random.choice((self.buyer, self.driver))
            client_id, body = str(uuid.UUID(int=self.random.getrandbits(128), version=4)), f'слово {self.random.randrange(10**9)}'
            message = None
            if self.random.random() < 0.6:
                ack = who.ear.say({'type': 'message.send', 'conversation_id': chat.id, 'client_id': client_id,
                                   'body': body, 'attachments': []})
                check(not ack or ack['type'] == 'ack' or ack['code'] == 'unavailable', f'{who.name} sends: {ack}')
                message = ack and ack.get('message')
            if not message:                   # over HTTP, or nobody knows whether it was said
                message = self.sure(who, 'POST', chat.path, {'client_id': client_id, 'body': body, 'attachments': []})
            chat.said.append((client_id, message['id'], message['seq'], who.id, body))

    def step(self, deal, who, verb, event, body=None):
        answer = who.do('POST', f'{deal.path}/{verb}', {'note': ''} if body is None else body)
        if answer.status == 409:
            # What the clock decided may have had its consequences for the money already.
            last = [e for e in self.buyer.all(f'{deal.path}/timeline') if e['actor'] != 'provider'][-1]
            check(last['actor'] == 'clock', f'{verb} was refused though no clock ran out: {answer!r}, last event {last}')
            raise Overtaken()
        check(answer.status in (200, 201), f'{who.name} {verb}: {answer!r}')
        if event:
            deal.done.append(event)
        return answer.json

    def until(self, deal, wanted):
        def reached():
            self.town.check_alive()
            now = self.buyer.get(deal.path)
            if now['status'] == 'cancelled' != wanted:
                raise Overtaken()
            return now['status'] == wanted and now
        return wait_until(f'deal {deal.id} is {wanted}', reached, PATIENCE)

    def pay(self, deal):
        def page():                           # there is none yet when the provider's answer was lost: asked again
            self.town.check_alive()
            return self.step(deal, self.buyer, 'pay', None, {'return_url': self.town.base + '/'})['payment']['confirmation_url']
        url = wait_until('the page of the payment', page, PATIENCE, 0.2)
        copies = self.random.choice((1, 1, 3))
        while True:                           # the page knows no keys; a payment that was chosen is chosen
            self.town.check_alive()
            try:
                answer = self.buyer.client.pay(url, 'success', copies=copies, delay_ms=self.random.choice((0, 0, 200)))
            except GONE:
                self.town.pause()
                continue
            check(answer.status in (200, 303, 409, 503, 504), f'the page answers {answer!r}')
            if answer.status not in (503, 504):
                break
        self.until(deal, 'funded')

    def start(self, deal):
        self.pay(deal)
        self.step(deal, self.driver, 'start', 'start', {'vin': VIN, 'odometer_km': 48012, 'photos': [self.photo], 'note': ''})

    def travel(self, deal):
        self.start(deal)
        for i in range(self.random.randrange(3)):
            mark = self.step(deal, self.driver, 'checkpoints', 'checkpoint', {
                'client_id': str(uuid.UUID(int=self.random.getrandbits(128), version=4)), 'kind': self.random.choice(KINDS),
                'place': 'Чита', 'odometer_km': 49000 + i, 'photos': [self.photo], 'note': '', 'device_time': '2026-01-01T00:00:00Z'})
            deal.checkpoints.append((mark['id'], mark['hash'], mark['previous_hash']))

    def deliver(self, deal):
        self.travel(deal)
        self.step(deal, self.driver, 'arrive', 'arrive')
        if self.random.random() < 0.5:
            self.step(deal, self.buyer, 'confirm', 'confirm_delivery')
        else:
            code = self.buyer.get(deal.path).get('handover_code')
            if not code:
                raise Overtaken()
            self.step(deal, self.driver, 'confirm', 'handover_code', {'note': '', 'code': code})

    def whole(self, deal):
        self.deliver(deal)
        self.step(deal, self.buyer, 'release', 'release')
        for who in (self.buyer, self.driver):
            comment = f'отзыв {self.random.randrange(10**9)}'
            answer = who.do('POST', f'{deal.path}/reviews', {'rating': 5, 'comment': comment})
            if answer.status == 409:
                check(answer.json['code'] == 'review_closed', f'review: {answer!r}')
            else:
                check(answer.status == 201, f'review: {answer!r}')
                deal.reviews.append((who, comment))
                deal.done.append('review')

    def dispute(self, deal):
        self.random.choice((self.pay, self.travel, self.deliver))(deal)
        who = self.random.choice((self.buyer, self.driver))
        opened = self.step(deal, who, 'dispute', 'open_dispute', {'reason': 'other', 'text': 'Спор', 'photos': []})
        if self.random.random() < 0.2:
            self.step(deal, who, 'withdraw-dispute', 'withdraw_dispute')
            opened = self.step(deal, who, 'dispute', 'open_dispute', {'reason': 'other', 'text': 'Опять', 'photos': []})
        outcome = self.random.choice(('refund', 'release', 'split'))
        body = {'outcome': outcome, 'reason_code': 'other', 'text': 'Решение'}
        if outcome == 'split':
            body['refund'] = {'amount': opened['amount']['amount'] // 3, 'currency': 'RUB'}
        answer = self.town.staff_do('POST', f"admin/disputes/{opened['dispute']['id']}/resolve", body)
        check(answer.status == 200, f'staff resolve: {answer!r}')
        deal.done.append('resolve_' + outcome)

    def cancel_unpaid(self, deal):
        self.step(deal, self.random.choice((self.buyer, self.driver)), 'cancel', 'cancel')

    def cancel_paid(self, deal):
        self.pay(deal)
        self.step(deal, self.random.choice((self.buyer, self.driver)), 'cancel', 'cancel')

    def leave_unpaid(self, deal):
        if self.random.random() < 0.5:
            self.step(deal, self.buyer, 'pay', None, {'return_url': ''})

    def leave_paid(self, deal):
        self.pay(deal)

    def leave_delivered(self, deal):
        self.travel(deal)
        self.step(deal, self.driver, 'arrive', 'arrive')

    # ------------------------------------------------------------------------------------------------------ looking

    def is_settled(self):
        for deal in self.deals:
            now = self.buyer.get(deal.path)
            if now['money_status'] not in FINAL_MONEY.get(now['status'], ()):
                return None
        return True

    def look(self):
        wait_until('every deal of ' + self.buyer.name + ' comes to its end by itself', self.is_settled, PATIENCE, 0.2)
        self.look_at_lines()
        for chat in self.chats:
            self.look_at_messages(chat)
        for deal in self.deals:
            self.look_at_deal(deal)
        for person in (self.buyer, self.driver):
            self.look_at_events(person)

    def look_at_lines(self):
        """What deals write into the conversations is there once."""
        wanted = collections.Counter((deal.id, 'deal_' + event) for deal in self.deals for event in deal.done)
        found = collections.Counter()

        def missing():
            found.clear()
            found.update((m['flags']['deal_id'], m['flags']['event'])
                         for chat in self.chats for m in self.buyer.all(chat.path) if not m['sender_id'])
            left = sorted((wanted - found).elements())
            return left and f'the conversations do not tell of {left}'
        until_right(missing)
        for (deal, event), times in found.items():
            check(times == wanted.get((deal, event), times), f'{event} of deal {deal} stands {times} times in the conversation')

    def look_at_messages(self, chat):
        everything = self.buyer.all(chat.path)
        check(sorted(m['seq'] for m in everything) == list(range(1, len(everything) + 1)), 'messages are numbered without gaps')
        said = {m['id']: m for m in everything if m['sender_id']}
        for client_id, ident, seq, sender, body in chat.said:
            found = said.pop(ident, None)
            check(found, f'the acknowledged message {ident} «{body}» is missing')
            check((found['client_id'], found['seq'], found['sender_id'], found['body']) == (client_id, seq, sender, body),
                  f'message {ident} has changed: {found}')
        check(not said, f'messages that nobody was told of: {said}')

    def look_at_deal(self, deal):
        line = self.buyer.all(f'{deal.path}/timeline')
        people = [e['event'] for e in line if e['actor'] in ('buyer', 'driver', 'staff')]
        check(people == deal.done, f'deal {deal.id}: acknowledged {deal.done}, the timeline has {people}')
        check([e['event'] for e in line].count('hold_confirmed') <= 1, f'deal {deal.id} was funded twice')
        chain = [e for e in line if e.get('checkpoint')]        # the start is its first link
        marks = [(e['checkpoint']['id'], e['checkpoint']['hash'], e['checkpoint']['previous_hash']) for e in chain]
        seen = [mark for mark, e in zip(marks, chain) if e['event'] == 'checkpoint']
        check(seen == deal.checkpoints, f'deal {deal.id}: checkpoints {seen}, acknowledged {deal.checkpoints}')
        for before, after in zip(marks, marks[1:]):
            check(after[2] == before[1], f'deal {deal.id}: the chain of checkpoints is broken')
        if len(deal.reviews) == 2:            # one that is alone stays hidden
            for who, comment in deal.reviews:
                other = self.driver if who is self.buyer else self.buyer
                about = [r['comment'] for r in self.buyer.all(f'users/{other.id}/reviews') if r['deal_id'] == deal.id]
                check(about == [comment], f'deal {deal.id}: review {comment}, there is {about}')

    def look_at_events(self, person):
        """All events there ever were against what came over the many connections, once the last have come."""
        def wrong():
            self.town.check_alive()
            if person.ear.problem:            # else it would seem that nothing was told
                raise person.ear.problem
            try:
                found = self.difference(person)
            except GONE as problem:           # the town goes on being upset while we look
                found = repr(problem)
            return found and f'{person.name}: {found}'
        until_right(wrong)
        person.ear.stop()

    def difference(self, person):
        line = Line(person.base, person.token, last_seq=0)
        check(not line.ready['resync'], 'all events are kept')
        log = {}
        while len(log) < line.ready['seq']:
            frame = line.take(20)
            if 'seq' in frame:
                check(frame['seq'] == len(log) + 1, f"event {frame['seq']} comes after {len(log)}")
                log[frame['seq']] = frame
        line.close()
        told = collections.Counter(f['message']['id'] for f in log.values() if f['type'] == 'message')
        said = collections.Counter(m['id'] for chat in self.chats for m in self.buyer.all(chat.path))
        if told != said:
            return f'events and messages differ: {told - said} and {said - told}'
        versions = {}
        for frame in log.values():
            if frame['type'] == 'deal':
                deal = frame['deal']
                check(deal['version'] >= versions.get(deal['id'], 0), f"{person.name}: deal {deal['id']} went back in time")
                versions[deal['id']] = deal['version']
        for deal in self.deals:
            if versions.get(deal.id) != (now := person.get(deal.path)['version']):
                return f'version {now} of deal {deal.id} was not told, {versions.get(deal.id)} was'
        noted = collections.Counter(f['notification']['id'] for f in log.values() if f['type'] == 'notification')
        if noted and max(noted.values()) > 1:
            return f'notified twice: {noted.most_common(1)}'
        # The ack of a message is its event for the line that sent it.
        heard, own = dict(person.ear.events), {a['message']['id'] for a in list(person.ear.acks.values()) if a.get('message')}
        for seq, frame in log.items():
            if seq in heard and heard[seq] != frame:
                return f'event {seq} was {heard[seq]}, is {frame}'
            if seq not in heard and not (frame['type'] == 'message' and frame['message']['id'] in own):
                return f'event {seq} was never heard: {frame}'
        return None if heard.keys() <= log.keys() else f'events that nobody knows: {heard.keys() - log.keys()}'
