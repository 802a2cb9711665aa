#pragma once

#include "server/agreements/agreement_service.h"
#include "server/jobs/outbox.h"
#include "server/listings/listing_gate.h"
#include "server/listings/listing_store.h"

namespace cargo::listings {

// What a driver may do to a listing besides changing its text.
enum class Move { Publish, Pause, Archive };

// What a deal does to the car it is about. Taken: paid for, off the market. Free: the deal was cancelled, back to where it was.
// Kept: the money went back with the car on its way, so the driver decides. Sold: archived.
enum class CarFate { Taken, Free, Kept, Sold };

// The answer of a write: the listing as its driver sees it.
struct ListingAnswer
{
    QByteArray json;
    QByteArray etag;
};

// Decides who may write and see listings. Every change raises the version, renders the card anew and writes the outbox
// topic "listing.changed" in the same transaction; its payload is {"id": uuid} for one listing, or {"ids": [uuid, …]} for
// a batch of an import. Readers look the listings up: one that is not published any more leaves the index. Two more topics
// are for those who keep a car: "listing.price_dropped" {"listing_id","from","to","at"} and "listing.gone"
// {"listing_id","why":"sold"|"taken_off","at"}.
class ListingService
{
public:
    ListingService(Runtime &runtime, ListingStore &store)
        : m_runtime(runtime), m_store(store), m_gate(runtime), m_reviews(runtime), m_agreements(runtime)
    {
    }

    // For other features. Errors: NotFound, also for what the caller may not see.
    QCoro::Task<Result<ListingFacts>> find(CallContextPtr context, ListingId id);

    QCoro::Task<Result<ListingPage>> show(CallContextPtr context, ListingId id);
    QCoro::Task<Result<ListingAnswer>> create(CallContextPtr context, api::ListingInputDto body);
    // A draft with what the driver's own listing says, without its VIN: that is of one car. StateConflict: it is blocked.
    QCoro::Task<Result<ListingAnswer>> duplicate(CallContextPtr context, ListingId id);
    // Every problem of the patched whole comes back in `problems`; the error is then ValidationFailed.
    QCoro::Task<Result<ListingAnswer>> change(CallContextPtr context, ListingId id, qint64 version, api::ListingPatchDto patch,
                                              std::shared_ptr<std::vector<Error>> problems);
    QCoro::Task<Result<ListingAnswer>> setPhotos(CallContextPtr context, ListingId id, std::optional<qint64> version,
                                                 std::vector<MediaId> photos);
    // A moderator has moved it: keeps it and tells the outbox.
    QCoro::Task<Outcome> moved(db::Transaction tx, std::shared_ptr<Listing> listing);
    // In the transaction of the deal's move, after the deal's lock.
    QCoro::Task<Outcome> settle(db::Transaction tx, ListingId id, DealId deal, CarFate fate);
    // Takes the listings of somebody who has left (archived), or who may not sell for now (paused), off the market, a batch
    // at a time. True: there may be more.
    QCoro::Task<Result<bool>> takeOff(CallContextPtr context, UserId driver, Move move);
    // A contact was read in one of its photos: off the market, before a moderator, unless one has approved it as it is.
    QCoro::Task<Outcome> stopAtGate(CallContextPtr context, ListingId id);
    // The same move twice changes nothing. StateConflict besides: a paid deal has the car. To publish also KycRequired, and
    // AgreementRequired when the driver has not signed what he must.
    QCoro::Task<Result<ListingAnswer>> move(CallContextPtr context, ListingId id, std::optional<qint64> version, Move move);
    // A draft that nobody saw is removed; everything else is archived, because others may refer to it.
    QCoro::Task<Outcome> remove(CallContextPtr context, ListingId id, std::optional<qint64> version);

    QCoro::Task<Result<CardList>> mine(CallContextPtr context, QByteArray status, std::optional<Uuid> after, int limit);
    // Error: NotFound (no such user).
    // `except`: the car beside whose page they stand.
    QCoro::Task<Result<CardList>> ofUser(CallContextPtr context, UserId user, std::optional<Uuid> after, int limit,
                                         std::optional<ListingId> except);
    QCoro::Task<Result<CardList>> similar(CallContextPtr context, ListingId id, int limit);
    // What it cost since it was published first. Empty for what never was.
    QCoro::Task<Result<api::PriceHistoryDto>> priceHistory(CallContextPtr context, ListingId id);
    // {"items":[listings],"rows":[…],"missing":[ids]}: those that are not on the market are only named. Error
    // ListingUnavailable: fewer than two are left.
    QCoro::Task<Result<QByteArray>> compare(CallContextPtr context, std::vector<ListingId> ids);
    QCoro::Task<Outcome> report(CallContextPtr context, ListingId id, api::ListingReportDto report);

private:
    // The caller's own listing, locked. Errors: NotFound (not his), VersionMismatch.
    QCoro::Task<Result<std::shared_ptr<Listing>>> lockOwn(db::Transaction tx, ListingId id, std::optional<qint64> version);
    // Saves and tells the outbox. `isSold`: by this change.
    QCoro::Task<Outcome> keep(db::Transaction tx, std::shared_ptr<Listing> listing, bool isNew, bool isSold = false);
    // The history of its price, and whether it fell.
    QCoro::Task<Outcome> notePrice(db::Transaction tx, std::shared_ptr<Listing> listing);
    QCoro::Task<Outcome> tellWhenGone(db::Transaction tx, std::shared_ptr<const Listing> listing, bool isSold);
    // keep(), stores the answer for the idempotency key, commits.
    QCoro::Task<Result<ListingAnswer>> finish(db::Transaction tx, std::shared_ptr<Listing> listing, int status, bool isNew);
    Outcome checkContent(const api::ListingInputDto &data) const;

    Runtime &m_runtime;
    ListingStore &m_store;
    ListingGate m_gate;
    ReviewStore m_reviews;
    agreements::AgreementService m_agreements;
};

} // namespace cargo::listings
