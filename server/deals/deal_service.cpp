#include "server/deals/deal_service.h"

#include "server/audit/audit.h"
#include "server/deals/deal_clocks.h"
#include "server/deals/deal_planner.h"
#include "server/deals/deal_terms.h"
#include "server/jobs/idempotency.h"
#include "shared/api/checkpoint_chain.h"
#include "shared/domain/contact_filter/contact_filter.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace cargo::deals {

namespace {

QByteArray noteDetails(const QString &note)
{
    if (note.isEmpty())
        return "{}";
    api::JsonWriter out;
    out.beginObject().field("note", contact_filter::withoutContacts(note, contact_filter::Place::Dispute)).endObject();
    return out.take();
}

bool mayLookAtDeals(const Principal &principal)
{
    return principal.may(Permission::Support) || principal.may(Permission::Finance);
}

// What ends a deal that has not been paid when another one has got the car.
Step timeIsUp()
{
    Step step;
    step.event = DealEvent::PaymentDeadline;
    step.actor = DealActor::Clock;
    step.details = "{\"reason\":\"car_taken\"}";
    return step;
}

DealActor viewerOf(const Deal &deal, const Principal &principal)
{
    return deal.sideOf(principal.user).value_or(DealActor::Staff);
}

} // namespace

QCoro::Task<Result<Answer>> DealService::create(CallContextPtr context, api::CreateDealBody body)
{
    const Principal me = *context->principal;
    if (me.role != Role::Buyer)
        co_return Error{ErrorCode::Forbidden, {}, QStringLiteral("only buyers make deals")};
    const auto tx = co_await m_runtime.db.begin(context);
    if (!tx.ok())
        co_return tx.error();
    const auto found = co_await m_store.listingForDeal(*tx, body.listingId);
    if (!found.ok())
        co_return found.error();
    if (!found->has_value())
        co_return Error{ErrorCode::NotFound, QStringLiteral("listing_id"), {}};
    const DealListing listing = **found;
    if (listing.driver == me.user)
        co_return ErrorCode::OwnListing;
    if (listing.status != QLatin1String("published") || !listing.driverActive)
        co_return ErrorCode::ListingUnavailable;
    if (body.listingVersion && *body.listingVersion != listing.version)
        co_return Error{ErrorCode::Conflict, QStringLiteral("listing_version"), {}};
    if (listing.currency != body.amount.currency)
        co_return Error{ErrorCode::CurrencyMismatch, QStringLiteral("amount.currency"), {}};
    const auto buyer = co_await m_store.buyer(*tx, me.user);
    if (!buyer.ok())
        co_return buyer.error();
    const auto terms = dealTerms(m_runtime.settings, body.amount);
    CARGO_CO_TRY(terms);
    if (buyer->kycTier < terms->kycTierNeeded)
        co_return Error{ErrorCode::KycRequired, QStringLiteral("amount"),
                        QStringLiteral("tier ") + QString::number(buyer->kycTier)};
    CARGO_CO_TRY(co_await m_agreements.requireSigned(*tx, me.user, Role::Buyer));
    // The buyer can do nothing about it, so to him the car is not to be had for now.
    const auto offered = co_await m_agreements.requireSigned(*tx, listing.driver, Role::Driver);
    if (!offered.ok())
        co_return offered.error().code == ErrorCode::AgreementRequired ? Error{ErrorCode::ListingUnavailable, {}, {}}
                                                                       : offered.error();
    CARGO_CO_TRY(
        planDeal(m_payments.capabilities(), m_runtime.settings, body.amount, terms->driverReceives, body.deliveryEtaDays));
    const auto conversation = co_await m_store.conversation(*tx, listing.id, me.user, listing.driver, now());
    if (!conversation.ok())
        co_return conversation.error();

    const auto deal = std::make_shared<Deal>();
    deal->createdAt = now();
    deal->updatedAt = deal->createdAt;
    deal->id = DealId::make(deal->createdAt);
    deal->listingId = listing.id;
    deal->conversationId = *conversation;
    deal->buyerId = me.user;
    deal->driverId = listing.driver;
    deal->amount = body.amount;
    deal->fee = terms->fee;
    deal->feeBasisPoints = terms->feeBasisPoints;
    deal->feeMinimumMinor = terms->feeMinimumMinor;
    deal->deliveryPlace = body.deliveryPlace;
    deal->deliveryEtaDays = body.deliveryEtaDays;
    deal->listing = listing.snapshot;
    deal->provider = m_payments.capabilities().name;
    const auto made = co_await m_transitions.begin(*tx, deal, me.user);
    if (!made.ok())
        co_return made.error();
    Answer answer{201, (*made)->jsonFor(DealActor::Buyer, now())};
    co_return co_await finish(*tx, answer);
}

QCoro::Task<Result<Answer>> DealService::finish(db::Transaction tx, Answer answer)
{
    CARGO_CO_TRY(co_await jobs::remember(tx, answer.status, answer.body));
    CARGO_CO_TRY(co_await tx.commit());
    co_return answer;
}

QCoro::Task<Result<DealPtr>> DealService::visible(CallContextPtr context, DealId id)
{
    const auto deal = co_await m_store.find(context, id);
    if (!deal.ok())
        co_return deal.error();
    const Principal &me = *context->principal;
    if ((*deal)->sideOf(me.user))
        co_return *deal;
    if (!mayLookAtDeals(me))
        co_return ErrorCode::NotFound;
    // The look is on record before anything is shown.
    const auto tx = co_await m_runtime.db.begin(context);
    if (!tx.ok())
        co_return tx.error();
    audit::AuditEvent look{id.uuid, "deal.viewed", me.user, "{}"};
    CARGO_CO_TRY(co_await audit::append(*tx, look));
    CARGO_CO_TRY(co_await tx->commit());
    co_return *deal;
}

QCoro::Task<Result<DealService::ChainState>> DealService::chainState(CallContextPtr context, DealId id)
{
    const auto chain = co_await m_road.chain(context, id);
    CARGO_CO_TRY(chain);
    co_return ChainState{chain->size(), api::checkpointsThatHold(id, *chain)};
}

QCoro::Task<Result<DealService::Mine>> DealService::lockMine(CallContextPtr context, DealId id)
{
    const auto tx = co_await m_runtime.db.begin(context);
    if (!tx.ok())
        co_return tx.error();
    const auto deal = co_await m_store.lock(*tx, id);
    if (!deal.ok())
        co_return deal.error();
    const UserId me = context->principal->user;
    const auto side = (*deal)->sideOf(me);
    if (!side)
        co_return ErrorCode::NotFound;
    co_return Mine{*tx, *deal, *side, me};
}

QCoro::Task<Result<api::DealDto>> DealService::get(CallContextPtr context, DealId id)
{
    const auto deal = co_await visible(context, id);
    if (!deal.ok())
        co_return deal.error();
    co_return (*deal)->dtoFor(viewerOf(**deal, *context->principal), now());
}

QCoro::Task<Result<DealService::DealPage>> DealService::list(CallContextPtr context, QByteArray statuses,
                                                             std::optional<Uuid> before, int limit)
{
    for (const QByteArray &status : statuses.isEmpty() ? QList<QByteArray>() : statuses.split(',')) {
        if (!dealStatusFromWord(QString::fromUtf8(status)))
            co_return Error{ErrorCode::UnknownValue, QStringLiteral("status"), {}};
    }
    const Principal me = *context->principal;
    const auto deals = co_await m_store.list(context, me.user, statuses, before, limit + 1);
    if (!deals.ok())
        co_return deals.error();
    DealPage page;
    for (const DealPtr &deal : *deals) {
        if (int(page.items.size()) == limit) {
            page.next = page.items.back().id.uuid;
            break;
        }
        page.items.push_back(deal->dtoFor(viewerOf(*deal, me), now()));
    }
    co_return page;
}

QCoro::Task<Result<DealService::TimelinePage>> DealService::timeline(CallContextPtr context, DealId id, qint64 afterSeq,
                                                                     int limit)
{
    const auto deal = co_await visible(context, id);
    if (!deal.ok())
        co_return deal.error();
    const auto events = co_await m_store.timeline(context, id, afterSeq, limit + 1);
    if (!events.ok())
        co_return events.error();
    TimelinePage page;
    page.items = *events;
    if (int(page.items.size()) > limit) {
        page.items.pop_back();
        page.next = page.items.back().seq;
    }
    co_return page;
}

QCoro::Task<Result<std::vector<api::PaymentDto>>> DealService::payments(CallContextPtr context, DealId id)
{
    const auto deal = co_await visible(context, id);
    if (!deal.ok())
        co_return deal.error();
    auto list = co_await m_payments.payments(context, id);
    // Where to confirm is the buyer's alone.
    if (list.ok() && (*deal)->buyerId != context->principal->user) {
        for (api::PaymentDto &payment : *list)
            payment.confirmationUrl.reset();
    }
    co_return list;
}

QCoro::Task<Result<Answer>> DealService::pay(CallContextPtr context, DealId id, api::PayDealBody body)
{
    auto mine = co_await lockMine(context, id);
    if (!mine.ok())
        co_return mine.error();
    if (mine->side != DealActor::Buyer)
        co_return Error{ErrorCode::Forbidden, {}, QStringLiteral("the buyer pays")};
    if (mine->deal->status != DealStatus::Created)
        co_return Error{ErrorCode::StateConflict, QStringLiteral("status"), QString::fromLatin1(word(mine->deal->status))};
    const auto begun = co_await m_payments.begin(mine->tx, id, body.returnUrl);
    if (!begun.ok())
        co_return begun.error();
    CARGO_CO_TRY(co_await mine->tx.commit());
    // The provider is asked after the commit, so the answer is remembered in a transaction of its own. A repeated request
    // that comes in between finds the same payment.
    const auto payment = co_await m_payments.afterBegin(context, *begun);
    if (!payment.ok())
        co_return payment.error();
    api::JsonWriter out;
    out.beginObject().key("payment");
    payment->write(out);
    out.endObject();
    Answer answer{200, out.take()};
    if (!payment->confirmationUrl)
        co_return answer;
    const auto tx = co_await m_runtime.db.begin(context);
    if (!tx.ok())
        co_return tx.error();
    co_return co_await finish(*tx, answer);
}

QCoro::Task<Result<Answer>> DealService::simple(CallContextPtr context, DealId id, DealEvent event, api::DealNoteBody body)
{
    const auto mine = co_await lockMine(context, id);
    if (!mine.ok())
        co_return mine.error();
    Step step;
    step.event = event;
    step.actor = mine->side;
    step.actorId = mine->user;
    step.details = noteDetails(body.note);
    const auto moved = co_await m_transitions.apply(mine->tx, mine->deal, step);
    if (!moved.ok())
        co_return moved.error();
    Answer answer{200, (*moved)->jsonFor(mine->side, now())};
    co_return co_await finish(mine->tx, answer);
}

QCoro::Task<Result<Answer>> DealService::cancel(CallContextPtr context, DealId id, api::DealNoteBody body)
{
    return simple(std::move(context), id, DealEvent::Cancel, std::move(body));
}

QCoro::Task<Result<Answer>> DealService::release(CallContextPtr context, DealId id, api::DealNoteBody body)
{
    return simple(std::move(context), id, DealEvent::Release, std::move(body));
}

QCoro::Task<Outcome> DealService::moneyChanged(db::Transaction tx, payments::MoneyNews news)
{
    const auto deal = co_await m_store.lock(tx, news.deal);
    if (!deal.ok())
        co_return deal.error();
    Step step;
    step.actor = DealActor::Provider;
    step.event = DealEvent::HoldConfirmed;
    if (news.holdConfirmed && next((*deal)->status, step.event, step.actor, {}).ok()) {
        const auto free = co_await m_store.lockCar(tx, (*deal)->listingId, (*deal)->id);
        if (!free.ok())
            co_return free.error();
        if (!*free) // somebody else's money came first: this one goes back
            step = timeIsUp();
        const auto moved = co_await m_transitions.apply(tx, *deal, step);
        if (!moved.ok())
            co_return moved.error();
        co_return ok();
    }
    if (news.holdLost && (*deal)->status == DealStatus::Funded) {
        step.actor = DealActor::Clock;
        step.event = DealEvent::StartDeadline;
        step.details = "{\"reason\":\"hold_expired\"}";
        const auto moved = co_await m_transitions.apply(tx, *deal, step);
        if (!moved.ok())
            co_return moved.error();
        co_return ok();
    }
    QByteArray event;
    if (news.paymentDeclined)
        event = "payment_declined";
    else if (news.changedTo)
        event = QByteArray("money_") + word(*news.changedTo);
    // Calls on their way are shown by money_status, not told as events.
    const bool underWay = event.endsWith("_queued") || event.endsWith("_sent");
    if (underWay)
        event.clear();
    const auto touched = co_await m_transitions.touch(tx, *deal, event, DealActor::Provider, std::nullopt, "{}");
    if (!touched.ok())
        co_return touched.error();
    co_return ok();
}

void DealService::registerOn(jobs::Registry &registry)
{
    for (const DealClock &clock : dealClocks()) {
        if (!clock.event)
            continue;
        const QByteArray timer(clock.timer);
        registry.onTimer(
            timer, [this, timer](CallContextPtr context, Uuid deal, Timestamp) { return clockEnded(context, deal, timer); });
    }
    registry.onEvent("deal.car_taken", "deals.car_taken",
                     [this](CallContextPtr context, jobs::StoredEvent event) { return carTaken(context, event); });
    registry.onTimer(kReminderTimer,
                     [this](CallContextPtr context, Uuid deal, Timestamp dueAt) { return reminderDue(context, deal, dueAt); });
}

QCoro::Task<Outcome> DealService::carTaken(CallContextPtr context, jobs::StoredEvent event)
{
    const QJsonObject payload = QJsonDocument::fromJson(event.event.payload).object();
    const auto winner = DealId::fromText(QStringView(payload.value(QLatin1String("deal_id")).toString()));
    if (!winner)
        co_return ok();
    const auto others = co_await m_store.unpaidOfCar(context, *winner);
    if (!others.ok())
        co_return others.error();
    for (const DealId &id : *others) {
        const auto tx = co_await m_runtime.db.begin(context);
        if (!tx.ok())
            co_return tx.error();
        const auto deal = co_await m_store.lock(*tx, id);
        if (!deal.ok())
            co_return deal.error();
        if ((*deal)->status != DealStatus::Created)
            continue;
        const Step step = timeIsUp();
        const auto moved = co_await m_transitions.apply(*tx, *deal, step);
        if (!moved.ok())
            co_return moved.error();
        CARGO_CO_TRY(co_await tx->commit());
    }
    co_return ok();
}

QCoro::Task<Outcome> DealService::clockEnded(CallContextPtr context, Uuid id, QByteArray timer)
{
    const auto tx = co_await m_runtime.db.begin(context);
    if (!tx.ok())
        co_return tx.error();
    const auto deal = co_await m_store.lock(*tx, DealId{id});
    if (!deal.ok())
        co_return deal.code() == ErrorCode::NotFound ? ok() : Outcome(deal.error());
    for (const DealClock &clock : dealClocks()) {
        if (timer != clock.timer)
            continue;
        // The clock may have been stopped or moved since the timer was set.
        const auto dueAt = (**deal).*clock.dueAt;
        if (!dueAt || *dueAt > now())
            co_return ok();
        Step step;
        step.event = *clock.event;
        step.actor = DealActor::Clock;
        const auto moved = co_await m_transitions.apply(*tx, *deal, step);
        if (!moved.ok())
            co_return moved.error();
        co_return co_await tx->commit();
    }
    co_return ok();
}

QCoro::Task<Outcome> DealService::reminderDue(CallContextPtr context, Uuid id, Timestamp dueAt)
{
    const auto tx = co_await m_runtime.db.begin(context);
    if (!tx.ok())
        co_return tx.error();
    const auto deal = co_await m_store.lock(*tx, DealId{id});
    if (!deal.ok())
        co_return deal.code() == ErrorCode::NotFound ? ok() : Outcome(deal.error());
    CARGO_CO_TRY(co_await m_transitions.remind(*tx, *deal, dueAt));
    co_return co_await tx->commit();
}

} // namespace cargo::deals
