#pragma once

#include "server/core/runtime.h"
#include "server/deals/deal.h"

namespace cargo::deals {

// What a deal needs of the listing it is made from.
struct DealListing
{
    ListingId id;
    UserId driver;
    QString status;
    Currency currency;
    QByteArray snapshot;
    bool driverActive = false;
    qint64 version = 0;
};

// What a quote needs of it.
struct QuoteListing
{
    Money price;
    int deliveryEtaDays = 0;
    bool available = false; // a deal could be made now, or it is the caller's own and he wants to know
};

struct DealBuyer
{
    int kycTier = 0;
    bool active = false;
};

struct NewEvent
{
    Uuid id;
    DealId deal;
    QByteArray event;
    DealActor actor = DealActor::Clock;
    std::optional<UserId> actorId;
    std::optional<DealStatus> from;
    DealStatus to = DealStatus::Created;
    QByteArray details = "{}";
    std::optional<Uuid> checkpoint;
    Timestamp at;
};

// SQL of deals. Every write of a deal carries the state and version that it expects.
class DealStore
{
public:
    explicit DealStore(Runtime &runtime) : m_db(runtime.db) {}

    QCoro::Task<Result<std::optional<DealListing>>> listingForDeal(db::Transaction tx, ListingId listing);
    // nullopt: nobody may see it.
    QCoro::Task<Result<std::optional<QuoteListing>>> listingForQuote(CallContextPtr context, ListingId listing);
    // Locks the car, after its deal. False: another deal about it has its money.
    QCoro::Task<Result<bool>> lockCar(db::Transaction tx, ListingId car, DealId deal);
    // The other deals about its car that wait for their money.
    QCoro::Task<Result<std::vector<DealId>>> unpaidOfCar(CallContextPtr context, DealId deal);
    QCoro::Task<Result<DealBuyer>> buyer(db::Transaction tx, UserId user);
    // Of this buyer and listing; made when there is none.
    QCoro::Task<Result<ConversationId>> conversation(db::Transaction tx, ListingId listing, UserId buyer, UserId driver,
                                                     Timestamp now);
    QCoro::Task<Outcome> insert(db::Transaction tx, DealPtr deal);

    QCoro::Task<Result<DealPtr>> find(CallContextPtr context, DealId id); // NotFound
    QCoro::Task<Result<DealPtr>> lock(db::Transaction tx, DealId id);     // NotFound
    // Reads again inside the transaction, after payments have changed the money.
    QCoro::Task<Result<DealPtr>> reload(db::Transaction tx, DealId id);
    // Writes the row if it still has this status and version, and counts the version up. Error StateConflict otherwise.
    QCoro::Task<Outcome> update(db::Transaction tx, DealPtr deal, DealStatus expectedStatus);
    QCoro::Task<Result<std::vector<DealPtr>>> list(CallContextPtr context, UserId user, QByteArray statuses,
                                                   std::optional<Uuid> before, int limit);

    QCoro::Task<Outcome> insertEvent(db::Transaction tx, NewEvent event);
    QCoro::Task<Result<std::vector<api::DealEventDto>>> timeline(CallContextPtr context, DealId deal, qint64 afterSeq, int limit);

    QCoro::Task<Result<std::optional<QByteArray>>> storedAct(CallContextPtr context, DealId deal, qint64 version);
    // Answers what stands there afterwards: of two who hand out the same version, the first one's.
    QCoro::Task<Result<QByteArray>> keepAct(CallContextPtr context, DealId deal, qint64 version, QByteArray act, Timestamp now);

    QCoro::Task<Outcome> insertAmendment(db::Transaction tx, DealId deal, api::AmendmentDto amendment);
    QCoro::Task<Result<std::optional<api::AmendmentDto>>> amendment(db::Transaction tx, DealId deal, AmendmentId id);
    QCoro::Task<Outcome> closeAmendment(db::Transaction tx, AmendmentId id, QByteArray status, Timestamp now);

private:
    db::Database &m_db;
};

} // namespace cargo::deals
