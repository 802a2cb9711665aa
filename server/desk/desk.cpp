#include "server/desk/desk.h"

#include "server/jobs/scheduler.h"

namespace cargo::desk {

namespace {
const db::Query kOpen{"desk.open", R"(
    insert into desk_items as d (queue, item_id, title, detail, user_id, deal_id, priority, opened_at, due_at)
    values ($1, $2, $3, $4, $5, $6, $7::int, $8, $9)
    on conflict (queue, item_id) do update set title = excluded.title, detail = excluded.detail, priority = excluded.priority,
        opened_at = case when d.closed_at is null then d.opened_at else excluded.opened_at end,
        due_at = case when d.closed_at is null then d.due_at else excluded.due_at end,
        snoozed_until = null, closed_at = null, closed_by = null
    returning due_at)"};
const db::Query kLock{"desk.lock", R"(
    select due_at, title, assigned_to, claimed_by, claimed_at, claimed_until from desk_items
    where queue = $1 and item_id = $2 and closed_at is null for no key update)"};
const db::Query kClose{"desk.close", R"(
    update desk_items set closed_at = $3, closed_by = $4, claimed_by = null, claimed_at = null, claimed_until = null,
        assigned_to = null, snoozed_until = null
    where queue = $1 and item_id = $2 and closed_at is null)"};
const db::Query kClaim{"desk.claim", R"(
    update desk_items set claimed_by = $3, claimed_at = $4, claimed_until = $5 where queue = $1 and item_id = $2)"};
// In the order in which a bulk order locks.
const db::Query kReleaseAll{"desk.release_all", R"(
    with theirs as (select queue, item_id from desk_items where claimed_by = $1 order by item_id, queue for no key update)
    update desk_items i set claimed_by = null, claimed_at = null, claimed_until = null
    from theirs t where i.queue = t.queue and i.item_id = t.item_id)"};
const db::Query kForgetLooks{"desk.forget_looks", "delete from desk_viewers where staff_id = $1"};
const db::Query kSnooze{"desk.snooze", R"(
    update desk_items set snoozed_until = $3, claimed_by = null, claimed_at = null, claimed_until = null
    where queue = $1 and item_id = $2)"};
const db::Query kAssign{"desk.assign", "update desk_items set assigned_to = $3 where queue = $1 and item_id = $2"};

bool isHeldBy(const WaitingItem &item, UserId staff, Timestamp now)
{
    return item.claimedBy == staff && *item.claimedUntil > now;
}

Outcome requireFree(const WaitingItem &item, UserId staff, Timestamp now)
{
    if (item.claimedBy && *item.claimedBy != staff && *item.claimedUntil > now)
        return {ErrorCode::StateConflict, {}, QStringLiteral("claimed")};
    return ok();
}

QCoro::Task<Outcome> close(db::Transaction tx, QByteArray queue, Uuid item, std::optional<UserId> staff, Timestamp now)
{
    const auto closed = co_await tx.run(kClose, queue, item, now, staff);
    CARGO_CO_TRY(closed);
    if (closed->affected() == 0)
        co_return ok();
    co_return co_await jobs::cancelTimer(tx, dueTimer(queue), item);
}
} // namespace

QByteArray dueTimer(const QByteArray &queue) { return "desk.due." + queue; }

QCoro::Task<Outcome> open(db::Transaction tx, NewItem item)
{
    const auto rows = co_await tx.run(kOpen, item.queue, item.item, item.title, item.detail, item.user, item.deal, item.priority,
                                      item.at, item.dueAt);
    CARGO_CO_TRY(rows);
    const Timestamp due = rows->timestamp(0, 0);
    if (due <= item.at) // it waits already, and its clock has rung
        co_return ok();
    co_return co_await jobs::setTimer(tx, dueTimer(item.queue), item.item, due);
}

QCoro::Task<Outcome> settle(db::Transaction tx, QByteArray queue, Uuid item, UserId staff, Timestamp now)
{
    const auto waiting = co_await lock(tx, queue, item);
    if (!waiting)
        co_return waiting.code() == ErrorCode::NotFound ? ok() : Outcome(waiting.error());
    CARGO_CO_TRY(requireFree(**waiting, staff, now));
    co_return co_await close(tx, queue, item, staff, now);
}

QCoro::Task<Outcome> leave(db::Transaction tx, QByteArray queue, Uuid item, Timestamp now)
{
    co_return co_await close(tx, queue, item, std::nullopt, now);
}

QCoro::Task<Result<WaitingItemPtr>> lock(db::Transaction tx, QByteArray queue, Uuid item)
{
    const auto rows = co_await tx.run(kLock, queue, item);
    CARGO_CO_TRY(rows);
    if (rows->empty())
        co_return ErrorCode::NotFound;
    auto waiting = std::make_shared<WaitingItem>();
    waiting->queue = queue;
    waiting->item = item;
    waiting->dueAt = rows->timestamp(0, 0);
    waiting->title = rows->text(0, 1);
    waiting->assignedTo = rows->optionalId<UserId>(0, 2);
    waiting->claimedBy = rows->optionalId<UserId>(0, 3);
    waiting->claimedAt = rows->optionalTimestamp(0, 4);
    waiting->claimedUntil = rows->optionalTimestamp(0, 5);
    co_return waiting;
}

QCoro::Task<Outcome> claim(db::Transaction tx, WaitingItemPtr item, UserId staff, Timestamp now, qint64 forMs)
{
    CARGO_CO_TRY(requireFree(*item, staff, now));
    if (!isHeldBy(*item, staff, now))
        item->claimedAt = now;
    item->claimedBy = staff;
    item->claimedUntil = now.plusMs(forMs);
    CARGO_CO_TRY(co_await tx.run(kClaim, item->queue, item->item, item->claimedBy, item->claimedAt, item->claimedUntil));
    co_return ok();
}

QCoro::Task<Outcome> snooze(db::Transaction tx, WaitingItemPtr item, UserId staff, std::optional<Timestamp> until, Timestamp now)
{
    CARGO_CO_TRY(requireFree(*item, staff, now));
    const auto stored = until && *until > now ? until : std::nullopt;
    CARGO_CO_TRY(co_await tx.run(kSnooze, item->queue, item->item, stored));
    co_return ok();
}

QCoro::Task<Outcome> assign(db::Transaction tx, WaitingItemPtr item, UserId staff, std::optional<UserId> to, Timestamp now)
{
    CARGO_CO_TRY(requireFree(*item, staff, now));
    CARGO_CO_TRY(co_await tx.run(kAssign, item->queue, item->item, to));
    co_return ok();
}

QCoro::Task<Outcome> release(db::Transaction tx, WaitingItemPtr item, UserId staff)
{
    if (item->claimedBy != staff)
        co_return ok();
    const std::optional<UserId> nobody;
    const std::optional<Timestamp> never;
    CARGO_CO_TRY(co_await tx.run(kClaim, item->queue, item->item, nobody, never, never));
    co_return ok();
}

QCoro::Task<Outcome> releaseAll(db::Transaction tx, UserId staff)
{
    CARGO_CO_TRY(co_await tx.run(kReleaseAll, staff));
    CARGO_CO_TRY(co_await tx.run(kForgetLooks, staff));
    co_return ok();
}

} // namespace cargo::desk
