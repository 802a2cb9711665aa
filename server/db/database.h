#pragma once

#include "server/core/call_context.h"
#include "server/db/params.h"
#include "server/db/query.h"
#include "server/db/rows.h"
#include "shared/domain/ids.h"
#include "shared/domain/result.h"

#include <QCoroTask>

#include <array>
#include <coroutine>
#include <memory>
#include <optional>

namespace cargo::db {

class Connection;
class Core;
class Lane;
class PendingList;

// What a write that may share a transaction with others touches. Two writes of one group have neither in common, so that
// none sees or hinders another, and a group takes its rows in their order, so that two groups do not wait for each other.
struct GroupKey
{
    Uuid row;   // the row that it locks first
    Uuid owner; // whose keys it adds (idempotency, client_id)
};

// One statement on its way: the awaiter that `co_await` waits on. It lives in the caller's coroutine frame; no memory is
// taken for a query. Resumes with the rows, or with an Error whose `field` is mapped from a constraint's name
// (see sql_error.h) and whose code is Unavailable, Timeout, Cancelled, Conflict, AlreadyExists, ValidationFailed ….
class PendingQuery
{
public:
    PendingQuery(Lane *lane, Connection *pinned, CallContextPtr context, const Query &query, Params params,
                 std::optional<GroupKey> group = std::nullopt);
    ~PendingQuery();
    PendingQuery(const PendingQuery &) = delete;
    PendingQuery &operator=(const PendingQuery &) = delete;

    // GCC 12 copies what it awaits unless an operator hands out a small awaiter; the query itself must stay where it is.
    struct Awaiter
    {
        PendingQuery *query;
        bool await_ready() { return query->await_ready(); }
        void await_suspend(std::coroutine_handle<> awaiting) { query->await_suspend(awaiting); }
        Result<Rows> await_resume() { return query->await_resume(); }
    };
    Awaiter operator co_await() { return Awaiter{this}; }

private:
    bool await_ready();
    void await_suspend(std::coroutine_handle<> awaiting);
    Result<Rows> await_resume();

    friend class Connection;
    friend class Core;
    friend class Database;
    friend class Lane;
    friend class PendingList;
    friend class Transaction;
    friend class WriteGroup;
    enum class Stage : quint8 { Fresh, Queued, Sent, Ready, Done };

    bool refuse(ErrorCode code, const char *why);
    void settle(Result<Rows> result) { m_result = std::move(result); }

    Lane *m_lane;
    Connection *m_pinned;            // of a transaction
    Connection *m_carrier = nullptr; // on which it was sent
    CallContextPtr m_context;
    const Query *m_query; // null: wants a connection for a transaction
    Params m_params;
    std::optional<GroupKey> m_group; // may share a transaction
    Result<Rows> m_result{ErrorCode::Internal};
    std::coroutine_handle<> m_awaiting;
    PendingQuery *m_previous = nullptr; // neighbours in the one list it stands in
    PendingQuery *m_next = nullptr;
    qint64 m_queuedAtMs = 0; // steady clock
    qint64 m_deadlineMs = 0; // steady clock; 0: none
    size_t m_cancelNumber = 0;
    ErrorCode m_stopCode = ErrorCode::Timeout; // what a cancelled statement is told
    Stage m_stage = Stage::Fresh;
    bool m_watching = false; // registered at the context
    bool m_stopAsked = false;
    bool m_retried = false;
    bool m_alone = false;   // gets a Sync to itself after its batch or group was aborted
    bool m_settled = false; // the server has answered
};

// A transaction on a connection of its own. Copies share it. Dropped without commit() it rolls back.
// A failed statement makes the whole transaction fail: return the error, do not go on.
class Transaction
{
public:
    Transaction() = default;

    // Arguments become Params; or pass one Params.
    template <typename... Values>
    PendingQuery run(const Query &query, const Values &...values) const
    {
        return runParams(query, Params::of(values...));
    }
    PendingQuery runParams(const Query &query, Params params) const;
    // After a failed commit the error is Unavailable: whether it happened is unknown, so retries need idempotency.
    QCoro::Task<Outcome> commit() const;
    QCoro::Task<void> rollback() const;
    // Called after a commit that succeeded, for example to wake the outbox relay. Not after a roll-back.
    void afterCommit(std::function<void()> callback) const;
    const CallContextPtr &context() const;

    bool isOpen() const;

    struct State;
    explicit Transaction(std::shared_ptr<State> state) : m_state(std::move(state)) {}

private:
    std::shared_ptr<State> m_state;
};

struct DatabaseOptions
{
    QByteArray url;           // libpq connection string or URI
    int readConnections = 1;  // pipelined, primary-key reads only: nothing there may be slow
    int queryConnections = 4; // one query at a time: lists and searches
    int writeConnections = 8; // one write, one group of writes or one transaction at a time
    int queueLimit = 2000;    // waiting statements of a lane; more are refused with Unavailable
    qint64 statementTimeoutMs = 15'000;
};

// PostgreSQL for one event-loop thread: three lanes of connections that open on first use, reconnect with back-off, and
// prepare statements by name on first use. Not thread-safe: each thread has its own.
class Database
{
public:
    explicit Database(DatabaseOptions options);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    // Primary-key reads that cannot be slow: pipelined on one connection.
    template <typename... Values>
    PendingQuery read(const CallContextPtr &context, const Query &query, const Values &...values)
    {
        return readParams(context, query, Params::of(values...));
    }
    // Lists, searches, reports: a connection to itself.
    template <typename... Values>
    PendingQuery query(const CallContextPtr &context, const Query &query, const Values &...values)
    {
        return queryParams(context, query, Params::of(values...));
    }
    // One data-modifying statement that is its own transaction.
    template <typename... Values>
    PendingQuery write(const CallContextPtr &context, const Query &query, const Values &...values)
    {
        return writeParams(context, query, Params::of(values...));
    }
    PendingQuery readParams(const CallContextPtr &context, const Query &query, Params params);
    PendingQuery queryParams(const CallContextPtr &context, const Query &query, Params params);
    PendingQuery writeParams(const CallContextPtr &context, const Query &query, Params params);
    // A write whose statement takes many (Query::Takes::Many) and may run together with others of this thread: start, commit
    // and the way to PostgreSQL and back are paid once a group. One that fails undoes the others, which then run alone.
    PendingQuery writeGrouped(const CallContextPtr &context, const Query &query, Params params, GroupKey key);

    QCoro::Task<Result<Transaction>> begin(CallContextPtr context);

    // True when the last thing heard of PostgreSQL was good; for /readyz, after a ping().
    bool healthy() const;
    // One round trip on the read lane.
    QCoro::Task<Outcome> ping(CallContextPtr context);
    // Fails what waits with Unavailable and takes nothing more. Call it while the features still stand: coroutines that
    // waited run on. The destructor does it too.
    void close();

    struct LaneStatus
    {
        const char *name;
        int open; // connections
        int busy;
        int queued;
        quint64 done;   // statements since the start
        quint64 failed; // of these with an error of ours or of a lost connection
    };
    std::array<LaneStatus, 3> status() const;

private:
    Core *m_core;
};

} // namespace cargo::db
