#pragma once

#include "server/core/runtime.h"

#include <QCoroTask>

namespace cargo::closures {

// SQL of requests to be erased.
class ClosureStore
{
public:
    explicit ClosureStore(Runtime &runtime) : m_db(runtime.db) {}

    // False: one waits already.
    QCoro::Task<Result<bool>> insert(db::Transaction tx, Uuid id, UserId user, Timestamp now);
    // The last one as its user reads it; "null" when there is none.
    QCoro::Task<Result<QByteArray>> last(db::Transaction tx, UserId user);
    QCoro::Task<Result<std::optional<UserId>>> userOf(db::Transaction tx, Uuid id);
    // Of the one that waits. Error StateConflict ("decided"): it does not.
    QCoro::Task<Outcome> decide(db::Transaction tx, Uuid id, QByteArray status, std::optional<UserId> by, QString reason,
                                Timestamp now);
    // Which one of his waits.
    QCoro::Task<Result<std::optional<Uuid>>> openOf(db::Transaction tx, UserId user);
    // The case for staff: members of a JSON object, without its braces. Error NotFound.
    QCoro::Task<Result<QByteArray>> caseOf(db::Transaction tx, Uuid id);

private:
    db::Database &m_db;
};

} // namespace cargo::closures
