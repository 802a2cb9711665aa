#include "server/deals/deal_clocks.h"

#include <algorithm>

namespace cargo::deals {

const std::vector<DealClock> &dealClocks()
{
    static const std::vector<DealClock> kClocks = {
        {"payment", "deal.payment_deadline", &Deal::paymentDueAt, DealEvent::PaymentDeadline, true, false, {5 * kMinuteMs}},
        {"start", "deal.start_deadline", &Deal::startDueAt, DealEvent::StartDeadline, false, true, {kDayMs, 3 * kHourMs}},
        {"confirmation",
         "deal.confirmation_deadline",
         &Deal::confirmationDueAt,
         DealEvent::ConfirmationDeadline,
         true,
         false,
         {kDayMs, 3 * kHourMs}},
        {"dispute_window",
         "deal.dispute_window",
         &Deal::disputeWindowEndsAt,
         DealEvent::DisputeWindowEnd,
         true,
         false,
         {3 * kHourMs}},
        {"evidence", "deal.evidence_deadline", &Deal::evidenceDueAt, std::nullopt, true, true, {kDayMs}},
        {"safety_stop", "deal.safety_stop", &Deal::safetyEndsAt, DealEvent::SafetyResume, true, true, {}},
        {"review", "deal.review_deadline", &Deal::reviewDueAt, std::nullopt, true, true, {3 * kDayMs}},
    };
    return kClocks;
}

std::vector<Reminder> remindersOf(const Deal &deal)
{
    std::vector<Reminder> reminders;
    for (const DealClock &clock : dealClocks()) {
        const auto dueAt = deal.*clock.dueAt;
        if (!dueAt)
            continue;
        for (const qint64 before : clock.remindBeforeMs)
            reminders.push_back({&clock, dueAt->plusMs(-before), *dueAt});
    }
    std::sort(reminders.begin(), reminders.end(), [](const Reminder &a, const Reminder &b) { return a.at < b.at; });
    return reminders;
}

} // namespace cargo::deals
