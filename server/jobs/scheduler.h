#pragma once

#include "server/db/database.h"

#include <functional>

namespace cargo::jobs {

// A clock that somebody owns: "deal.payment_deadline" of deal X at a moment. One timer per (kind, subject): setting it
// again moves it. Stored in the database, so it survives the process; fired at least once at or after its moment.
QCoro::Task<Outcome> setTimer(db::Transaction tx, QByteArray kind, Uuid subject, Timestamp dueAt);
QCoro::Task<Outcome> cancelTimer(db::Transaction tx, QByteArray kind, Uuid subject);

// Called on the jobs thread. The handler decides again inside its own transaction whether the moment still counts.
using TimerHandler = std::function<QCoro::Task<Outcome>(CallContextPtr, Uuid subject, Timestamp dueAt)>;

} // namespace cargo::jobs
