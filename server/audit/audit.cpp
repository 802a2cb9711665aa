#include "server/audit/audit.h"

#include "server/audit/audit_hash.h"

namespace cargo::audit {

namespace {
// The stream is locked for the transaction: two writers of one deal stand in a row, different deals do not meet.
const db::Query kLock{"audit.lock", "select pg_advisory_xact_lock(hashtextextended($1, 41))"};
const db::Query kLast{"audit.last", "select seq, hash from events_audit where stream = $1::uuid order by seq desc limit 1"};
const db::Query kAppend{"audit.append", R"(
    insert into events_audit (stream, seq, action, actor_id, details, at, previous_hash, hash)
    values ($1::uuid, $2, $3, $4::uuid, $5, $6, $7::bytea, $8::bytea))"};
} // namespace

QCoro::Task<Outcome> append(db::Transaction tx, AuditEvent event)
{
    auto locked = co_await tx.run(kLock, event.stream.toText());
    if (!locked)
        co_return locked.error();
    auto last = co_await tx.run(kLast, event.stream);
    if (!last)
        co_return last.error();
    Entry entry;
    entry.stream = event.stream;
    entry.seq = last->empty() ? 1 : last->int64(0, 0) + 1;
    entry.previousHash = last->empty() ? QByteArray(32, '\0') : last->blob(0, 1);
    entry.action = event.action;
    entry.actor = event.actor ? event.actor->uuid : Uuid{};
    entry.details = event.details;
    entry.at = tx.context()->startedAt;
    db::Params params = db::Params::of(entry.stream, entry.seq, entry.action, event.actor, entry.details, entry.at);
    params.addBytes(entry.previousHash).addBytes(hashOf(entry));
    auto written = co_await tx.runParams(kAppend, std::move(params));
    if (!written)
        co_return written.error();
    co_return ok();
}

} // namespace cargo::audit
