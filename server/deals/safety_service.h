#pragma once

#include "server/deals/deal_service.h"
#include "server/support/ticket_service.h"

namespace cargo::deals {

// Somebody in a deal does not feel safe: once, he may stop our clocks, so that nothing is decided by waiting while people look
// into it. No money moves by it, what both may do stays, and the clocks go on by themselves when the time of a stop is over.
// His words go to support alone; the other side learns only that the clocks stand.
class SafetyService
{
public:
    SafetyService(Runtime &runtime, DealService &deals, support::TicketService &tickets)
        : m_runtime(runtime), m_deals(deals), m_tickets(tickets)
    {
    }
    // 200 with the deal. Errors: NotFound, StateConflict (no clock to stop, stopped already, or used before).
    QCoro::Task<Result<Answer>> stop(CallContextPtr context, DealId id, api::SafetyBody body);
    // By staff, with words for both sides. Errors besides: StateConflict while a colleague has the ticket.
    QCoro::Task<Result<Answer>> resume(CallContextPtr context, DealId id, api::SafetyBody body);

private:
    Runtime &m_runtime;
    DealService &m_deals;
    support::TicketService &m_tickets;
};

} // namespace cargo::deals
