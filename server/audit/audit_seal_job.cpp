#include "server/audit/audit_seal_job.h"

#include "server/audit/audit_hash.h"

namespace cargo::audit {

namespace {

constexpr char kTimer[] = "audit.seal";
constexpr Uuid kSubject{}; // there is one timer
constexpr qint64 kSealAfterMidnightMs = kHourMs;

const db::Query kLock{"audit.seal_lock", "select pg_advisory_xact_lock(7204418820432)"};
const db::Query kNextDay{"audit.next_day", R"(
    select coalesce((select max(day) + 1 from audit_roots), (select min(at)::date from events_audit))::text)"};
const db::Query kLastRoot{"audit.last_root", "select root from audit_roots order by day desc limit 1"};
const db::Query kHeads{"audit.heads", R"(
    select distinct on (stream) stream, hash, count(*) over () from events_audit
    where at >= $1::date and at < $1::date + 1 order by stream, seq desc)"};
const db::Query kSeal{"audit.seal", R"(
    insert into audit_roots (day, entries, previous_root, root) values ($1::date, $2, $3::bytea, $4::bytea))"};

Timestamp nextSealing(Timestamp now)
{
    const qint64 midnight = (now.unixMs - kSealAfterMidnightMs) / kDayMs * kDayMs;
    return {midnight + kDayMs + kSealAfterMidnightMs};
}

} // namespace

void AuditSealJob::registerJobs(jobs::Registry &registry)
{
    registry.onTimer(kTimer, [this](CallContextPtr context, Uuid, Timestamp) { return arm(context); });
}

QCoro::Task<Outcome> AuditSealJob::arm(CallContextPtr context)
{
    CARGO_CO_TRY(co_await seal(context));
    const auto tx = co_await m_runtime.db.begin(context);
    if (!tx)
        co_return tx.error();
    CARGO_CO_TRY(co_await jobs::setTimer(*tx, kTimer, kSubject, nextSealing(m_runtime.clock.now())));
    co_return co_await tx->commit();
}

QCoro::Task<Outcome> AuditSealJob::seal(CallContextPtr context)
{
    for (;;) {
        const auto more = co_await sealNext(context);
        if (!more)
            co_return more.error();
        if (!*more)
            co_return ok();
    }
}

// False: the next day is not over yet.
QCoro::Task<Result<bool>> AuditSealJob::sealNext(CallContextPtr context)
{
    const auto tx = co_await m_runtime.db.begin(context);
    if (!tx)
        co_return tx.error();
    const auto locked = co_await tx->run(kLock); // jobs of other servers stand in a row
    if (!locked)
        co_return locked.error();
    const auto next = co_await tx->run(kNextDay);
    if (!next)
        co_return next.error();
    const QByteArray day = next->bytes(0, 0);
    const QByteArray over = Timestamp{m_runtime.clock.now().unixMs - kSealAfterMidnightMs}.toRfc3339().left(10);
    if (next->isNull(0, 0) || day >= over)
        co_return false;
    const auto last = co_await tx->run(kLastRoot);
    if (!last)
        co_return last.error();
    const auto rows = co_await tx->run(kHeads, day);
    if (!rows)
        co_return rows.error();
    std::vector<Head> heads;
    for (int i = 0; i < rows->count(); ++i)
        heads.push_back({rows->uuid(i, 0), rows->blob(i, 1)});
    const QByteArray previous = last->empty() ? QByteArray(32, '\0') : last->blob(0, 0);
    db::Params params = db::Params::of(day, rows->empty() ? qint64(0) : rows->int64(0, 2));
    params.addBytes(previous).addBytes(rootOf(previous, day, heads));
    const auto sealed = co_await tx->runParams(kSeal, std::move(params));
    if (!sealed)
        co_return sealed.error();
    const Outcome committed = co_await tx->commit();
    if (!committed)
        co_return committed.error();
    co_return true;
}

} // namespace cargo::audit
