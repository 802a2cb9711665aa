#pragma once

#include "server/db/database.h"

#include <QCoroTask>

namespace cargo::desk {

// Who of the staff has taken a case, so that two do not work on it at once. A claim runs out by itself; taking it again moves
// its end. `queue` is the name of a queue, `item` the case in it.
struct Claim
{
    UserId staff;
    Timestamp claimedAt;
    Timestamp expiresAt;
};

// StateConflict ("claimed") while a colleague has it.
QCoro::Task<Result<Claim>> claim(db::Transaction tx, QByteArray queue, Uuid item, UserId staff, Timestamp now, qint64 forMs);
// Harmless when it is not theirs.
QCoro::Task<Outcome> release(db::Transaction tx, QByteArray queue, Uuid item, UserId staff);
// For a decision, in its transaction: fails with StateConflict ("claimed") while a colleague has the case, and ends whatever
// claim there is. A case that nobody has taken may be decided by anybody who may decide.
QCoro::Task<Outcome> settle(db::Transaction tx, QByteArray queue, Uuid item, UserId staff, Timestamp now);

} // namespace cargo::desk
