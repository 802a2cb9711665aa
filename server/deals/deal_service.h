#pragma once

#include "server/agreements/agreement_service.h"
#include "server/core/answer.h"
#include "server/deals/road_store.h"
#include "server/deals/transition_service.h"
#include "server/jobs/registry.h"

namespace cargo::deals {

// What the two sides may do with a deal. It checks who asks, reads what they bring, and lets TransitionService move the deal.
// A deal that is not the caller's does not exist for him.
class DealService final : public payments::EscrowListener
{
public:
    DealService(Runtime &runtime, DealStore &store, RoadStore &road, TransitionService &transitions,
                payments::PaymentService &payments)
        : m_runtime(runtime), m_store(store), m_road(road), m_transitions(transitions), m_payments(payments),
          m_agreements(runtime)
    {
    }
    void registerOn(jobs::Registry &registry);

    // Errors: Forbidden (not a buyer), NotFound, ListingUnavailable (also when the driver has not signed what he must),
    // OwnListing, CurrencyMismatch, KycRequired, AgreementRequired (the buyer), ProviderLimit.
    QCoro::Task<Result<Answer>> create(CallContextPtr context, api::CreateDealBody body);
    QCoro::Task<Result<api::DealDto>> get(CallContextPtr context, DealId id);
    struct DealPage
    {
        std::vector<api::DealDto> items;
        std::optional<Uuid> next;
    };
    QCoro::Task<Result<DealPage>> list(CallContextPtr context, QByteArray statuses, std::optional<Uuid> before, int limit);
    struct TimelinePage
    {
        std::vector<api::DealEventDto> items;
        std::optional<qint64> next;
    };
    QCoro::Task<Result<TimelinePage>> timeline(CallContextPtr context, DealId id, qint64 afterSeq, int limit);
    QCoro::Task<Result<std::vector<api::PaymentDto>>> payments(CallContextPtr context, DealId id);

    QCoro::Task<Result<Answer>> pay(CallContextPtr context, DealId id, api::PayDealBody body);
    // The buyer, or the driver with the buyer's code or QR code. Errors besides: WrongCode (detail: tries left), RateLimited
    // with the fifth wrong one (detail: until when).
    QCoro::Task<Result<Answer>> confirm(CallContextPtr context, DealId id, api::DealNoteBody body);
    QCoro::Task<Result<Answer>> cancel(CallContextPtr context, DealId id, api::DealNoteBody body);
    QCoro::Task<Result<Answer>> release(CallContextPtr context, DealId id, api::DealNoteBody body);

    QCoro::Task<Result<Answer>> proposeAmendment(CallContextPtr context, DealId id, api::AmendmentBody body);
    QCoro::Task<Result<Answer>> answerAmendment(CallContextPtr context, DealId id, AmendmentId amendment, bool accept);

    QCoro::Task<Outcome> moneyChanged(db::Transaction tx, payments::MoneyNews news) override;

    // For acts: the deal as its sides and staff may see it; a look of staff is on record before. NotFound for everybody else.
    QCoro::Task<Result<DealPtr>> visible(CallContextPtr context, DealId id);
    // For the console, of a deal that is visible: how many links its chain has, and how many of them hold from the first on.
    struct ChainState
    {
        size_t links = 0;
        size_t intact = 0;
    };
    QCoro::Task<Result<ChainState>> chainState(CallContextPtr context, DealId id);
    QCoro::Task<Result<std::vector<api::DealEventDto>>> timelineOf(CallContextPtr context, DealId id, int limit)
    {
        return m_store.timeline(std::move(context), id, 0, limit);
    }
    // For the way, disputes and reviews: the deal under its lock, with the caller's side. NotFound for everybody else.
    struct Mine
    {
        db::Transaction tx;
        DealPtr deal;
        DealActor side = DealActor::Buyer;
        UserId user;
    };
    QCoro::Task<Result<Mine>> lockMine(CallContextPtr context, DealId id);
    // Remembers the answer for the idempotency key and commits.
    QCoro::Task<Result<Answer>> finish(db::Transaction tx, Answer answer);
    QCoro::Task<Result<DealPtr>> lock(db::Transaction tx, DealId id) { return m_store.lock(std::move(tx), id); }
    QCoro::Task<Result<std::vector<Photo>>> photosOf(db::Transaction tx, UserId owner, std::vector<MediaId> ids);
    TransitionService &transitions() { return m_transitions; }
    Timestamp now() const { return m_runtime.clock.now(); }

private:
    QCoro::Task<Result<Answer>> simple(CallContextPtr context, DealId id, DealEvent event, api::DealNoteBody body);
    QCoro::Task<Result<Answer>> wrongCode(db::Transaction tx, DealPtr deal, UserId driver);
    // Deals about the same car that wait for their money end at once.
    QCoro::Task<Outcome> carTaken(CallContextPtr context, jobs::StoredEvent event);
    QCoro::Task<Outcome> clockEnded(CallContextPtr context, Uuid deal, QByteArray timer);
    QCoro::Task<Outcome> reminderDue(CallContextPtr context, Uuid deal, Timestamp dueAt);

    Runtime &m_runtime;
    DealStore &m_store;
    RoadStore &m_road;
    TransitionService &m_transitions;
    payments::PaymentService &m_payments;
    agreements::AgreementService m_agreements;
};

} // namespace cargo::deals
