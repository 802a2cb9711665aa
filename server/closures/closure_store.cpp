#include "server/closures/closure_store.h"

namespace cargo::closures {

namespace {
const db::Query kInsert{"closures.insert", "insert into erasure_requests (id, user_id, requested_at) values ($1, $2, $3) "
                                           "on conflict (user_id) where status = 'open' do nothing"};
const db::Query kLast{"closures.last", R"(
    select json_build_object('id', id, 'status', status, 'requested_at', rfc3339(requested_at), 'decided_at', rfc3339(decided_at),
        'reason', reason) from erasure_requests where user_id = $1
    order by requested_at desc, decided_at desc nulls first limit 1)"};
const db::Query kUserOf{"closures.user_of", "select user_id from erasure_requests where id = $1"};
const db::Query kDecide{"closures.decide", R"(
    update erasure_requests set status = $2, decided_by = $3, reason = $4, decided_at = $5 where id = $1 and status = 'open')"};
const db::Query kOpenOf{"closures.open_of", "select id from erasure_requests where user_id = $1 and status = 'open'"};
const db::Query kCase{"closures.case", R"(
    select json_build_object('id', r.id, 'status', r.status, 'requested_at', rfc3339(r.requested_at), 'decided_at',
        rfc3339(r.decided_at), 'decided_by', case when s.id is not null then json_build_object('id', s.id, 'name', s.display_name) end,
        'reason', r.reason, 'user', u.card)
    from erasure_requests r join users u on u.id = r.user_id left join users s on s.id = r.decided_by where r.id = $1)"};
} // namespace

QCoro::Task<Result<bool>> ClosureStore::insert(db::Transaction tx, Uuid id, UserId user, Timestamp now)
{
    const auto rows = co_await tx.run(kInsert, id, user, now);
    CARGO_CO_TRY(rows);
    co_return rows->affected() == 1;
}

QCoro::Task<Result<QByteArray>> ClosureStore::last(db::Transaction tx, UserId user)
{
    const auto rows = co_await tx.run(kLast, user);
    CARGO_CO_TRY(rows);
    if (rows->empty())
        co_return QByteArray("null");
    co_return rows->bytes(0, 0);
}

QCoro::Task<Result<std::optional<UserId>>> ClosureStore::userOf(db::Transaction tx, Uuid id)
{
    const auto rows = co_await tx.run(kUserOf, id);
    CARGO_CO_TRY(rows);
    if (rows->empty())
        co_return std::optional<UserId>();
    co_return std::optional<UserId>(rows->id<UserId>(0, 0));
}

QCoro::Task<Outcome> ClosureStore::decide(db::Transaction tx, Uuid id, QByteArray status, std::optional<UserId> by,
                                          QString reason, Timestamp now)
{
    const auto rows = co_await tx.run(kDecide, id, status, by, reason, now);
    CARGO_CO_TRY(rows);
    if (rows->affected() != 1)
        co_return Error{ErrorCode::StateConflict, {}, QStringLiteral("decided")};
    co_return ok();
}

QCoro::Task<Result<std::optional<Uuid>>> ClosureStore::openOf(db::Transaction tx, UserId user)
{
    const auto rows = co_await tx.run(kOpenOf, user);
    CARGO_CO_TRY(rows);
    if (rows->empty())
        co_return std::optional<Uuid>();
    co_return std::optional<Uuid>(rows->uuid(0, 0));
}

QCoro::Task<Result<QByteArray>> ClosureStore::caseOf(db::Transaction tx, Uuid id)
{
    const auto rows = co_await tx.run(kCase, id);
    CARGO_CO_TRY(rows);
    if (rows->empty())
        co_return ErrorCode::NotFound;
    const QByteArray json = rows->bytes(0, 0);
    co_return json.mid(1, json.size() - 2);
}

} // namespace cargo::closures
