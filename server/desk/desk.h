#pragma once

#include "server/db/database.h"

#include <QCoroTask>

#include <memory>

namespace cargo::desk {

// What waits for staff. Every feature says in the transaction of the thing itself that it has begun to wait (open), that it
// was decided (settle), or that there is nothing to decide any more (leave). An item is known by its queue and the id of
// what waits, so one thing stands in a queue once.
struct NewItem
{
    QByteArray queue; // one of queues()
    Uuid item;
    Timestamp at;
    Timestamp dueAt;              // dueAt() of queues.h
    std::optional<UserId> user{}; // whom it is about
    QString title{};              // what it is about in a line; empty: the user's name is shown
    QString detail{};             // a reason's code, or a few words
    std::optional<DealId> deal{};
    int priority = 0; // the higher the sooner
};

// What waits already keeps its place, its clock and whoever has taken it; words and priority are renewed. What was decided
// before begins to wait again.
QCoro::Task<Outcome> open(db::Transaction tx, NewItem item);
// For a decision, in its transaction: StateConflict ("claimed") while a colleague has it. What nobody has taken may be decided
// by anybody who may decide; what does not wait is no matter of the desk.
QCoro::Task<Outcome> settle(db::Transaction tx, QByteArray queue, Uuid item, UserId staff, Timestamp now);
// It was withdrawn, or ended by itself. Whoever has taken it finds it gone.
QCoro::Task<Outcome> leave(db::Transaction tx, QByteArray queue, Uuid item, Timestamp now);

// An item that waits, locked, for what staff do with it besides deciding.
struct WaitingItem
{
    QByteArray queue;
    Uuid item;
    Timestamp dueAt;
    QString title;
    std::optional<UserId> assignedTo;
    std::optional<UserId> claimedBy; // also when the claim has run out
    std::optional<Timestamp> claimedAt;
    std::optional<Timestamp> claimedUntil;
};
using WaitingItemPtr = std::shared_ptr<WaitingItem>;

// NotFound: it does not wait in that queue.
QCoro::Task<Result<WaitingItemPtr>> lock(db::Transaction tx, QByteArray queue, Uuid item);
// All of these: StateConflict ("claimed") while a colleague has it.
// So that two do not work on it. Taking it again moves the end.
QCoro::Task<Outcome> claim(db::Transaction tx, WaitingItemPtr item, UserId staff, Timestamp now, qint64 forMs);
// Out of the way until then, and nobody's; its clock goes on. Nothing, or a moment that has passed: back.
QCoro::Task<Outcome> snooze(db::Transaction tx, WaitingItemPtr item, UserId staff, std::optional<Timestamp> until, Timestamp now);
QCoro::Task<Outcome> assign(db::Transaction tx, WaitingItemPtr item, UserId staff, std::optional<UserId> to, Timestamp now);
// Harmless when it is not theirs.
QCoro::Task<Outcome> release(db::Transaction tx, WaitingItemPtr item, UserId staff);
// Everything that they have taken, for when they are no longer there to give it back.
QCoro::Task<Outcome> releaseAll(db::Transaction tx, UserId staff);

// The kind of the timer that rings when an item of the queue is due; its subject is the item.
QByteArray dueTimer(const QByteArray &queue);

} // namespace cargo::desk
