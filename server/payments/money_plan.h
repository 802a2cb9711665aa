#pragma once

#include "server/ledger/ledger_service.h"
#include "server/payments/payment_types.h"

#include <vector>

namespace cargo::payments {

// An entry that would be booked.
struct PlannedEntry
{
    ledger::EntryKind kind;
    std::vector<ledger::Entry::Line> lines;
};

// Where a deal's money stands.
struct Standing
{
    MoneyStatus status = MoneyStatus::None;
    qint64 amountMinor = 0;   // of the deal as it is now
    qint64 inEscrowMinor = 0; // what the journal says is kept
};

// What will be booked from where the money stands until it has arrived, in order, when every step succeeds. Pure; it says what
// EscrowService does, and a test holds the two together. `refundMinor` counts for a split, `feeMinor` for what is paid out.
std::vector<PlannedEntry> planMoney(Disposition disposition, Standing standing, qint64 refundMinor, qint64 feeMinor,
                                    qint64 largestPayoutMinor);

} // namespace cargo::payments
