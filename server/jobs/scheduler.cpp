#include "server/jobs/scheduler.h"

namespace cargo::jobs {

namespace {
const db::Query kSet{"timers.set", R"(
    insert into timers (kind, subject, due_at) values ($1, $2::uuid, $3)
    on conflict (kind, subject) do update
        set due_at = excluded.due_at, attempts = 0, claimed_until = null, claimed_by = null, last_error = null)"};
const db::Query kCancel{"timers.cancel", "delete from timers where kind = $1 and subject = $2::uuid"};
} // namespace

QCoro::Task<Outcome> setTimer(db::Transaction tx, QByteArray kind, Uuid subject, Timestamp dueAt)
{
    auto rows = co_await tx.run(kSet, kind, subject, dueAt);
    if (!rows)
        co_return rows.error();
    co_return ok();
}

QCoro::Task<Outcome> cancelTimer(db::Transaction tx, QByteArray kind, Uuid subject)
{
    auto rows = co_await tx.run(kCancel, kind, subject);
    if (!rows)
        co_return rows.error();
    co_return ok();
}

} // namespace cargo::jobs
