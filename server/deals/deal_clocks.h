#pragma once

#include "server/deals/deal.h"

namespace cargo::deals {

// A clock of a deal: where its end stands, which timer carries it, what its end means and whom it concerns.
struct DealClock
{
    const char *name;  // "payment": in reminders and in `deadlines`
    const char *timer; // "deal.payment_deadline"
    std::optional<Timestamp> Deal::*dueAt;
    std::optional<DealEvent> event; // nullopt: the end belongs to another feature
    bool concernsBuyer;
    bool concernsDriver;
    std::vector<qint64> remindBeforeMs; // long before first
};

const std::vector<DealClock> &dealClocks();

inline constexpr char kReminderTimer[] = "deal.reminder";

struct Reminder
{
    const DealClock *clock;
    Timestamp at;
    Timestamp dueAt;
};
// Every reminder of the clocks that run, in the order of time.
std::vector<Reminder> remindersOf(const Deal &deal);

} // namespace cargo::deals
