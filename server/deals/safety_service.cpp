#include "server/deals/safety_service.h"

#include "server/desk/desk.h"
#include "shared/domain/deal/deal_number.h"

namespace cargo::deals {

QCoro::Task<Result<Answer>> SafetyService::stop(CallContextPtr context, DealId id, api::SafetyBody body)
{
    const auto mine = co_await m_deals.lockMine(context, id);
    CARGO_CO_TRY(mine);
    const auto allowed = next(mine->deal->status, DealEvent::SafetyStop, mine->side, mine->deal->factsFor(mine->side));
    CARGO_CO_TRY(allowed);
    const QString subject = QStringLiteral("Safety: ") + QString::fromLatin1(dealNumberText(mine->deal->number));
    const auto ticket = co_await m_tickets.openIn(mine->tx, QStringLiteral("safety"), mine->user, id, subject, body.text);
    CARGO_CO_TRY(ticket);
    Step step;
    step.event = DealEvent::SafetyStop;
    step.actor = mine->side;
    step.actorId = mine->user;
    step.change = [side = mine->side, at = m_deals.now(), ticket = *ticket](Deal &deal) {
        (side == DealActor::Buyer ? deal.buyerSafetyStopAt : deal.driverSafetyStopAt) = at;
        deal.safetyTicketId = ticket;
    };
    const auto moved = co_await m_deals.transitions().apply(mine->tx, mine->deal, step);
    CARGO_CO_TRY(moved);
    Answer answer{200, (*moved)->jsonFor(mine->side, m_deals.now())};
    co_return co_await m_deals.finish(mine->tx, answer);
}

QCoro::Task<Result<Answer>> SafetyService::resume(CallContextPtr context, DealId id, api::SafetyBody body)
{
    const UserId staff = context->principal->user;
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto deal = co_await m_deals.lock(*tx, id);
    CARGO_CO_TRY(deal);
    const auto allowed = next((*deal)->status, DealEvent::SafetyResume, DealActor::Staff, (*deal)->factsFor(DealActor::Staff));
    CARGO_CO_TRY(allowed);
    CARGO_CO_TRY(co_await desk::settle(*tx, "tickets", (*deal)->safetyTicketId->uuid, staff, m_deals.now()));
    Step step;
    step.event = DealEvent::SafetyResume;
    step.actor = DealActor::Staff;
    step.actorId = staff;
    step.details = body.toJson();
    const auto moved = co_await m_deals.transitions().apply(*tx, *deal, step);
    CARGO_CO_TRY(moved);
    Answer answer{200, (*moved)->jsonFor(DealActor::Staff, m_deals.now())};
    co_return co_await m_deals.finish(*tx, answer);
}

} // namespace cargo::deals
