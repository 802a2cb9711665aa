#include "server/db/database.h"

#include "server/db/connection.h"
#include "server/db/core.h"
#include "server/db/transaction.h"

namespace cargo::db {

namespace {
const Query kPing{"db.ping", "select 1"};
const Query kCommit{"db.commit", "commit"};
const Query kRollback{"db.rollback", "rollback"};
} // namespace

// ---- Transaction

void Transaction::State::end(bool rollback)
{
    if (std::exchange(open, false) && core)
        connection->endLease(rollback);
}

PendingQuery Transaction::runParams(const Query &query, Params params) const
{
    const bool open = m_state && m_state->isOpen();
    return PendingQuery(open ? m_state->lane : nullptr, open ? m_state->connection : nullptr, open ? m_state->context : nullptr,
                        query, std::move(params));
}

bool Transaction::isOpen() const { return m_state && m_state->isOpen(); }

const CallContextPtr &Transaction::context() const
{
    static const CallContextPtr none;
    return m_state ? m_state->context : none;
}

void Transaction::afterCommit(std::function<void()> callback) const
{
    if (m_state)
        m_state->afterCommit.push_back(std::move(callback));
}

QCoro::Task<Outcome> Transaction::commit() const
{
    const std::shared_ptr<State> state = m_state;
    if (!state || !state->isOpen())
        co_return Error{ErrorCode::Unavailable, {}, QStringLiteral("transaction is over")};
    if (state->connection->hasBegun()) {
        // Without the caller's context: once asked for, a commit is not given up half-way.
        PendingQuery query(state->lane, state->connection, nullptr, kCommit, Params());
        const Result<Rows> rows = co_await query;
        state->end(false);
        if (!rows)
            co_return rows.error();
        if (rows->command() != "COMMIT")
            co_return Error{ErrorCode::Internal, {}, QStringLiteral("commit after a failed statement")};
    } else {
        state->end(false);
    }
    for (const auto &callback : std::exchange(state->afterCommit, {}))
        callback();
    co_return ok();
}

QCoro::Task<void> Transaction::rollback() const
{
    const std::shared_ptr<State> state = m_state;
    if (!state || !state->isOpen())
        co_return;
    if (state->connection->hasBegun()) {
        PendingQuery query(state->lane, state->connection, nullptr, kRollback, Params());
        const Result<Rows> rows = co_await query;
        Q_UNUSED(rows); // a lost connection has rolled back as well
    }
    state->end(false);
}

// ---- Database

Database::Database(DatabaseOptions options) : m_core(new Core(std::move(options))) {}

Database::~Database()
{
    m_core->close();
    if (m_core->isDraining())
        m_core->deleteLater(); // one of the coroutines that it runs has ended it
    else
        delete m_core;
}

PendingQuery Database::readParams(const CallContextPtr &context, const Query &query, Params params)
{
    return PendingQuery(&m_core->readLane(), nullptr, context, query, std::move(params));
}

PendingQuery Database::queryParams(const CallContextPtr &context, const Query &query, Params params)
{
    return PendingQuery(&m_core->queryLane(), nullptr, context, query, std::move(params));
}

PendingQuery Database::writeParams(const CallContextPtr &context, const Query &query, Params params)
{
    return PendingQuery(&m_core->writeLane(), nullptr, context, query, std::move(params));
}

PendingQuery Database::writeGrouped(const CallContextPtr &context, const Query &query, Params params, GroupKey key)
{
    Q_ASSERT(query.takesMany());
    return PendingQuery(&m_core->writeLane(), nullptr, context, query, std::move(params), key);
}

QCoro::Task<Result<Transaction>> Database::begin(CallContextPtr context)
{
    Lane *lane = &m_core->writeLane();
    PendingQuery wanted(lane, nullptr, context, kPing, Params());
    wanted.m_query = nullptr; // a connection, not an answer
    const Result<Rows> leased = co_await wanted;
    if (!leased)
        co_return leased.error();
    // BEGIN itself goes with the first statement.
    co_return Transaction(std::make_shared<Transaction::State>(m_core, lane, wanted.m_pinned, context));
}

bool Database::healthy() const { return m_core->healthy(); }

QCoro::Task<Outcome> Database::ping(CallContextPtr context)
{
    const Result<Rows> rows = co_await read(context, kPing);
    if (!rows)
        co_return rows.error();
    co_return ok();
}

void Database::close() { m_core->close(); }

std::array<Database::LaneStatus, 3> Database::status() const
{
    auto &lanes = m_core->lanes();
    return {lanes[0].status(), lanes[1].status(), lanes[2].status()};
}

} // namespace cargo::db
