#pragma once

#include "server/db/database.h"

namespace cargo::ledger {

// The books as finance reads them. Reads only.

// Every account (those of deals summed up) with its debits, credits and balance, and whether all of it sums to zero, as JSON.
// With a moment: of entries booked before it; without: now, from the balances.
QCoro::Task<Result<QByteArray>> trialBalance(db::Database *db, CallContextPtr context, std::optional<Timestamp> at);

// What happened to a deal and its money, in order, with every account's balance after each line, as JSON. NotFound.
QCoro::Task<Result<QByteArray>> replay(db::Database *db, CallContextPtr context, DealId deal);

} // namespace cargo::ledger
