#include "server/admin/admin_store.h"

namespace cargo::admin {

namespace {
// Volume: the sums of all deals that were ever paid for, before fees and refunds. Deals are counted beforehand (server/stats).
const db::Query kStats{"admin.stats", R"(
    select json_build_object(
        'as_of', (select rfc3339(at) from stat_refreshes),
        'deals', (select coalesce(json_object_agg(status, deals), '{}') from stat_states),
        'volume', (select coalesce(json_agg(json_build_object('amount', total, 'currency', currency) order by currency), '[]')
                   from (select currency, sum(volume_minor)::bigint total from stat_days group by currency having sum(paid) > 0) v),
        'users', (select coalesce(json_object_agg(role, n), '{}')
                  from (select role, count(*) n from users where status <> 'deleted' group by role) u),
        'listings', (select coalesce(json_object_agg(status, n), '{}')
                     from (select status, count(*) n from listings group by status) l)))"};
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
