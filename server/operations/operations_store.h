#pragma once

#include "server/db/json_page.h"
#include "server/core/runtime.h"

namespace cargo::operations {

// SQL over what runs behind the scenes: outbox, timers, the inbox of webhooks, operations at providers.
class OperationsStore
{
public:
    explicit OperationsStore(Runtime &runtime) : m_db(runtime.db) {}

    // How much waits and for how long, what fails, how old figures and seals are, as one JSON object.
    QCoro::Task<Result<QByteArray>> state(CallContextPtr context, Timestamp now);
    using Page = db::JsonPage<qint64>;
    // Events that no reader could take, newest first. Their payload stays here: it may name people.
    QCoro::Task<Result<Page>> parked(CallContextPtr context, std::optional<qint64> before, int limit);
    struct Event
    {
        QByteArray topic;
        QByteArray key;
        QByteArray lastError;
    };
    // Locked. Errors: NotFound; StateConflict (it runs again).
    QCoro::Task<Result<Event>> lockParked(db::Transaction tx, qint64 id);
    QCoro::Task<Outcome> retry(db::Transaction tx, qint64 id, Timestamp now);
    QCoro::Task<Outcome> discard(db::Transaction tx, qint64 id);

private:
    db::Database &m_db;
};

} // namespace cargo::operations
