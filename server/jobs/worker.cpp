#include "server/jobs/worker.h"

#include "server/core/log.h"
#include "server/db/sql_error.h"
#include "server/jobs/wake.h"

#include <algorithm>
#include <array>
#include <map>

namespace cargo::jobs {

namespace {

constexpr qint64 kClaimMs = 60'000;   // a killed process's claim ends after this, where others may be at work
constexpr qint64 kHandlerMs = 50'000; // deadline of one handler, below the claim
constexpr int kParkAfterAttempts = 20;
constexpr int kSideBySide = 4; // as many as the jobs thread has connections for writes
constexpr size_t kMarkTogether = 16;
constexpr int kGivesWay = 3;
constexpr int kPollMs = 250;
constexpr int kGatherMs = 5;          // frames that come faster than this are taken together
constexpr int kFullBatchFrames = 256; // as many as kNumberFrames takes at least when there are more
constexpr qint64 kKeepEventsMs = 7 * kDayMs;
constexpr qint64 kKeepAnswersMs = 3 * kDayMs;

const db::Query kLock{"outbox.lock", "select pg_advisory_xact_lock(7204418820431)"};

// Here and in kClaim ids come as an array: else a plan that was made while the outbox was empty joins them to all rows of it.

// WebSocket frames: numbered for each user in the order of the outbox, stored, and taken off, in one statement. Of the fields
// only the first character goes: to find the last one of a text PostgreSQL would count all its characters.
const db::Query kNumberFrames{"outbox.number_frames", R"(
    with ready as (
        delete from outbox where id = any(array(
            select id from outbox where topic = 'ws' and parked_at is null and available_at <= $1 order by id limit 256))
        returning id, payload
    ), wanted as (
        select r.id, u.value::uuid as user_id, p.type, p.fields,
            row_number() over (partition by u.value::uuid order by r.id) as place
        from ready r, json_to_record(r.payload) as p(users json, type text, fields text), json_array_elements_text(p.users) u
    ), counted as (
        insert into user_event_counters as c (user_id, seq)
        select user_id, count(*) from wanted group by user_id order by user_id
        on conflict (user_id) do update set seq = c.seq + excluded.seq
        returning c.user_id, c.seq
    ), numbered as (
        select w.user_id, w.type, w.fields, c.seq - (count(*) over (partition by w.user_id)) + w.place as seq
        from wanted w join counted c on c.user_id = w.user_id
    )
    insert into user_events (user_id, seq, type, frame, created_at)
    select user_id, seq, type,
        ('{"type":' || to_json(type)::text || ',"seq":' || seq
            || case when fields in ('{}', '') then '}' else ',' || right(fields, -1) end)::json, $1
    from numbered order by user_id, seq
    returning user_id, seq, frame)"};

// The oldest rows whose subject has nothing older under way or waiting for another try: the order of a key holds over failures.
// Our own claim does not end by itself: we know that it is being worked on.
const db::Query kClaim{"outbox.claim", R"(
    update outbox set available_at = $2, claimed_by = $3 where id = any(array(
        select o.id from outbox o
        where o.topic <> 'ws' and o.parked_at is null and o.available_at <= $1 and o.claimed_by is distinct from $3::uuid
            and not exists (select 1 from outbox e where e.topic = o.topic and e.topic <> 'ws' and e.key = o.key
                and e.id < o.id and e.parked_at is null and (e.available_at > $1 or e.claimed_by = $3::uuid))
        order by o.id limit 64))
    returning id, topic, key, payload, created_at, attempts, array_to_string(done_by, ','))"};
// Both take "1,2,3".
const db::Query kDone{"outbox.done", "delete from outbox where id = any(string_to_array($1, ',')::bigint[])"};
const db::Query kGiveBack{"outbox.give_back", "update outbox set available_at = created_at, claimed_by = null "
                                              "where id = any(string_to_array($1, ',')::bigint[])"};
const db::Query kRetry{"outbox.retry", R"(
    update outbox set available_at = $2, claimed_by = null, attempts = $7, last_error = $3, done_by = string_to_array($4, ','),
        parked_at = case when $5::boolean then $6::timestamptz end
    where id = $1)"};

const db::Query kClaimTimer{"timers.claim", R"(
    update timers set claimed_until = $2, claimed_by = $3 where (kind, subject) in (
        select kind, subject from timers where due_at <= $1 and (claimed_until is null or claimed_until <= $1)
        order by due_at limit 1 for update skip locked)
    returning kind, subject, due_at, attempts)"};
// One that was set again meanwhile is claimed by nobody, even when it was set to the same moment.
const db::Query kTimerDone{"timers.done", R"(
    delete from timers where kind = $1 and subject = $2::uuid and due_at = $3 and claimed_by = $4)"};
const db::Query kTimerRetry{"timers.retry", R"(
    update timers set claimed_until = $4, claimed_by = null, last_error = $5, attempts = $6
    where kind = $1 and subject = $2::uuid and due_at = $3 and claimed_by = $7)"};

const db::Query kFramesSince{"user_events.since",
                             "select user_id, seq, frame from user_events where created_at >= $1 order by user_id, seq"};
const db::Query kForgetEvents{"user_events.forget", "delete from user_events where created_at < $1"};
const db::Query kForgetAnswers{"idempotency.forget", "delete from idempotency_keys where created_at < $1"};

// Claims of one worker, or everybody's.
const db::Query kFreeEvents{"outbox.free", "update outbox set available_at = created_at, claimed_by = null "
                                           "where claimed_by is not null and claimed_by = coalesce($1::uuid, claimed_by)"};
const db::Query kFreeTimers{"timers.free", "update timers set claimed_until = null, claimed_by = null "
                                           "where claimed_by is not null and claimed_by = coalesce($1::uuid, claimed_by)"};

// 1 s, 2 s, 4 s … 10 min.
qint64 backOffMs(int attempts) { return std::min<qint64>(600'000, 1000LL << std::min(attempts - 1, 10)); }

QByteArray reason(const Error &error) { return QByteArray(errorWord(error.code)) + ' ' + error.detail.left(300).toUtf8(); }

} // namespace

Worker::Worker(Runtime &runtime) : m_runtime(runtime), m_id(newUuid(runtime.clock.now()))
{
    m_gathering.setSingleShot(true);
    m_gathering.setTimerType(Qt::PreciseTimer);
    m_gathering.setInterval(kGatherMs);
    connect(&m_gathering, &QTimer::timeout, this, &Worker::relay);
    m_poll.setInterval(kPollMs);
    connect(&m_poll, &QTimer::timeout, this, [this] {
        relay();
        fire();
    });
}

Worker::~Worker() { setRelayEar(nullptr); }

void Worker::onEvent(QByteArray topic, QByteArray readerName, OutboxHandler handler)
{
    m_readers[topic].push_back({std::move(readerName), std::move(handler)});
}

void Worker::onTimer(QByteArray kind, TimerHandler handler) { m_timers[kind] = std::move(handler); }

void Worker::start(bool alone)
{
    m_started = true;
    setRelayEar([this] { QMetaObject::invokeMethod(this, &Worker::relay, Qt::QueuedConnection); });
    if (alone)
        m_eventsLost = m_timersLost = Lost::Everybodys;
    m_poll.start();
    poke();
}

// Only when none of ours is under way: at the beginning of a round.
QCoro::Task<bool> Worker::freeLost(const db::Query *query, Lost *lost)
{
    if (*lost == Lost::None)
        co_return true;
    std::optional<Uuid> whose;
    if (*lost == Lost::Ours)
        whose = m_id;
    const CallContextPtr context = newCall(kHandlerMs);
    auto freed = co_await m_runtime.db.write(context, *query, whose);
    if (freed)
        *lost = Lost::None;
    co_return freed.ok();
}

void Worker::stop(std::function<void()> done)
{
    m_started = false;
    m_stopped = std::move(done);
    m_poll.stop();
    m_gathering.stop();
    setRelayEar(nullptr);
    settle();
}

void Worker::poke()
{
    m_relayDry = false;
    m_timersDry = false;
    m_gathering.stop();
    relay();
    fire();
}

void Worker::settle()
{
    if (!m_started && !m_relaying && m_walks == 0 && m_firing == 0 && m_stopped)
        std::exchange(m_stopped, nullptr)();
}

CallContextPtr Worker::newCall(qint64 lifeMs) const
{
    const Timestamp now = m_runtime.clock.now();
    auto context = std::make_shared<CallContext>(now, now.plusMs(lifeMs));
    context->requestId = newUuid(now).toText();
    return context;
}

void Worker::relay()
{
    if (!m_started || m_gathering.isActive())
        return;
    if (m_relaying) {
        m_relayAgain = true;
        return;
    }
    m_relaying = true;
    relayLooks();
    relayAll();
}

QCoro::Task<void> Worker::relayAll()
{
    bool more = true;
    if (m_walks == 0)
        more = co_await freeLost(&kFreeEvents, &m_eventsLost);
    m_relayDry = false;
    while (more && m_started) {
        m_relayAgain = false;
        const Timestamp begun = m_runtime.clock.now();
        auto ready = co_await takeReady();
        if (!ready) {
            lose(m_eventsLost);
            m_unpublishedSince = m_unpublishedSince.value_or(begun);
        } else if (m_unpublishedSince) {
            co_await publishAgain();
        }
        const bool found = ready && (ready->frames > 0 || !ready->events.empty());
        if (found)
            deliverAll(std::move(ready->events));
        m_relayDry = ready.ok() && !found;
        // A pass costs the same for one frame as for fifty: under load they gather for a moment.
        if (found && ready->frames < kFullBatchFrames) {
            if (m_started)
                m_gathering.start();
            break;
        }
        more = found || (m_relayAgain && m_relayDry);
    }
    m_relaying = false;
    settle();
}

// Everything that is ready, in one transaction: frames are numbered, stored and published, events are claimed.
QCoro::Task<Result<Worker::Ready>> Worker::takeReady()
{
    const CallContextPtr context = newCall(kHandlerMs);
    auto tx = co_await m_runtime.db.begin(context);
    if (!tx)
        co_return tx.error();
    auto locked = co_await tx->run(kLock);
    if (!locked)
        co_return locked.error();
    const Timestamp now = m_runtime.clock.now();
    auto frames = co_await tx->run(kNumberFrames, now);
    if (!frames) {
        log::warning("jobs.frames_failed", {{"error", reason(frames.error())}});
        co_return frames.error();
    }
    std::vector<Claimed> events;
    if (m_walks < kSideBySide && m_eventsLost == Lost::None) {
        auto claimed = co_await tx->run(kClaim, now, now.plusMs(kClaimMs), m_id);
        if (!claimed)
            co_return claimed.error();
        events = eventsOf(*claimed);
    }
    auto committed = co_await tx->commit();
    if (!committed)
        co_return committed.error();
    publish(*frames);
    co_return Ready{frames->count(), std::move(events)};
}

// A pass whose commit was not seen may have numbered frames that no socket has heard of. Hubs pass over what they know.
QCoro::Task<void> Worker::publishAgain()
{
    const CallContextPtr context = newCall(kHandlerMs);
    auto frames = co_await m_runtime.db.query(context, kFramesSince, *m_unpublishedSince);
    if (!frames)
        co_return;
    m_unpublishedSince.reset();
    publish(*frames);
}

void Worker::publish(const db::Rows &frames)
{
    if (frames.empty())
        return;
    QByteArray payload("[");
    for (int row = 0; row < frames.count(); ++row) {
        payload += row ? ",{\"user\":\"" : "{\"user\":\"";
        payload += frames.bytes(row, 0);
        payload += "\",\"seq\":";
        payload += frames.bytes(row, 1);
        payload += ",\"frame\":";
        payload += frames.bytes(row, 2);
        payload += '}';
    }
    m_runtime.bus.publish("ws.events", payload + ']');
}

std::vector<Worker::Claimed> Worker::eventsOf(const db::Rows &rows)
{
    std::vector<Claimed> events;
    for (int row = 0; row < rows.count(); ++row) {
        Claimed claimed;
        claimed.stored.id = rows.int64(row, 0);
        claimed.stored.event = {rows.bytes(row, 1), rows.bytes(row, 2), rows.bytes(row, 3)};
        claimed.stored.createdAt = rows.timestamp(row, 4);
        claimed.attempts = rows.int32(row, 5);
        for (const QByteArray &name : rows.bytes(row, 6).split(',')) {
            if (!name.isEmpty())
                claimed.doneBy.push_back(name);
        }
        events.push_back(std::move(claimed));
    }
    std::sort(events.begin(), events.end(), [](const Claimed &a, const Claimed &b) { return a.stored.id < b.stored.id; });
    return events;
}

// Subjects go side by side, so that their commits share the disk; the events of one go one after another. Nobody waits for
// them here: frames and other subjects' events go on beside a reader that takes its time.
void Worker::deliverAll(std::vector<Claimed> events)
{
    const auto batch = std::make_shared<Batch>();
    std::map<std::pair<QByteArray, QByteArray>, size_t> places;
    for (Claimed &event : events) {
        const auto [place, isNew] =
            places.try_emplace({event.stored.event.topic, event.stored.event.key}, batch->subjects.size());
        if (isNew)
            batch->subjects.emplace_back();
        batch->subjects[place->second].push_back(std::move(event));
    }
    const size_t free = size_t(kSideBySide - m_walks);
    for (size_t i = 0; i < std::min(free, batch->subjects.size()); ++i)
        walk(batch);
}

QCoro::Task<void> Worker::walk(std::shared_ptr<Batch> batch)
{
    ++m_walks;
    while (batch->next < batch->subjects.size()) {
        std::vector<Claimed> events = std::move(batch->subjects[batch->next++]);
        bool stuck = false;
        for (Claimed &event : events) {
            const qint64 id = event.stored.id;
            if (stuck) { // waits until the one before it is through
                batch->back.push_back(id);
                continue;
            }
            const Delivery delivery = co_await deliver(std::move(event));
            stuck = delivery == Delivery::Again;
            if (delivery == Delivery::Done)
                batch->done.push_back(id);
        }
        if (batch->done.size() >= kMarkTogether)
            co_await mark(kDone, std::exchange(batch->done, {}));
    }
    co_await mark(kDone, std::exchange(batch->done, {}));
    co_await mark(kGiveBack, std::exchange(batch->back, {}));
    --m_walks;
    m_relayDry = false; // what waited for one of these subjects, or for a walk
    relay();
    settle();
}

QCoro::Task<void> Worker::mark(const db::Query &query, std::vector<qint64> ids)
{
    if (ids.empty())
        co_return;
    QByteArray list;
    for (const qint64 id : ids)
        list += (list.isEmpty() ? "" : ",") + QByteArray::number(id);
    const CallContextPtr context = newCall(kHandlerMs);
    auto marked = co_await m_runtime.db.write(context, query, list);
    if (marked)
        co_return;
    lose(m_eventsLost);
    log::warning("jobs.not_marked", {{"query", query.name()}, {"count", int(ids.size())}, {"error", reason(marked.error())}});
}

// Two that waited for each other are nobody's failure: who had to give way runs again at once.
QCoro::Task<Outcome> Worker::run(std::function<QCoro::Task<Outcome>()> handler)
{
    Outcome outcome = co_await handler();
    for (int again = 0; again < kGivesWay && !outcome && db::isRetryable(outcome.error()); ++again)
        outcome = co_await handler();
    co_return outcome;
}

QCoro::Task<Worker::Delivery> Worker::deliver(Claimed event)
{
    const std::vector<Reader> readers = m_readers.value(event.stored.event.topic);
    std::optional<Error> failure;
    for (const Reader &reader : readers) {
        if (std::find(event.doneBy.begin(), event.doneBy.end(), reader.name) != event.doneBy.end())
            continue;
        const std::function<QCoro::Task<Outcome>()> hear = [&] { return reader.handler(newCall(kHandlerMs), event.stored); };
        const Outcome outcome = co_await run(hear);
        if (outcome)
            event.doneBy.push_back(reader.name);
        else if (!failure)
            failure = outcome.error();
    }
    if (!failure)
        co_return Delivery::Done;
    ++event.attempts;
    const bool park = event.attempts >= kParkAfterAttempts;
    QByteArray doneBy(""); // a null one would be SQL's NULL
    for (const QByteArray &name : event.doneBy) {
        if (!doneBy.isEmpty())
            doneBy += ',';
        doneBy += name;
    }
    const CallContextPtr context = newCall(kHandlerMs);
    const Timestamp now = m_runtime.clock.now();
    const QByteArray why = reason(*failure);
    log::warning(park ? "jobs.event_parked" : "jobs.event_failed",
                 {{"topic", event.stored.event.topic}, {"id", event.stored.id}, {"attempts", event.attempts}, {"error", why}});
    auto kept = co_await m_runtime.db.write(context, kRetry, event.stored.id, now.plusMs(backOffMs(event.attempts)), why, doneBy,
                                            park, now, event.attempts);
    if (!kept) {
        lose(m_eventsLost);
        log::warning("jobs.retry_not_stored", {{"id", event.stored.id}, {"error", reason(kept.error())}});
    }
    co_return park ? Delivery::Parked : Delivery::Again;
}

// Timers go side by side, so that one that waits for a provider does not hold up the clocks of everybody's deals. Whoever finds
// one brings the next.
void Worker::fire()
{
    const bool onlyWhenAlone = m_timersLost != Lost::None;
    if (!m_started || m_firing >= (onlyWhenAlone ? 1 : kSideBySide))
        return;
    ++m_firing;
    fireAll();
}

QCoro::Task<void> Worker::fireAll()
{
    bool more = co_await freeLost(&kFreeTimers, &m_timersLost);
    while (more && m_started && m_timersLost == Lost::None) {
        const auto timer = co_await claimTimer();
        if (!timer) {
            lose(m_timersLost);
            break;
        }
        more = timer->has_value();
        m_timersDry = !more;
        if (more) {
            fire();
            co_await fireOne(**timer);
        }
    }
    if (m_started)
        co_await sweepOld();
    --m_firing;
    settle();
}

QCoro::Task<Result<std::optional<Worker::DueTimer>>> Worker::claimTimer()
{
    const CallContextPtr context = newCall(kHandlerMs);
    const Timestamp now = m_runtime.clock.now();
    const auto rows = co_await m_runtime.db.write(context, kClaimTimer, now, now.plusMs(kClaimMs), m_id);
    if (!rows)
        co_return rows.error();
    std::optional<DueTimer> timer;
    if (!rows->empty())
        timer = DueTimer{rows->bytes(0, 0), rows->uuid(0, 1), rows->timestamp(0, 2), rows->int32(0, 3)};
    co_return timer;
}

QCoro::Task<void> Worker::fireOne(DueTimer timer)
{
    const TimerHandler handler = m_timers.value(timer.kind);
    Outcome outcome = Error{ErrorCode::NotImplemented, {}, QStringLiteral("no handler of this kind")};
    const std::function<QCoro::Task<Outcome>()> ring = [&] { return handler(newCall(kHandlerMs), timer.subject, timer.dueAt); };
    if (handler)
        outcome = co_await run(ring);
    const CallContextPtr context = newCall(kHandlerMs);
    if (outcome) {
        auto done = co_await m_runtime.db.write(context, kTimerDone, timer.kind, timer.subject, timer.dueAt, m_id);
        if (!done) {
            lose(m_timersLost);
            log::warning("jobs.timer_not_stored", {{"kind", timer.kind}});
        }
        co_return;
    }
    ++timer.attempts;
    const QByteArray why = reason(outcome.error());
    log::warning("jobs.timer_failed", {{"kind", timer.kind}, {"attempts", timer.attempts}, {"error", why}});
    const Timestamp next = m_runtime.clock.now().plusMs(backOffMs(timer.attempts));
    auto kept = co_await m_runtime.db.write(context, kTimerRetry, timer.kind, timer.subject, timer.dueAt, next, why,
                                            timer.attempts, m_id);
    if (!kept) {
        lose(m_timersLost);
        log::warning("jobs.timer_not_stored", {{"kind", timer.kind}});
    }
}

QCoro::Task<void> Worker::sweepOld()
{
    const Timestamp now = m_runtime.clock.now();
    if (now.unixMs - m_lastSweepMs < kHourMs)
        co_return;
    m_lastSweepMs = now.unixMs;
    const CallContextPtr context = newCall(kHandlerMs);
    auto events = co_await m_runtime.db.query(context, kForgetEvents, now.plusMs(-kKeepEventsMs));
    auto answers = co_await m_runtime.db.query(context, kForgetAnswers, now.plusMs(-kKeepAnswersMs));
    if (!events || !answers)
        log::warning("jobs.sweep_failed");
}

} // namespace cargo::jobs
