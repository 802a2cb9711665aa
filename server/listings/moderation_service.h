#pragma once

#include "server/core/answer.h"
#include "server/listings/listing_service.h"
#include "server/listings/review_store.h"
#include "shared/api/moderation_dto.h"

namespace cargo::listings {

// Listings and edits that wait for a moderator: what he needs to see, and what he decides.
class ModerationService
{
public:
    ModerationService(Runtime &runtime, ListingStore &store, ListingService &listings)
        : m_runtime(runtime), m_listings(listings), m_store(store), m_reviews(runtime)
    {
    }

    // The case as a JSON object, also when it is decided. Error NotFound.
    QCoro::Task<Result<QByteArray>> review(CallContextPtr context, ListingId id);
    // 200 with {id, status, version, decision_id}. Errors: NotFound, StateConflict (it waits no more, or in another queue;
    // "claimed"), VersionMismatch, UnknownValue (reason_code).
    QCoro::Task<Result<Answer>> decide(CallContextPtr context, QByteArray queue, ListingId id, api::ListingDecisionDto decision);
    // An appeal was right: what was blocked is back, and what was to be changed may be published as it is.
    QCoro::Task<Outcome> reinstate(db::Transaction tx, ListingId id);

private:
    QCoro::Task<Result<ReviewEnd>> speak(db::Transaction tx, std::shared_ptr<const Listing> listing,
                                         api::ListingDecisionDto decision, Locale locale);
    QCoro::Task<Outcome> tell(db::Transaction tx, std::shared_ptr<const Listing> listing, ReviewEnd end);

    Runtime &m_runtime;
    ListingService &m_listings;
    ListingStore &m_store;
    ReviewStore m_reviews;
};

} // namespace cargo::listings
