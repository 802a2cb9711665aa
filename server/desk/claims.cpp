#include "server/desk/claims.h"

namespace cargo::desk {

namespace {
const db::Query kClaim{"desk.claim", R"(
    insert into claims (queue, item_id, staff_id, claimed_at, expires_at) values ($1, $2, $3, $4, $5)
    on conflict (queue, item_id) do update set staff_id = excluded.staff_id, expires_at = excluded.expires_at,
        claimed_at = case when claims.staff_id = excluded.staff_id then claims.claimed_at else excluded.claimed_at end
        where claims.staff_id = excluded.staff_id or claims.expires_at <= excluded.claimed_at
    returning claimed_at, expires_at)"};
const db::Query kRelease{"desk.release", "delete from claims where queue = $1 and item_id = $2 and staff_id = $3"};
const db::Query kHolder{"desk.holder",
                        "select staff_id = $3 or expires_at <= $4 from claims where queue = $1 and item_id = $2 for update"};
const db::Query kEnd{"desk.end", "delete from claims where queue = $1 and item_id = $2"};

Error taken() { return {ErrorCode::StateConflict, {}, QStringLiteral("claimed")}; }
} // namespace

QCoro::Task<Result<Claim>> claim(db::Transaction tx, QByteArray queue, Uuid item, UserId staff, Timestamp now, qint64 forMs)
{
    const auto rows = co_await tx.run(kClaim, queue, item, staff, now, now.plusMs(forMs));
    CARGO_CO_TRY(rows);
    if (rows->empty())
        co_return taken();
    co_return Claim{staff, rows->timestamp(0, 0), rows->timestamp(0, 1)};
}

QCoro::Task<Outcome> release(db::Transaction tx, QByteArray queue, Uuid item, UserId staff)
{
    CARGO_CO_TRY(co_await tx.run(kRelease, queue, item, staff));
    co_return ok();
}

QCoro::Task<Outcome> settle(db::Transaction tx, QByteArray queue, Uuid item, UserId staff, Timestamp now)
{
    const auto holder = co_await tx.run(kHolder, queue, item, staff, now);
    CARGO_CO_TRY(holder);
    if (holder->empty())
        co_return ok();
    if (!holder->boolean(0, 0))
        co_return taken();
    CARGO_CO_TRY(co_await tx.run(kEnd, queue, item));
    co_return ok();
}

} // namespace cargo::desk
