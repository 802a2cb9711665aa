#include "server/deals/transition_service.h"

#include "server/audit/audit.h"
#include "server/deals/deal_clocks.h"
#include "server/jobs/outbox.h"
#include "server/jobs/scheduler.h"
#include "shared/domain/deal/deal_number.h"

namespace cargo::deals {

using payments::Disposition;
using payments::EscrowService;

namespace {
// What an event makes of the money; nothing: it stays as it is.
std::optional<Disposition> dispositionAfter(DealEvent event)
{
    switch (event) {
    case DealEvent::Start: return Disposition::Keep;
    case DealEvent::Cancel:
    case DealEvent::PaymentDeadline:
    case DealEvent::StartDeadline:
    case DealEvent::ResolveRefund: return Disposition::GiveBack;
    case DealEvent::Release:
    case DealEvent::DisputeWindowEnd:
    case DealEvent::ResolveRelease: return Disposition::Release;
    case DealEvent::ResolveSplit: return Disposition::Split;
    default: return std::nullopt;
    }
}

std::optional<EscrowService::SplitTerms> splitOf(const Deal &deal, Disposition disposition)
{
    if (disposition != Disposition::Split)
        return std::nullopt;
    return EscrowService::SplitTerms{Money{deal.refundMinor.value_or(0), deal.amount.currency}, deal.fee};
}
} // namespace

namespace {

// Stops the clock that a deal waits for and keeps what was left of it; one that stands already stays as it is.
void takeClock(Deal &deal, Timestamp at)
{
    for (auto *dueAt : {&deal.startDueAt, &deal.confirmationDueAt, &deal.disputeWindowEndsAt}) {
        if (!*dueAt)
            continue;
        deal.clockLeftMs = std::max<qint64>(0, (*dueAt)->unixMs - at.unixMs);
        dueAt->reset();
    }
}

} // namespace

QCoro::Task<Result<DealPtr>> TransitionService::begin(db::Transaction tx, DealPtr deal, UserId buyer)
{
    const auto to = next(std::nullopt, DealEvent::Create, DealActor::Buyer, {});
    if (!to.ok())
        co_return to.error();
    deal->paymentDueAt = deal->createdAt.plusMs(m_runtime.settings.paymentDeadlineMs);
    CARGO_CO_TRY(co_await m_store.insert(tx, deal));
    payments::EscrowTerms terms{deal->id,     deal->provider, deal->buyerId,  deal->driverId,
                                deal->amount, deal->fee,      deal->createdAt};
    CARGO_CO_TRY(co_await m_escrow.open(tx, terms));
    NewEvent line;
    line.id = newUuid(deal->createdAt);
    line.deal = deal->id;
    line.event = word(DealEvent::Create);
    line.actor = DealActor::Buyer;
    line.actorId = buyer;
    line.to = to->to;
    line.at = deal->createdAt;
    CARGO_CO_TRY(co_await m_store.insertEvent(tx, line));
    audit::AuditEvent audited{deal->id.uuid, "deal.create", buyer, "{}"};
    CARGO_CO_TRY(co_await audit::append(tx, audited));
    const auto stored = co_await m_store.reload(tx, deal->id);
    if (!stored.ok())
        co_return stored.error();
    const Deal nothingBefore;
    CARGO_CO_TRY(co_await setTimers(tx, nothingBefore, *stored));
    CARGO_CO_TRY(co_await tell(tx, *stored, line.event, DealActor::Buyer, line.id));
    co_return *stored;
}

QCoro::Task<Result<DealPtr>> TransitionService::apply(db::Transaction tx, DealPtr deal, Step step)
{
    const Deal before = *deal;
    const auto to = next(deal->status, step.event, step.actor, deal->factsFor(step.actor));
    if (!to.ok())
        co_return to.error();
    const Timestamp at = now();
    deal->status = to->to;
    deal->updatedAt = at;
    if (step.change)
        step.change(*deal);
    setClocks(*deal, step.event, before.status);
    CARGO_CO_TRY(co_await m_store.update(tx, deal, before.status));

    NewEvent line{newUuid(at),   deal->id,     word(step.event), step.actor,      step.actorId,
                  before.status, deal->status, step.details,     step.checkpoint, at};
    CARGO_CO_TRY(co_await m_store.insertEvent(tx, line));
    audit::AuditEvent audited{deal->id.uuid, QByteArray("deal.") + word(step.event), step.actorId, step.details};
    CARGO_CO_TRY(co_await audit::append(tx, audited));
    // A proposal that nobody answered while there was time changes nothing.
    const bool open = deal->amendment && deal->status != DealStatus::InTransit && deal->status != DealStatus::Disputed;
    if (open)
        CARGO_CO_TRY(co_await m_store.closeAmendment(tx, deal->amendment->id, "superseded", at));
    CARGO_CO_TRY(co_await orderMoney(tx, deal, step.event));
    if (m_record && (deal->status == DealStatus::Released || deal->status == DealStatus::ResolvedRelease)) {
        // In sorted order, as rows are locked everywhere.
        CARGO_CO_TRY(co_await m_record->recordDealDone(tx, std::min(deal->buyerId, deal->driverId)));
        CARGO_CO_TRY(co_await m_record->recordDealDone(tx, std::max(deal->buyerId, deal->driverId)));
    }
    CARGO_CO_TRY(co_await settleCar(tx, deal, before.status));
    const auto stored = co_await m_store.reload(tx, deal->id);
    if (!stored.ok())
        co_return stored.error();
    CARGO_CO_TRY(co_await setTimers(tx, before, *stored));
    CARGO_CO_TRY(co_await tell(tx, *stored, line.event, step.actor, line.id));
    co_return *stored;
}

QCoro::Task<Outcome> TransitionService::settleCar(db::Transaction tx, DealPtr deal, DealStatus from)
{
    if (from == DealStatus::Created && deal->status == DealStatus::Funded) {
        // The others who wanted it and have not paid are told by a job: their rows are not locked here.
        const QByteArray id = deal->id.toText();
        jobs::OutboxEvent taken{"deal.car_taken", id, "{\"deal_id\":\"" + id + "\"}"};
        CARGO_CO_TRY(co_await jobs::append(tx, taken));
        if (m_cars)
            CARGO_CO_TRY(co_await m_cars->carTaken(tx, deal->listingId, deal->id));
        co_return ok();
    }
    if (!m_cars || from == DealStatus::Created)
        co_return ok();
    switch (deal->status) {
    case DealStatus::Cancelled: co_return co_await m_cars->carFree(tx, deal->listingId, deal->id);
    case DealStatus::ResolvedRefund: co_return co_await m_cars->carKept(tx, deal->listingId, deal->id);
    case DealStatus::Released:
    case DealStatus::ResolvedRelease:
    case DealStatus::ResolvedSplit: co_return co_await m_cars->carSold(tx, deal->listingId, deal->id);
    default: co_return ok();
    }
}

QCoro::Task<Result<DealPtr>> TransitionService::touch(db::Transaction tx, DealPtr deal, QByteArray event, DealActor actor,
                                                      std::optional<UserId> actorId, QByteArray details)
{
    const auto stored = co_await m_store.reload(tx, deal->id);
    if (!stored.ok())
        co_return stored.error();
    const Deal before = **stored;
    const Timestamp at = now();
    deal->updatedAt = at;
    CARGO_CO_TRY(co_await m_store.update(tx, deal, deal->status));
    NewEvent line{newUuid(at), deal->id, event, actor, actorId, deal->status, deal->status, details, {}, at};
    if (!event.isEmpty())
        CARGO_CO_TRY(co_await m_store.insertEvent(tx, line));
    const auto fresh = co_await m_store.reload(tx, deal->id);
    if (!fresh.ok())
        co_return fresh.error();
    CARGO_CO_TRY(co_await setTimers(tx, before, *fresh));
    CARGO_CO_TRY(co_await tell(tx, *fresh, event, actor, line.id));
    co_return *fresh;
}

// Which clocks run after an event. A dispute takes the running one away and keeps what was left of it; withdrawing it sets it
// going again. The provider's own clock cannot be stopped: a start deadline never lies beyond the end of the hold.
void TransitionService::setClocks(Deal &deal, DealEvent event, DealStatus from) const
{
    const config::Settings &settings = m_runtime.settings;
    const Timestamp at = now();
    const auto beforeHoldEnds = [&](Timestamp wished) {
        return deal.holdExpiresAt ? std::min(wished, deal.holdExpiresAt->plusMs(-kDayMs)) : wished;
    };
    const auto stopAll = [&] {
        deal.paymentDueAt.reset();
        deal.startDueAt.reset();
        deal.confirmationDueAt.reset();
        deal.disputeWindowEndsAt.reset();
        deal.evidenceDueAt.reset();
    };
    const auto goOn = [&] {
        const qint64 left = deal.clockLeftMs.value_or(0);
        if (deal.status == DealStatus::Funded)
            deal.startDueAt = beforeHoldEnds(at.plusMs(left));
        else if (deal.status == DealStatus::InTransit && deal.arrivedAt)
            deal.confirmationDueAt = at.plusMs(left);
        else if (deal.status == DealStatus::Delivered)
            deal.disputeWindowEndsAt = at.plusMs(left);
        deal.clockLeftMs.reset();
    };
    switch (event) {
    case DealEvent::HoldConfirmed:
        stopAll();
        deal.fundedAt = at;
        deal.startDueAt = beforeHoldEnds(at.plusMs(settings.startDeadlineMs));
        break;
    case DealEvent::Start:
        stopAll();
        deal.startedAt = at;
        break;
    case DealEvent::BuyerAbsent:
        if (deal.arrivedAt)
            break;
        [[fallthrough]];
    case DealEvent::Arrive:
        deal.arrivedAt = at;
        deal.confirmationDueAt = at.plusMs(settings.confirmationDeadlineMs);
        break;
    case DealEvent::ConfirmDelivery:
    case DealEvent::HandoverCode:
    case DealEvent::ConfirmationDeadline:
        stopAll();
        deal.deliveredAt = at;
        deal.disputeWindowEndsAt = at.plusMs(settings.disputeWindowMs);
        break;
    case DealEvent::OpenDispute: {
        takeClock(deal, at);
        stopAll();
        deal.safetyEndsAt.reset(); // the dispute holds the clocks from now on
        deal.statusBeforeDispute = from;
        deal.disputedAt = at;
        deal.evidenceDueAt = at.plusMs(settings.evidenceWindowMs);
        break;
    }
    case DealEvent::WithdrawDispute: {
        stopAll();
        goOn();
        deal.statusBeforeDispute.reset();
        break;
    }
    case DealEvent::SafetyStop: deal.safetyEndsAt = at.plusMs(settings.safetyStopMs); break;
    case DealEvent::SafetyResume:
        deal.safetyEndsAt.reset();
        goOn();
        break;
    default:
        if (!isTerminal(deal.status))
            break;
        stopAll();
        deal.finishedAt = at;
        if (deal.isFinished())
            deal.reviewDueAt = at.plusMs(settings.reviewWindowMs);
        deal.safetyEndsAt.reset();
        break;
    }
    if (deal.safetyEndsAt) {
        if (deal.status != from)
            deal.clockLeftMs.reset(); // that clock has ended otherwise
        takeClock(deal, at);
    }
}

QCoro::Task<Outcome> TransitionService::orderMoney(db::Transaction tx, DealPtr deal, DealEvent event)
{
    const auto disposition = dispositionAfter(event);
    if (!disposition)
        co_return ok();
    co_return co_await m_escrow.direct(tx, deal->id, *disposition, splitOf(*deal, *disposition));
}

QCoro::Task<Result<std::vector<payments::PlannedEntry>>> TransitionService::planMoney(db::Transaction tx, DealPtr deal, Step step)
{
    const auto to = next(deal->status, step.event, step.actor, deal->factsFor(step.actor));
    CARGO_CO_TRY(to);
    Deal changed = *deal;
    if (step.change)
        step.change(changed);
    const auto disposition = dispositionAfter(step.event);
    if (!disposition)
        co_return std::vector<payments::PlannedEntry>();
    co_return co_await m_escrow.plan(tx, deal->id, *disposition, splitOf(changed, *disposition));
}

QCoro::Task<Outcome> TransitionService::setTimers(db::Transaction tx, Deal before, DealPtr deal)
{
    bool changed = false;
    for (const DealClock &clock : dealClocks()) {
        const auto was = before.*clock.dueAt;
        const auto is = (*deal).*clock.dueAt;
        if (was == is)
            continue;
        changed = true;
        if (is)
            CARGO_CO_TRY(co_await jobs::setTimer(tx, clock.timer, deal->id.uuid, *is));
        else
            CARGO_CO_TRY(co_await jobs::cancelTimer(tx, clock.timer, deal->id.uuid));
    }
    if (!changed)
        co_return ok();
    const Timestamp at = now();
    for (const Reminder &reminder : remindersOf(*deal)) {
        if (reminder.at > at)
            co_return co_await jobs::setTimer(tx, kReminderTimer, deal->id.uuid, reminder.at);
    }
    co_return co_await jobs::cancelTimer(tx, kReminderTimer, deal->id.uuid);
}

QCoro::Task<Outcome> TransitionService::remind(db::Transaction tx, DealPtr deal, Timestamp dueAt)
{
    const Timestamp at = now();
    for (const Reminder &reminder : remindersOf(*deal)) {
        if (reminder.at < dueAt)
            continue;
        if (reminder.at > at)
            co_return co_await jobs::setTimer(tx, kReminderTimer, deal->id.uuid, reminder.at);
        std::vector<UserId> users;
        if (reminder.clock->concernsBuyer)
            users.push_back(deal->buyerId);
        if (reminder.clock->concernsDriver)
            users.push_back(deal->driverId);
        const QByteArray dedupe = QByteArray("reminder:") + reminder.clock->name + ':' + QByteArray::number(reminder.at.unixMs);
        const QByteArray extra =
            QByteArray(",\"deadline\":\"") + reminder.clock->name + "\",\"due_at\":\"" + reminder.dueAt.toRfc3339() + '"';
        CARGO_CO_TRY(co_await notify(tx, deal, "deal_reminder", users, dedupe, extra));
    }
    co_return ok();
}

QCoro::Task<Outcome> TransitionService::tell(db::Transaction tx, DealPtr deal, QByteArray event, DealActor actor, Uuid eventId)
{
    const Timestamp at = now();
    for (const DealActor side : {DealActor::Buyer, DealActor::Driver}) {
        const std::vector<UserId> one{deal->user(side)};
        CARGO_CO_TRY(co_await jobs::pushToUsers(tx, one, "deal", "{\"deal\":" + deal->jsonFor(side, at) + '}'));
    }
    if (event.isEmpty())
        co_return ok();
    api::JsonWriter out;
    out.beginObject().field("deal_id", deal->id).field("conversation_id", deal->conversationId).field("event", event);
    out.field("status", word(deal->status)).field("event_id", eventId).endObject();
    jobs::OutboxEvent changed{"deal.changed", deal->id.toText(), out.take()};
    CARGO_CO_TRY(co_await jobs::append(tx, changed));
    if (event == word(DealEvent::Release) || event == word(DealEvent::DisputeWindowEnd)
        || event == word(DealEvent::ResolveRelease)) {
        api::JsonWriter released;
        released.beginObject().field("deal_id", deal->id).field("conversation_id", deal->conversationId).endObject();
        jobs::OutboxEvent done{"deal.released", deal->id.toText(), released.take()};
        CARGO_CO_TRY(co_await jobs::append(tx, done));
    }
    std::vector<UserId> others;
    if (actor != DealActor::Buyer)
        others.push_back(deal->buyerId);
    if (actor != DealActor::Driver)
        others.push_back(deal->driverId);
    co_return co_await notify(tx, deal, "deal_" + event, others, eventId.toText(), QByteArray());
}

QCoro::Task<Outcome> TransitionService::notify(db::Transaction tx, DealPtr deal, QByteArray kind, std::vector<UserId> users,
                                               QByteArray dedupe, QByteArray extraFields)
{
    const QByteArray data = "{\"deal_id\":\"" + deal->id.toText() + "\",\"number\":\"" + dealNumberText(deal->number)
                            + "\",\"status\":\"" + word(deal->status) + '"' + extraFields + '}';
    const QByteArray key = "deal:" + deal->id.toText() + ':' + dedupe;
    for (const UserId &user : users)
        CARGO_CO_TRY(co_await jobs::notifyUser(tx, user, kind, data, key));
    co_return ok();
}

} // namespace cargo::deals
