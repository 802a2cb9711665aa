#pragma once

#include "shared/domain/result.h"
#include "shared/domain/words.h"

#include <optional>
#include <vector>

namespace cargo {

// What has happened to a deal's money at the provider: a second machine beside the deal. "queued" is our decision written
// to the outbox, "sent" is a call whose outcome is not known yet, the others are the provider's word. `paid` is never
// assumed from `released`.
enum class MoneyStatus {
    None,
    Awaiting,   // invoice issued, the buyer has not paid
    Held,       // reserved on the buyer's card
    KeepQueued, // capture decided and on its way
    Kept,       // captured into the deal
    VoidQueued, // return of a reservation on its way
    Void,       // nothing was taken
    PayoutQueued,
    PayoutSent,
    Paid,
    RefundQueued,
    RefundSent,
    Refunded,
    Failed, // the last step failed: retried, or a task for finance
};
inline constexpr auto kMoneyStatusWords =
    wordTable<MoneyStatus>("none", "awaiting", "held", "keep_queued", "kept", "void_queued", "void", "payout_queued",
                           "payout_sent", "paid", "refund_queued", "refund_sent", "refunded", "failed");

enum class MoneyEvent {
    InvoiceIssued,
    HoldConfirmed,  // the provider holds the sum
    PaymentDropped, // cancelled or expired before anything was held
    KeepOrdered,    // start of the deal, or a decision of staff while the money is only held
    KeepConfirmed,
    VoidOrdered,
    VoidConfirmed,
    HoldExpired, // the provider let the hold go
    PayoutOrdered,
    PayoutSent,
    PayoutConfirmed,
    PayoutReturned, // the bank sent a finished payout back
    RefundOrdered,  // in full, or the buyer's half of a split
    RefundSent,
    RefundConfirmed,
    StepFailed,
    RetryOrdered,
    SettledByHand, // finance finished the failed step outside the provider's API and proved it
};
inline constexpr auto kMoneyEventWords = wordTable<MoneyEvent>(
    "invoice_issued", "hold_confirmed", "payment_dropped", "keep_ordered", "keep_confirmed", "void_ordered", "void_confirmed",
    "hold_expired", "payout_ordered", "payout_sent", "payout_confirmed", "payout_returned", "refund_ordered", "refund_sent",
    "refund_confirmed", "step_failed", "retry_ordered", "settled_by_hand");

inline const char *word(MoneyStatus status) { return kMoneyStatusWords.word(status); }
inline const char *word(MoneyEvent event) { return kMoneyEventWords.word(event); }
inline std::optional<MoneyStatus> moneyStatusFromWord(QStringView text) { return kMoneyStatusWords.find(text); }

struct MoneyFacts
{
    bool split = false;                    // staff divided the sum: after the refund the rest is paid out
    std::optional<MoneyStatus> failedFrom; // the state that a failed step was in
};

struct MoneyRow
{
    MoneyStatus from;
    MoneyEvent event;
    MoneyStatus to;
    enum class Only { Always, Whole, Split } only = Only::Always;
};

// The allow-list. Rows out of Failed are not in it: a retry goes back to the queue of the step that failed, settling by
// hand to where that step would have led; both follow from MoneyFacts::failedFrom.
const std::vector<MoneyRow> &moneyTable();

// Error StateConflict (detail = the state now). Late and repeated words of a provider end there and are only recorded.
Result<MoneyStatus> next(MoneyStatus status, MoneyEvent event, const MoneyFacts &facts);

// The money has come to rest: nothing is on its way.
bool isSettled(MoneyStatus status);

} // namespace cargo
