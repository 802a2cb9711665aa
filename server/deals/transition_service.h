#pragma once

#include "server/deals/deal_store.h"
#include "server/payments/payment_service.h"

namespace cargo::deals {

// One move of a deal as somebody wants it. `change` sets the columns that come with it and may not fail.
struct Step
{
    DealEvent event = DealEvent::Create;
    DealActor actor = DealActor::Clock;
    std::optional<UserId> actorId;
    QByteArray details = "{}"; // for timeline and audit, without personal data
    std::optional<Uuid> checkpoint;
    std::function<void(Deal &)> change;
};

// What deals tell of people: a deal came to its good end. Called in the transaction of the end.
class DealRecord
{
public:
    virtual ~DealRecord() = default;
    virtual QCoro::Task<Outcome> recordDealDone(db::Transaction tx, UserId user) = 0;
};

// What becomes of the car that a deal is about, told in the transaction of the move, after the deal's lock.
class CarBook
{
public:
    virtual ~CarBook() = default;
    virtual QCoro::Task<Outcome> carTaken(db::Transaction tx, ListingId car, DealId deal) = 0;
    // The deal was cancelled: the car is for sale again.
    virtual QCoro::Task<Outcome> carFree(db::Transaction tx, ListingId car, DealId deal) = 0;
    // The money went back; what becomes of the car is the driver's business.
    virtual QCoro::Task<Outcome> carKept(db::Transaction tx, ListingId car, DealId deal) = 0;
    virtual QCoro::Task<Outcome> carSold(db::Transaction tx, ListingId car, DealId deal) = 0;
};

// The one place where a deal moves. A move is a guarded update, a line of the timeline, an audit entry, the order to payments,
// clocks, and the rows that tell everybody: in the caller's transaction, under the deal's lock, along the one table in
// shared/domain/deal. Nobody else writes a deal's status.
class TransitionService
{
public:
    TransitionService(Runtime &runtime, DealStore &store, payments::EscrowService &escrow)
        : m_runtime(runtime), m_store(store), m_escrow(escrow)
    {
    }

    void setRecord(DealRecord *record) { m_record = record; }
    void setCarBook(CarBook *cars) { m_cars = cars; }

    // Errors: StateConflict (detail = the status now), Forbidden (not this side, not under these facts).
    QCoro::Task<Result<DealPtr>> apply(db::Transaction tx, DealPtr deal, Step step);
    // The first line of a deal's life: the row is written, all else happens as in apply().
    QCoro::Task<Result<DealPtr>> begin(db::Transaction tx, DealPtr deal, UserId buyer);
    // Something beside the state changed (money, evidence, a review): timeline line when `event` is not empty, new version,
    // everybody told.
    QCoro::Task<Result<DealPtr>> touch(db::Transaction tx, DealPtr deal, QByteArray event, DealActor actor,
                                       std::optional<UserId> actorId, QByteArray details);
    // What the move would do to the money, booking by booking, by the same checks; nothing is changed.
    QCoro::Task<Result<std::vector<payments::PlannedEntry>>> planMoney(db::Transaction tx, DealPtr deal, Step step);
    // Reminders that are due now, and the clock of the next one.
    QCoro::Task<Outcome> remind(db::Transaction tx, DealPtr deal, Timestamp dueAt);

    Timestamp now() const { return m_runtime.clock.now(); }

private:
    void setClocks(Deal &deal, DealEvent event, DealStatus from) const;
    QCoro::Task<Outcome> orderMoney(db::Transaction tx, DealPtr deal, DealEvent event);
    QCoro::Task<Outcome> settleCar(db::Transaction tx, DealPtr deal, DealStatus from);
    QCoro::Task<Outcome> setTimers(db::Transaction tx, Deal before, DealPtr deal);
    QCoro::Task<Outcome> tell(db::Transaction tx, DealPtr deal, QByteArray event, DealActor actor, Uuid eventId);
    QCoro::Task<Outcome> notify(db::Transaction tx, DealPtr deal, QByteArray kind, std::vector<UserId> users, QByteArray dedupe,
                                QByteArray extraFields);

    Runtime &m_runtime;
    DealStore &m_store;
    payments::EscrowService &m_escrow;
    DealRecord *m_record = nullptr;
    CarBook *m_cars = nullptr;
};

} // namespace cargo::deals
