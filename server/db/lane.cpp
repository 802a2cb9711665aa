#include "server/db/lane.h"

#include "server/db/connection.h"
#include "server/db/core.h"
#include "server/db/write_group.h"

#include <QMetaObject>
#include <QRandomGenerator>

#include <algorithm>

namespace cargo::db {

namespace {
constexpr int kMaxInFlight = 256; // slots of one pipelined connection
constexpr qint64 kBackoffFirstMs = 50;
constexpr qint64 kBackoffMaxMs = 2000;
constexpr qint64 kPatienceMs = 2000; // how long a statement waits for PostgreSQL to come back

// While a group is on its way, writes gather for the next one: fewer and larger groups cost less. One that hangs (on a lock)
// does not count for long.
constexpr qint64 kGroupHangsMs = 20;
} // namespace

Lane::Lane(Core *core, Kind kind, int connections, int queueLimit) : m_core(core), m_kind(kind), m_queueLimit(queueLimit)
{
    for (int i = 0; i < std::max(1, connections); ++i)
        m_connections.push_back(std::make_unique<Connection>(this));
}

Lane::~Lane() = default;

bool Lane::accepts(PendingQuery *query) const
{
    if (m_core->isClosed())
        return query->refuse(ErrorCode::Unavailable, "database closed");
    if (query->m_pinned)
        return query->m_pinned->isUsable() || query->refuse(ErrorCode::Unavailable, "connection lost");
    if (m_queue.count() + m_grouped.count() >= m_queueLimit)
        return query->refuse(ErrorCode::Unavailable, "queue full");
    return true;
}

void Lane::submit(PendingQuery *query)
{
    query->m_queuedAtMs = steadyMs();
    query->m_stage = PendingQuery::Stage::Queued;
    m_core->wakeSweep();
    if (query->m_pinned) {
        query->m_pinned->submitPinned(query);
        return;
    }
    PendingList &list = listOf(query);
    list.append(query);
    if (m_kind == Kind::Read || &list == &m_grouped)
        schedulePump(); // so that the statements of this turn of the loop go together
    else
        pumpExclusive();
}

void Lane::stop(PendingQuery *query, ErrorCode code)
{
    if (query->m_stage == PendingQuery::Stage::Queued) {
        if (query->m_pinned)
            query->m_pinned->forgetPinned(query);
        else
            listOf(query).remove(query);
        query->refuse(code, "while waiting for a connection");
        countDone(true);
        m_core->makeReady(query);
        return;
    }
    if (query->m_stage != PendingQuery::Stage::Sent || query->m_stopAsked)
        return;
    Connection *carrier = query->m_carrier;
    if (m_kind == Kind::Write) {
        // A hang-up does not undo a write that is on its way. Past its deadline it is cancelled, and what the server
        // then says counts: so the caller knows whether it happened.
        if (code == ErrorCode::Timeout) {
            query->m_stopAsked = true;
            query->m_stopCode = code;
            carrier->requestCancel();
        }
        return;
    }
    if (m_kind == Kind::Query || carrier->runsFirst(query))
        carrier->requestCancel();
    carrier->abandon(query);
    query->refuse(code, "while running");
    countDone(true);
    m_core->makeReady(query);
}

void Lane::forget(PendingQuery *query)
{
    if (query->m_stage == PendingQuery::Stage::Sent) {
        query->m_carrier->abandon(query);
        if (m_kind == Kind::Query)
            query->m_carrier->requestCancel();
    } else if (query->m_stage == PendingQuery::Stage::Ready) {
        m_core->forgetReady(query);
        if (!query->m_query && query->m_pinned)
            query->m_pinned->endLease(false); // leased for a transaction that nobody will hold
    } else if (query->m_stage == PendingQuery::Stage::Queued) {
        if (query->m_pinned)
            query->m_pinned->forgetPinned(query);
        else
            listOf(query).remove(query);
    }
}

void Lane::runAgain(PendingQuery *query)
{
    query->m_stage = PendingQuery::Stage::Queued;
    query->m_carrier = nullptr;
    query->m_settled = false;
    listOf(query).prepend(query);
    schedulePump();
}

void Lane::schedulePump()
{
    if (m_pumpPosted || m_core->isClosed())
        return;
    m_pumpPosted = true;
    QMetaObject::invokeMethod(
        m_core,
        [this] {
            m_pumpPosted = false;
            pump();
        },
        Qt::QueuedConnection);
}

void Lane::pump()
{
    if (m_core->isClosed())
        return;
    if (m_kind == Kind::Read)
        pumpPipelined();
    else
        pumpExclusive();
    if (!m_grouped.empty())
        pumpGroups();
}

PendingList &Lane::listOf(const PendingQuery *query) { return query->m_group && !query->m_alone ? m_grouped : m_queue; }

Connection *Lane::leastLoaded() const
{
    Connection *best = nullptr;
    for (const auto &connection : m_connections) {
        if (connection->takesWork() && (!best || connection->load() < best->load()))
            best = connection.get();
    }
    return best;
}

void Lane::pumpPipelined()
{
    while (!m_queue.empty()) {
        Connection *connection = leastLoaded();
        if (!connection) {
            openForQueue();
            return;
        }
        if (connection->load() >= kMaxInFlight)
            return; // its next answer pumps again
        while (!m_queue.empty() && connection->takesWork() && connection->load() < kMaxInFlight) {
            PendingQuery *query = m_queue.takeFirst();
            const bool alone = query->m_alone;
            if (alone)
                connection->finishBatch();
            connection->send(query);
            if (alone)
                connection->finishBatch();
        }
        connection->finishBatch();
    }
}

void Lane::pumpExclusive()
{
    while (!m_queue.empty()) {
        Connection *connection = freeConnection();
        if (!connection) {
            openForQueue();
            return;
        }
        PendingQuery *query = m_queue.takeFirst();
        if (query->m_query) {
            connection->send(query);
            connection->finishBatch();
        } else {
            connection->lease();
            query->m_pinned = connection;
            query->settle(Rows());
            m_core->makeReady(query);
        }
    }
}

Connection *Lane::freeConnection() const
{
    const auto free =
        std::find_if(m_connections.begin(), m_connections.end(), [](const auto &connection) { return connection->isFree(); });
    return free == m_connections.end() ? nullptr : free->get();
}

void Lane::pumpGroups()
{
    while (!m_grouped.empty() && mayStartGroup()) {
        Connection *connection = freeConnection();
        if (!connection) {
            openForQueue();
            return;
        }
        const WriteGroup::Members members = WriteGroup::takeFrom(m_grouped);
        connection->sendGroup({members.data(), size_t(members.size())});
    }
}

bool Lane::mayStartGroup() const
{
    const qint64 now = steadyMs();
    return std::none_of(m_connections.begin(), m_connections.end(),
                        [now](const auto &connection) { return connection->carriesGroupSince(now - kGroupHangsMs); });
}

void Lane::openForQueue()
{
    if (steadyMs() < m_nextAttemptMs)
        return; // the sweep comes back
    int wanted = m_queue.count() + (m_grouped.empty() ? 0 : 1);
    if (m_kind == Kind::Read)
        wanted = std::min(wanted, 1);
    if (m_failures > 0)
        wanted = std::min(wanted, 1); // one probe while it is down
    for (const auto &connection : m_connections)
        wanted -= connection->state() == Connection::State::Connecting ? 1 : 0;
    for (const auto &connection : m_connections) {
        if (wanted > 0 && connection->state() == Connection::State::Closed && !connection->isBusy()) {
            connection->open();
            --wanted;
        }
    }
}

void Lane::connectionOpened()
{
    m_failures = 0;
    m_nextAttemptMs = 0;
    m_core->heardGood();
    pump();
}

void Lane::connectFailed()
{
    ++m_failures;
    m_core->heardBad();
    const qint64 pause = std::min(kBackoffMaxMs, kBackoffFirstMs << std::min(m_failures - 1, 6));
    // Half to the whole of the pause, so that the threads of many servers do not come back together.
    m_nextAttemptMs = steadyMs() + pause / 2 + QRandomGenerator::global()->bounded(int(pause / 2 + 1));
    m_core->wakeSweep();
}

void Lane::countDone(bool failed)
{
    ++m_done;
    m_failed += failed ? 1 : 0;
}

void Lane::sweep(qint64 nowMs)
{
    bool anyOpen = false;
    for (const auto &connection : m_connections) {
        connection->sweep(nowMs);
        anyOpen = anyOpen || connection->isOpen();
    }
    for (PendingList *list : {&m_queue, &m_grouped}) {
        for (PendingQuery *query = list->first(), *next = nullptr; query; query = next) {
            next = PendingList::next(query);
            if (query->m_deadlineMs != 0 && nowMs >= query->m_deadlineMs)
                stop(query, ErrorCode::Timeout);
            else if (!anyOpen && m_failures > 0 && nowMs - query->m_queuedAtMs >= kPatienceMs)
                stop(query, ErrorCode::Unavailable);
        }
    }
    if (!m_queue.empty() || !m_grouped.empty())
        pump();
}

bool Lane::hasWork() const
{
    return !m_queue.empty() || !m_grouped.empty()
           || std::any_of(m_connections.begin(), m_connections.end(), [](const auto &connection) {
                  return connection->isBusy() || connection->state() == Connection::State::Connecting;
              });
}

void Lane::close()
{
    for (const auto &connection : m_connections)
        connection->close("database closed");
    for (PendingList *list : {&m_queue, &m_grouped}) {
        while (PendingQuery *query = list->takeFirst()) {
            query->refuse(ErrorCode::Unavailable, "database closed");
            m_core->makeReady(query);
        }
    }
}

Database::LaneStatus Lane::status() const
{
    static constexpr std::array<const char *, 3> kNames = {"read", "query", "write"};
    Database::LaneStatus status{kNames[size_t(m_kind)], 0, 0, m_queue.count() + m_grouped.count(), m_done, m_failed};
    for (const auto &connection : m_connections) {
        status.open += connection->isOpen() ? 1 : 0;
        status.busy += connection->isBusy() ? 1 : 0;
    }
    return status;
}

} // namespace cargo::db
