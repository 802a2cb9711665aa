#include "shared/domain/deal/money_table.h"

namespace cargo {

namespace {
using S = MoneyStatus;
using E = MoneyEvent;
using Only = MoneyRow::Only;

// The state in which a failed step waits for its next try, and where it leads when it succeeds.
struct Step
{
    MoneyStatus queued;
    MoneyEvent confirmed;
};
std::optional<Step> stepOf(MoneyStatus failedFrom)
{
    switch (failedFrom) {
    case S::KeepQueued: return Step{S::KeepQueued, E::KeepConfirmed};
    case S::VoidQueued: return Step{S::VoidQueued, E::VoidConfirmed};
    case S::PayoutQueued:
    case S::PayoutSent:
    case S::Paid: return Step{S::PayoutQueued, E::PayoutConfirmed};
    case S::RefundQueued:
    case S::RefundSent: return Step{S::RefundQueued, E::RefundConfirmed};
    default: return std::nullopt;
    }
}
} // namespace

const std::vector<MoneyRow> &moneyTable()
{
    static const std::vector<MoneyRow> kTable = {
        {S::None, E::InvoiceIssued, S::Awaiting},
        {S::None, E::PaymentDropped, S::Void},
        {S::Awaiting, E::HoldConfirmed, S::Held},
        {S::Awaiting, E::PaymentDropped, S::Void},
        // A payment that arrives after the deal was cancelled goes back.
        {S::Void, E::HoldConfirmed, S::VoidQueued},

        {S::Held, E::KeepOrdered, S::KeepQueued},
        {S::Held, E::VoidOrdered, S::VoidQueued},
        {S::Held, E::HoldExpired, S::Void},
        {S::KeepQueued, E::KeepConfirmed, S::Kept},
        {S::KeepQueued, E::StepFailed, S::Failed},
        {S::KeepQueued, E::HoldExpired, S::Failed},
        {S::VoidQueued, E::VoidConfirmed, S::Void},
        // Captured against our order (a capture was under way): it is kept now, and refunded next.
        {S::VoidQueued, E::KeepConfirmed, S::Kept},
        {S::VoidQueued, E::HoldExpired, S::Void},
        {S::VoidQueued, E::StepFailed, S::Failed},

        {S::Kept, E::PayoutOrdered, S::PayoutQueued},
        {S::PayoutQueued, E::PayoutSent, S::PayoutSent},
        {S::PayoutQueued, E::PayoutConfirmed, S::Paid},
        {S::PayoutQueued, E::StepFailed, S::Failed},
        {S::PayoutSent, E::PayoutConfirmed, S::Paid},
        {S::PayoutSent, E::StepFailed, S::Failed},
        {S::PayoutSent, E::PayoutReturned, S::Failed},
        {S::Paid, E::PayoutReturned, S::Failed},

        {S::Kept, E::RefundOrdered, S::RefundQueued},
        {S::RefundQueued, E::RefundSent, S::RefundSent},
        {S::RefundQueued, E::StepFailed, S::Failed},
        {S::RefundSent, E::StepFailed, S::Failed},
        {S::RefundQueued, E::RefundConfirmed, S::Refunded, Only::Whole},
        {S::RefundSent, E::RefundConfirmed, S::Refunded, Only::Whole},
        // A split refunds first: some providers close the deal with the payout.
        {S::RefundQueued, E::RefundConfirmed, S::PayoutQueued, Only::Split},
        {S::RefundSent, E::RefundConfirmed, S::PayoutQueued, Only::Split},
    };
    return kTable;
}

Result<MoneyStatus> next(MoneyStatus status, MoneyEvent event, const MoneyFacts &facts)
{
    if (status == S::Failed && facts.failedFrom) {
        const auto step = stepOf(*facts.failedFrom);
        if (step && event == E::RetryOrdered)
            return step->queued;
        // A late word that it did succeed counts as well as the proof that finance brings.
        if (step && (event == E::SettledByHand || event == step->confirmed))
            return next(step->queued, step->confirmed, facts);
    }
    for (const MoneyRow &row : moneyTable()) {
        const bool applies = row.only == Only::Always || (row.only == Only::Split) == facts.split;
        if (row.from == status && row.event == event && applies)
            return row.to;
    }
    return {ErrorCode::StateConflict, QStringLiteral("money"), QString::fromLatin1(word(status))};
}

bool isSettled(MoneyStatus status)
{
    return status == S::None || status == S::Void || status == S::Paid || status == S::Refunded;
}

} // namespace cargo
