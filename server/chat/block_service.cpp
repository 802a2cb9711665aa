#include "server/chat/block_service.h"

#include "server/jobs/outbox.h"
#include "server/jobs/wake.h"

namespace cargo::chat {

namespace {
const db::Query kBlocks{"chat.blocks", R"(
    select coalesce(json_agg(json_build_object('user', u.card, 'created_at', rfc3339(b.created_at))
        order by b.created_at desc, u.id), '[]')
    from blocks b join users u on u.id = b.blocked_id where b.user_id = $1)"};
// Of one person one at a time, so that the limit holds.
const db::Query kBlocker{"chat.blocker", "select from users where id = $1 for no key update"};
const db::Query kMayBlock{"chat.may_block", R"(
    select u.role <> 'staff' and u.status <> 'deleted', (select count(*) from blocks where user_id = $1) from users u
    where u.id = $2)"};
const db::Query kBlock{"chat.block",
                       "insert into blocks (user_id, blocked_id, created_at) values ($1, $2, $3) on conflict do nothing"};
const db::Query kUnblock{"chat.unblock", "delete from blocks where user_id = $1 and blocked_id = $2"};
// $3: since when, null to end it.
const db::Query kClose{"chat.close", R"(
    update conversations set
        buyer_blocked_at = case when buyer_id = $1::uuid then $3::timestamptz else buyer_blocked_at end,
        driver_blocked_at = case when driver_id = $1::uuid then $3::timestamptz else driver_blocked_at end
    where (buyer_id = $1::uuid and driver_id = $2::uuid) or (driver_id = $1::uuid and buyer_id = $2::uuid)
    returning id)"};

// Both sides read their conversations again: one may write no more, or again.
QCoro::Task<Outcome> mark(db::Transaction tx, UserId me, UserId other, std::optional<Timestamp> since)
{
    const auto rows = co_await tx.run(kClose, me, other, since);
    CARGO_CO_TRY(rows);
    const std::vector<UserId> both{me, other};
    for (int row = 0; row < rows->count(); ++row) {
        const QByteArray fields = "{\"conversation_id\":\"" + rows->bytes(row, 0) + "\"}";
        CARGO_CO_TRY(co_await jobs::pushToUsers(tx, both, "conversation.updated", fields));
    }
    tx.afterCommit(&jobs::wakeRelay);
    co_return ok();
}
} // namespace

QCoro::Task<Result<QByteArray>> BlockService::blocks(CallContextPtr context)
{
    const auto rows = co_await m_runtime.db.read(context, kBlocks, context->principal->user);
    CARGO_CO_TRY(rows);
    co_return rows->bytes(0, 0);
}

QCoro::Task<Outcome> BlockService::block(CallContextPtr context, UserId other)
{
    const UserId me = context->principal->user;
    if (other == me)
        co_return Error{ErrorCode::StateConflict, {}, QStringLiteral("oneself")};
    const Timestamp now = m_runtime.clock.now();
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    CARGO_CO_TRY(co_await tx->run(kBlocker, me));
    const auto may = co_await tx->run(kMayBlock, me, other);
    CARGO_CO_TRY(may);
    if (may->empty() || !may->boolean(0, 0))
        co_return ErrorCode::NotFound;
    if (may->int64(0, 1) >= kMax)
        co_return Error{ErrorCode::OutOfRange, {}, QStringLiteral("too many are blocked")};
    const auto made = co_await tx->run(kBlock, me, other, now);
    CARGO_CO_TRY(made);
    if (made->affected() == 1)
        CARGO_CO_TRY(co_await mark(*tx, me, other, now));
    co_return co_await tx->commit();
}

QCoro::Task<Outcome> BlockService::unblock(CallContextPtr context, UserId other)
{
    const UserId me = context->principal->user;
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    CARGO_CO_TRY(co_await tx->run(kBlocker, me));
    const auto known = co_await tx->run(kMayBlock, me, other);
    CARGO_CO_TRY(known);
    if (known->empty())
        co_return ErrorCode::NotFound;
    const auto ended = co_await tx->run(kUnblock, me, other);
    CARGO_CO_TRY(ended);
    if (ended->affected() == 1)
        CARGO_CO_TRY(co_await mark(*tx, me, other, std::nullopt));
    co_return co_await tx->commit();
}

} // namespace cargo::chat
