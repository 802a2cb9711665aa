#pragma once

#include "server/core/runtime.h"
#include "server/listings/listing.h"

namespace cargo::listings {

// GET listings/{id} in one read: finished text and what decides who may see it.
struct ListingPage
{
    QByteArray json; // the whole answer
    QByteArray etag; // with quotes; changes with the listing, its driver's card and the favourite
    listing::Status status = listing::Status::Draft;
    bool wasPublished = false;
    UserId driver;
};

// What other features need of a listing.
struct ListingFacts
{
    ListingId id;
    UserId driver;
    listing::Status status = listing::Status::Draft;
    bool wasPublished = false;
    Money price;
    int deliveryEtaDays = 0;
    QByteArray snapshot; // the card as JSON
};

// Finished cards, and the id to go on from.
struct CardList
{
    QByteArray items; // a JSON array
    std::optional<Uuid> next;
};

// The driver who writes, with what decides whether he may.
struct DriverAccount
{
    QByteArray card;
    int kycTier = 0;
    bool active = false;
    Locale locale = Locale::Ru;
};

// SQL of listings, their photos and prices.
class ListingStore
{
public:
    explicit ListingStore(Runtime &runtime) : m_runtime(runtime) {}

    QCoro::Task<Result<ListingPage>> page(CallContextPtr context, ListingId id, std::optional<UserId> reader);
    QCoro::Task<Result<ListingFacts>> facts(CallContextPtr context, ListingId id);
    QCoro::Task<Result<CardList>> ofDriver(CallContextPtr context, UserId driver, QByteArray status, std::optional<Uuid> after,
                                           int limit);
    QCoro::Task<Result<CardList>> publishedOf(CallContextPtr context, UserId driver, std::optional<UserId> reader,
                                              std::optional<Uuid> after, int limit, std::optional<ListingId> except);
    QCoro::Task<Result<bool>> isUser(CallContextPtr context, UserId user);
    // Each with {"reason":{"code","price_difference_percent"}}.
    QCoro::Task<Result<CardList>> similar(CallContextPtr context, ListingId id, std::optional<UserId> reader, int limit);

    QCoro::Task<Result<DriverAccount>> account(db::Transaction tx, UserId user);
    // With its photos, locked until the transaction ends. Error NotFound.
    QCoro::Task<Result<std::shared_ptr<Listing>>> lock(db::Transaction tx, ListingId id);
    // The owner's media in the order of `ids`. Error UnknownValue (field "photos") when one is not his.
    QCoro::Task<Result<std::vector<api::MediaDto>>> ownMedia(db::Transaction tx, UserId owner, std::vector<MediaId> ids);
    QCoro::Task<Outcome> insert(db::Transaction tx, std::shared_ptr<const Listing> listing);
    // True when it is new; false when the driver has a listing of this external id already. It has no photos.
    QCoro::Task<Result<bool>> insertImported(db::Transaction tx, std::shared_ptr<const Listing> listing, QByteArray externalId);
    // Writes everything but the photos, with version + 1; `listing` carries the version that it was read with, and has the
    // new one afterwards.
    QCoro::Task<Outcome> save(db::Transaction tx, std::shared_ptr<Listing> listing);
    // Writes the change from `before` to the listing's price, with the version that save() will give. Answers the lowest price
    // in the same currency that stood in the thirty days before.
    QCoro::Task<Result<Money>> recordPrice(db::Transaction tx, std::shared_ptr<const Listing> listing, Money before);
    QCoro::Task<Result<api::PriceHistoryDto>> priceHistory(CallContextPtr context, ListingId id);
    QCoro::Task<Outcome> replacePhotos(db::Transaction tx, ListingId id, std::vector<MediaId> photos);
    QCoro::Task<Result<bool>> isInPaidDeal(db::Transaction tx, ListingId id);
    // What the driver has that is neither archived nor blocked, oldest first, locked.
    QCoro::Task<Result<std::vector<ListingId>>> lockOnMarket(db::Transaction tx, UserId driver, bool publishedOnly, int limit);
    // True when the row is gone; false when something refers to it.
    QCoro::Task<Result<bool>> removeDraft(db::Transaction tx, ListingId id);

private:
    Runtime &m_runtime;
};

} // namespace cargo::listings
