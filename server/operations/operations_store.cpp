#include "server/operations/operations_store.h"

namespace cargo::operations {

namespace {
// Delays in milliseconds, of the oldest that waits.
const db::Query kState{"operations.state", R"(
    select json_build_object(
        'outbox', (select json_build_object('waiting', count(*) filter (where parked_at is null),
            'delay_ms', coalesce(greatest(0, extract(epoch from $1::timestamptz
                - min(available_at) filter (where parked_at is null))) * 1000, 0)::bigint,
            'failing', count(*) filter (where parked_at is null and attempts > 0),
            'parked', count(*) filter (where parked_at is not null)) from outbox),
        'timers', (select json_build_object('waiting', count(*), 'due', count(*) filter (where due_at <= $1::timestamptz),
            'delay_ms', coalesce(greatest(0, extract(epoch from $1::timestamptz - min(due_at))) * 1000, 0)::bigint,
            'failing', count(*) filter (where attempts > 0)) from timers),
        'failing_timers', (select coalesce(json_agg(json_build_object('kind', kind, 'subject', subject, 'due_at', rfc3339(due_at),
            'attempts', attempts, 'last_error', last_error)), '[]')
            from (select * from timers where attempts > 0 order by attempts desc, kind limit 20) t),
        'webhooks', (select json_build_object('open', count(*), 'delay_ms',
            coalesce(greatest(0, extract(epoch from $1::timestamptz - min(received_at))) * 1000, 0)::bigint)
            from webhook_in where processed_at is null),
        'provider_operations', (select json_build_object('open', count(*), 'trying', count(*) filter (where attempt > 1),
            'unknown', count(*) filter (where state = 'unknown')) from provider_ops where state in ('new', 'sent', 'unknown')),
        'finance_tasks', (select count(*) from finance_tasks where resolved_at is null),
        'stats_as_of', (select rfc3339(at) from stat_refreshes),
        'audit_sealed', (select max(day)::text from audit_roots),
        'database_bytes', pg_database_size(current_database())))"};
const db::Query kParked{"operations.parked", R"(
    select id, json_build_object('id', id, 'topic', topic, 'key', key, 'attempts', attempts, 'last_error', last_error,
        'created_at', rfc3339(created_at), 'parked_at', rfc3339(parked_at))
    from outbox where parked_at is not null and ($1::bigint is null or id < $1::bigint) order by id desc limit $2)"};
const db::Query kLockParked{
    "operations.lock_parked",
    "select topic, key, coalesce(last_error, ''), parked_at is not null from outbox where id = $1 for no key update"};
const db::Query kRetry{"operations.retry", "update outbox set parked_at = null, attempts = 0, available_at = $2 where id = $1"};
const db::Query kDiscard{"operations.discard", "delete from outbox where id = $1"};
} // namespace

QCoro::Task<Result<QByteArray>> OperationsStore::state(CallContextPtr context, Timestamp now)
{
    const auto rows = co_await m_db.query(context, kState, now);
    CARGO_CO_TRY(rows);
    co_return rows->bytes(0, 0);
}

QCoro::Task<Result<OperationsStore::Page>> OperationsStore::parked(CallContextPtr context, std::optional<qint64> before,
                                                                   int limit)
{
    const auto rows = co_await m_db.query(context, kParked, before, limit + 1);
    CARGO_CO_TRY(rows);
    co_return db::jsonPage<qint64>(*rows, limit);
}

QCoro::Task<Result<OperationsStore::Event>> OperationsStore::lockParked(db::Transaction tx, qint64 id)
{
    const auto rows = co_await tx.run(kLockParked, id);
    CARGO_CO_TRY(rows);
    if (rows->empty())
        co_return ErrorCode::NotFound;
    if (!rows->boolean(0, 3))
        co_return Error{ErrorCode::StateConflict, QStringLiteral("status"), QStringLiteral("waiting")};
    co_return Event{rows->bytes(0, 0), rows->bytes(0, 1), rows->bytes(0, 2)};
}

QCoro::Task<Outcome> OperationsStore::retry(db::Transaction tx, qint64 id, Timestamp now)
{
    CARGO_CO_TRY(co_await tx.run(kRetry, id, now));
    co_return ok();
}

QCoro::Task<Outcome> OperationsStore::discard(db::Transaction tx, qint64 id)
{
    CARGO_CO_TRY(co_await tx.run(kDiscard, id));
    co_return ok();
}

} // namespace cargo::operations
