#include "server/admin/admin_store.h"

namespace cargo::admin {

namespace {
// Volume: the sums of all deals that were ever paid for, before fees and refunds.
const db::Query kStats{"admin.stats", R"(
    select json_build_object(
        'deals', (select coalesce(json_object_agg(status, n), '{}') from (select status, count(*) n from deals group by status) d),
        'volume', (select coalesce(json_agg(json_build_object('amount', total, 'currency', currency) order by currency), '[]')
                   from (select currency, sum(amount_minor)::bigint total from deals where funded_at is not null group by currency) v),
        'users', (select coalesce(json_object_agg(role, n), '{}')
                  from (select role, count(*) n from users where status <> 'deleted' group by role) u),
        'listings', (select coalesce(json_object_agg(status, n), '{}')
                     from (select status, count(*) n from listings group by status) l)))"};
const db::Query kQueues{"admin.queues", R"(
    select 'disputes', count(*), min(created_at) from disputes where status = 'open'
    union all select 'tickets', count(*), min(created_at) from tickets where status = 'open' and kind = 'question'
    union all select 'kyc', count(*), min(submitted_at) from kyc_applications where status = 'in_review'
    union all select 'finance_tasks', count(*), min(created_at) from finance_tasks where resolved_at is null
    union all select 'listings_in_review', count(*), min(updated_at) from listings where status = 'in_review'
    union all select 'user_reports', count(*), min(created_at) from reports where closed_at is null and kind = 'user'
    union all select 'listing_reports', count(*), min(created_at) from reports where closed_at is null and kind = 'listing'
    union all select 'message_reports', count(*), min(created_at) from reports where closed_at is null and kind = 'message'
    union all select 'parked_events', count(*), min(created_at) from outbox where parked_at is not null)"};
const db::Query kWaits{"admin.waits", R"(
    select case $1::text
        when 'kyc' then exists (select from kyc_applications where id = $2::uuid and status = 'in_review')
        when 'disputes' then exists (select from disputes where id = $2::uuid and status = 'open')
        when 'tickets' then exists (select from tickets where id = $2::uuid and status = 'open' and kind = 'question')
        when 'finance_tasks' then exists (select from finance_tasks where id = $2::uuid and resolved_at is null)
        when 'listings_in_review' then exists (select from listings where id = $2::uuid and status = 'in_review')
        when 'reports' then exists (select from reports where id = $2::uuid and closed_at is null)
        else false end)"};
const db::Query kAudit{"admin.audit", R"(
    select stream, seq, action, actor_id, details, at, encode(previous_hash, 'hex'), encode(hash, 'hex') from events_audit
    where ($1::uuid is null or stream = $1::uuid) and ($2::uuid is null or actor_id = $2::uuid)
      and ($3::text = '' or action = $3 or (right($3, 1) = '.' and starts_with(action, $3)))
      and ($4::timestamptz is null or at >= $4::timestamptz) and ($5::timestamptz is null or at < $5::timestamptz)
      and ($6::timestamptz is null or (at, stream, seq) < ($6::timestamptz, $7::uuid, $8::bigint))
    order by at desc, stream desc, seq desc limit $9::int)"};
} // namespace

QCoro::Task<Result<QByteArray>> AdminStore::stats(CallContextPtr context)
{
    const auto rows = co_await m_db.query(context, kStats);
    CARGO_CO_TRY(rows);
    co_return rows->bytes(0, 0);
}

QCoro::Task<Result<std::vector<QueueCount>>> AdminStore::queues(CallContextPtr context)
{
    const auto rows = co_await m_db.query(context, kQueues);
    CARGO_CO_TRY(rows);
    std::vector<QueueCount> queues;
    for (int row = 0; row < rows->count(); ++row)
        queues.push_back({rows->bytes(row, 0), rows->int64(row, 1), rows->optionalTimestamp(row, 2)});
    co_return queues;
}

QCoro::Task<Result<bool>> AdminStore::waits(db::Transaction tx, QByteArray queue, Uuid item)
{
    const auto rows = co_await tx.run(kWaits, queue, item);
    CARGO_CO_TRY(rows);
    co_return rows->boolean(0, 0);
}

QCoro::Task<Result<std::vector<AuditLine>>> AdminStore::audit(CallContextPtr context, AuditFilter filter)
{
    db::Params params = db::Params::of(filter.stream, filter.actor, QString::fromUtf8(filter.action), filter.from, filter.to);
    if (filter.before)
        params.add(filter.before->at).add(filter.before->stream).add(filter.before->seq);
    else
        params.addNull().addNull().addNull();
    params.add(filter.limit);
    const auto rows = co_await m_db.queryParams(context, kAudit, std::move(params));
    CARGO_CO_TRY(rows);
    std::vector<AuditLine> lines;
    for (int row = 0; row < rows->count(); ++row) {
        lines.push_back({rows->uuid(row, 0), rows->int64(row, 1), rows->bytes(row, 2), rows->optionalId<UserId>(row, 3),
                         rows->bytes(row, 4), rows->timestamp(row, 5), rows->bytes(row, 6), rows->bytes(row, 7)});
    }
    co_return lines;
}

} // namespace cargo::admin
