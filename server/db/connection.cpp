#include "server/db/connection.h"

#include "server/db/connect_options.h"
#include "server/db/core.h"
#include "server/db/sql_error.h"
#include "server/db/write_group.h"

#include <QLoggingCategory>
#include <QVarLengthArray>

#include <libpq-fe.h>

#include <algorithm>

namespace cargo::db {

namespace {
Q_LOGGING_CATEGORY(lcConnection, "cargo.db.connection")

// A statement's plan is kept. Made while its table was young and one page long it would be a walk over the table, and stay that
// until the next analyze, while the table grows by thousands of rows a minute. Every statement of ours has its index.
constexpr char kPlans[] = "-c enable_seqscan=off";
constexpr qint64 kConnectTimeoutMs = 10'000;
constexpr qint64 kHungAfterMs = 10'000; // beyond the statement timeout

void logNotice(void *, const PGresult *notice) { qCDebug(lcConnection, "notice: %s", PQresultErrorMessage(notice)); }
} // namespace

Connection::Connection(Lane *lane) : m_lane(lane), m_readable(QSocketNotifier::Read), m_writable(QSocketNotifier::Write)
{
    const auto act = [this](bool readable) {
        Core &core = m_lane->core();
        if (m_state == State::Connecting)
            pollConnect();
        else if (readable)
            onReadable();
        else
            flush();
        core.drain(); // may end all of us: nothing after it
    };
    connect(&m_readable, &QSocketNotifier::activated, this, [act] { act(true); });
    connect(&m_writable, &QSocketNotifier::activated, this, [act] { act(false); });
}

Connection::~Connection()
{
    watch(false, false);
    PQfinish(m_pg);
}

// ---- Opening

void Connection::open()
{
    const DatabaseOptions &options = m_lane->core().options();
    const ConnectOptions parameters(options.url, options.statementTimeoutMs, "cargod", kPlans);
    m_state = State::Connecting;
    m_connectDeadlineMs = steadyMs() + kConnectTimeoutMs;
    m_lane->core().wakeSweep();
    m_pg = PQconnectStartParams(parameters.keywords(), parameters.values(), 1);
    if (!m_pg || PQstatus(m_pg) == CONNECTION_BAD) {
        connectFailed(m_pg ? PQerrorMessage(m_pg) : "out of memory");
        return;
    }
    PQsetNoticeReceiver(m_pg, logNotice, nullptr);
    m_writable.setSocket(PQsocket(m_pg));
    watch(false, true);
}

void Connection::pollConnect()
{
    // libpq may go to another socket between two polls (several hosts, TLS refused).
    watch(false, false);
    const PostgresPollingStatusType status = PQconnectPoll(m_pg);
    if (status == PGRES_POLLING_FAILED) {
        connectFailed(PQerrorMessage(m_pg));
        return;
    }
    m_readable.setSocket(PQsocket(m_pg));
    m_writable.setSocket(PQsocket(m_pg));
    if (status != PGRES_POLLING_OK) {
        watch(status == PGRES_POLLING_READING, status == PGRES_POLLING_WRITING);
        return;
    }
    PQsetnonblocking(m_pg, 1);
    PQenterPipelineMode(m_pg);
    m_state = State::Open;
    watch(true, false);
    m_lane->connectionOpened();
}

void Connection::connectFailed(const char *why)
{
    qCWarning(lcConnection, "cannot connect: %s", why);
    watch(false, false);
    PQfinish(std::exchange(m_pg, nullptr));
    m_state = State::Closed;
    m_lane->connectFailed();
}

void Connection::watch(bool read, bool write)
{
    if (m_readable.isEnabled() != read)
        m_readable.setEnabled(read);
    if (m_writable.isEnabled() != write)
        m_writable.setEnabled(write);
}

// ---- Sending

bool Connection::isPrepared(const Query *query) const
{
    return query->number() < m_prepared.size() && m_prepared[query->number()];
}

void Connection::setPrepared(const Query *query, bool prepared)
{
    if (query->number() >= m_prepared.size())
        m_prepared.resize(std::max(query->number() + 1, Query::all().size()));
    m_prepared[query->number()] = prepared;
}

void Connection::send(PendingQuery *query) { run({&query, 1}); }

void Connection::sendGroup(std::span<PendingQuery *const> members)
{
    m_carriesGroup = true;
    m_groupSentAtMs = steadyMs();
    m_groupUndone = false;
    if (members.size() > 1)
        m_group.assign(members.begin(), members.end());
    run(members);
    finishBatch();
}

// Several calls are a group: its members stand in m_group and not in the slot.
void Connection::run(std::span<PendingQuery *const> calls)
{
    PendingQuery *query = calls.size() == 1 ? calls.front() : nullptr;
    const Query *statement = calls.front()->m_query;
    for (PendingQuery *call : calls) {
        call->m_stage = PendingQuery::Stage::Sent;
        call->m_carrier = this;
    }
    bool sent = true;
    if (m_leased && !m_begun) {
        sent = PQsendQueryParams(m_pg, "begin", 0, nullptr, nullptr, nullptr, nullptr, 0) == 1;
        m_slots.push_back({Slot::Kind::Begin, false, query, nullptr});
        m_begun = true;
    }
    if (sent && !isPrepared(statement)) {
        sent = PQsendPrepare(m_pg, statement->name(), statement->text(), 0, nullptr) == 1;
        m_slots.push_back({Slot::Kind::Prepare, false, query, statement});
        setPrepared(statement, true);
    }
    std::vector<QByteArray> arrays;
    if (statement->takesMany())
        arrays = WriteGroup::arraysOf(calls);
    QVarLengthArray<const char *, 24> values;
    for (const QByteArray &value : statement->takesMany() ? arrays : calls.front()->m_params.values())
        values.append(value.isNull() ? nullptr : value.constData());
    sent = sent && PQsendQueryPrepared(m_pg, statement->name(), int(values.size()), values.constData(), nullptr, nullptr, 0) == 1;
    m_slots.push_back({Slot::Kind::Execute, false, query, statement});
    if (!sent)
        close(PQerrorMessage(m_pg));
}

void Connection::finishBatch()
{
    if (!isOpen() || m_slots.empty() || m_slots.back().kind == Slot::Kind::Sync)
        return;
    if (PQpipelineSync(m_pg) != 1) {
        close(PQerrorMessage(m_pg));
        return;
    }
    m_slots.push_back({Slot::Kind::Sync});
    m_sentAtMs = steadyMs();
    flush();
}

void Connection::flush()
{
    if (!isOpen())
        return;
    const int rest = PQflush(m_pg);
    if (rest < 0)
        close(PQerrorMessage(m_pg));
    else
        watch(true, rest == 1);
}

// ---- Answers

void Connection::onReadable()
{
    if (PQconsumeInput(m_pg) == 0) {
        close(PQerrorMessage(m_pg));
    } else {
        if (m_writable.isEnabled())
            flush();
        if (isOpen())
            readAnswers();
        while (PGnotify *notify = isOpen() ? PQnotifies(m_pg) : nullptr)
            PQfreemem(notify);
        if (isOpen() && PQstatus(m_pg) == CONNECTION_BAD)
            close(PQerrorMessage(m_pg));
    }
    m_lane->pump();
}

void Connection::readAnswers()
{
    m_sentAtMs = steadyMs();
    int empties = 0;
    while (isOpen() && !m_slots.empty() && PQisBusy(m_pg) == 0) {
        PGresult *result = PQgetResult(m_pg);
        if (!result) { // the end of one command's results
            if (m_slots.front().answered) {
                const Slot slot = m_slots.front();
                m_slots.pop_front();
                finishSlot(slot);
                empties = 0;
            } else if (++empties > 2) {
                break;
            }
            continue;
        }
        empties = 0;
        if (PQresultStatus(result) == PGRES_PIPELINE_SYNC) {
            PQclear(result);
            m_slots.pop_front();
            onSync();
            continue;
        }
        // Before a Sync ends it may bring the error of the commit that it makes (a deferred constraint): it is over only
        // with its own PGRES_PIPELINE_SYNC.
        m_slots.front().answered = m_slots.front().kind != Slot::Kind::Sync;
        takeAnswer(m_slots.front(), result);
    }
}

// Takes ownership of the result.
void Connection::takeAnswer(Slot &slot, PGresult *result)
{
    switch (PQresultStatus(result)) {
    case PGRES_TUPLES_OK:
    case PGRES_COMMAND_OK:
    case PGRES_EMPTY_QUERY:
        if (slot.kind == Slot::Kind::Execute && inGroup())
            takeGroupAnswer(result);
        if (slot.kind == Slot::Kind::Execute && slot.query && !slot.query->m_settled) {
            slot.query->settle(Rows(result));
            slot.query->m_settled = true;
            return;
        }
        break;
    case PGRES_PIPELINE_ABORTED:
        if (slot.kind == Slot::Kind::Prepare)
            setPrepared(slot.statement, false);
        break; // an Execute without an answer runs again, alone
    default: takeError(slot, result); break;
    }
    PQclear(result);
}

void Connection::takeGroupAnswer(const PGresult *result)
{
    std::vector<Rows> shares = WriteGroup::share(result, m_group.size());
    for (size_t i = 0; i < shares.size(); ++i) {
        if (PendingQuery *member = m_group[i]) {
            member->settle(std::move(shares[i]));
            member->m_settled = true;
        }
    }
}

void Connection::takeError(Slot &slot, const PGresult *result)
{
    if (slot.kind == Slot::Kind::Prepare)
        setPrepared(slot.statement, false);
    if (slot.kind == Slot::Kind::End)
        m_recycle = true;
    const char *field = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const std::string_view state = field ? field : "";
    const bool atCommit = slot.kind == Slot::Kind::Sync;
    PendingQuery *query = slot.query;
    if (atCommit && !m_unsynced.empty())
        query = m_unsynced.back(); // the commit at the end of the batch failed
    const bool dying = state.starts_with("57P") || state.starts_with("08") || state.empty();
    if (dying || state == "0A000")
        m_recycle = true;
    if (inGroup()) {
        m_groupUndone = true;
        return; // each of its calls runs again alone, and gets its own error then
    }
    if (!query || (query->m_settled && !atCommit))
        return;

    Error error = errorOf(result, query->m_query->name());
    const bool forgotten = !atCommit && (state == "26000" || state == "0A000"); // statement or its plan is gone; nothing has run
    if (forgotten)
        setPrepared(query->m_query, false);
    if (state == "57014" && query->m_stopAsked)
        error.code = query->m_stopCode;
    const bool strayCancel = state == "57014" && !query->m_stopAsked && m_cancelling;
    if (!m_leased && !atCommit && !query->m_retried && (forgotten || ((dying || strayCancel) && m_lane->mayRepeat()))) {
        query->m_retried = true; // stays without an answer: runs again when its slot ends
        return;
    }
    query->settle(std::move(error));
    query->m_settled = true;
}

void Connection::finishSlot(const Slot &slot)
{
    if (slot.kind != Slot::Kind::Execute)
        return;
    if (inGroup()) {
        awaitSync();
        return;
    }
    if (!slot.query)
        return;
    if (!slot.query->m_settled && !m_leased) {
        slot.query->m_alone = true;
        m_lane->runAgain(slot.query);
    } else if (m_lane->kind() == Lane::Kind::Read) {
        settle(slot.query);
    } else {
        m_unsynced.push_back(slot.query); // a write is committed by the Sync behind it
    }
}

// The members of the group whose statement is over.
void Connection::awaitSync()
{
    std::copy_if(m_group.begin(), m_group.end(), std::back_inserter(m_unsynced), [](PendingQuery *member) { return member; });
}

void Connection::onSync()
{
    if (m_groupUndone)
        runGroupAlone();
    m_group.clear();
    m_carriesGroup = false;
    for (PendingQuery *query : std::exchange(m_unsynced, {}))
        settle(query);
    m_lane->core().heardGood();
    if (m_leased && m_endWanted && m_slots.empty() && m_waiting.empty() && PQtransactionStatus(m_pg) == PQTRANS_IDLE)
        endLease(false);
    else if (m_leased)
        sendNextPinned();
    if (m_recycle && m_slots.empty() && isOpen())
        close("reopening");
}

// Nothing of a group that failed has happened. Its calls run again, each alone, but for one whose time is over.
void Connection::runGroupAlone()
{
    m_groupUndone = false;
    std::vector<PendingQuery *> members = std::exchange(m_unsynced, {});
    for (auto member = members.rbegin(); member != members.rend(); ++member) {
        PendingQuery *query = *member;
        query->m_alone = true;
        if (query->m_stopAsked) {
            query->refuse(query->m_stopCode, "while running");
            settle(query);
        } else {
            m_lane->runAgain(query);
        }
    }
}

void Connection::settle(PendingQuery *query)
{
    m_lane->countDone(!query->m_result.ok());
    m_lane->core().makeReady(query);
}

// ---- Transactions

void Connection::lease()
{
    m_leased = true;
    m_leaseLost = m_begun = m_endWanted = false;
}

void Connection::submitPinned(PendingQuery *query)
{
    m_waiting.append(query);
    sendNextPinned();
}

void Connection::sendNextPinned()
{
    if (!isOpen() || !m_slots.empty() || m_cancelling)
        return;
    if (PendingQuery *query = m_waiting.takeFirst()) {
        send(query);
        finishBatch();
    } else if (m_endWanted) {
        if (PQsendQueryParams(m_pg, "rollback", 0, nullptr, nullptr, nullptr, nullptr, 0) == 1) {
            m_slots.push_back({Slot::Kind::End});
            finishBatch();
        } else {
            close(PQerrorMessage(m_pg));
        }
    }
}

void Connection::endLease(bool rollback)
{
    if (rollback && m_begun && isUsable()) {
        m_endWanted = true; // behind what still runs
        sendNextPinned();
        return;
    }
    m_leased = m_leaseLost = m_begun = m_endWanted = false;
    if (isOpen() && PQtransactionStatus(m_pg) != PQTRANS_IDLE && m_slots.empty())
        close("transaction left open");
    m_lane->pump();
}

void Connection::forgetPinned(PendingQuery *query) { m_waiting.remove(query); }

// ---- Leaving early

void Connection::abandon(PendingQuery *query)
{
    for (Slot &slot : m_slots) {
        if (slot.query == query)
            slot.query = nullptr;
    }
    std::replace(m_group.begin(), m_group.end(), query, static_cast<PendingQuery *>(nullptr));
    std::erase(m_unsynced, query);
}

bool Connection::runsFirst(const PendingQuery *query) const
{
    const auto first =
        std::find_if(m_slots.begin(), m_slots.end(), [](const Slot &slot) { return slot.kind == Slot::Kind::Execute; });
    return first != m_slots.end() && first->query == query;
}

void Connection::requestCancel()
{
    if (m_cancelling || !isOpen() || m_slots.empty())
        return;
    m_cancelling = true; // nothing new is sent until the request is through, or it would hit the wrong statement
    m_lane->core().sendCancel(this);
}

void Connection::cancelSent()
{
    m_cancelling = false;
    if (m_leased)
        sendNextPinned();
    m_lane->pump();
}

void Connection::sweep(qint64 nowMs)
{
    if (m_state == State::Connecting && nowMs >= m_connectDeadlineMs) {
        connectFailed("no answer");
        return;
    }
    if (!isOpen())
        return;
    for (PendingQuery *query = m_waiting.first(), *next = nullptr; query; query = next) {
        next = PendingList::next(query);
        if (query->m_deadlineMs != 0 && nowMs >= query->m_deadlineMs)
            m_lane->stop(query, ErrorCode::Timeout);
    }
    const auto stopLate = [this, nowMs](PendingQuery *query) {
        if (query && !query->m_settled && query->m_deadlineMs != 0 && nowMs >= query->m_deadlineMs)
            m_lane->stop(query, ErrorCode::Timeout);
    };
    for (size_t i = 0; i < m_slots.size(); ++i)
        stopLate(m_slots[i].kind == Slot::Kind::Execute ? m_slots[i].query : nullptr);
    for (size_t i = 0; i < m_group.size(); ++i)
        stopLate(m_group[i]);
    if (!m_slots.empty() && nowMs - m_sentAtMs > m_lane->core().options().statementTimeoutMs + kHungAfterMs)
        close("no answer");
}

void Connection::close(const char *why)
{
    if (m_state == State::Closed)
        return;
    if ((!m_slots.empty() || m_leased) && !m_lane->core().isClosed()) {
        qCWarning(lcConnection, "connection lost: %s", why);
        m_lane->core().heardBad();
    }
    watch(false, false);
    m_state = State::Closed;
    m_prepared.clear();
    m_recycle = false;
    if (m_unsynced.empty())
        awaitSync(); // a group whose statement was not answered
    m_group.clear();
    m_carriesGroup = false;
    m_groupUndone = false;
    const auto lose = [this](PendingQuery *query) {
        if (!query->m_settled)
            query->refuse(ErrorCode::Unavailable, "connection lost");
        settle(query);
    };
    for (PendingQuery *query : std::exchange(m_unsynced, {})) {
        if (!m_lane->mayRepeat() && query->m_result.ok())
            query->m_settled = false; // the commit was not seen: unknown
        lose(query);
    }
    const std::deque<Slot> slots = std::exchange(m_slots, {});
    for (auto slot = slots.rbegin(); slot != slots.rend(); ++slot) {
        if (slot->kind != Slot::Kind::Execute || !slot->query)
            continue;
        if (m_lane->mayRepeat() && !slot->query->m_settled && !slot->query->m_retried && !m_lane->core().isClosed()) {
            slot->query->m_retried = true;
            m_lane->runAgain(slot->query);
        } else {
            lose(slot->query);
        }
    }
    while (PendingQuery *query = m_waiting.takeFirst())
        lose(query);
    if (m_leased) {
        if (m_endWanted)
            m_leased = m_endWanted = m_begun = false;
        else
            m_leaseLost = true; // stays with the transaction until that is dropped
    }
    PQfinish(std::exchange(m_pg, nullptr)); // last: `why` may point into it
}

} // namespace cargo::db
