#pragma once

#include "server/listings/review_store.h"

namespace cargo::listings {

// The gate between a driver and the market: what he publishes or changes passes, or waits for a moderator first. What waits is
// seen by nobody else, so an edit that a rule stops takes the listing off the market until it is decided.
class ListingGate
{
public:
    explicit ListingGate(Runtime &runtime) : m_runtime(runtime), m_store(runtime) {}

    // Before a driver's step is kept: may turn its new status from published into in_review.
    QCoro::Task<Outcome> look(db::Transaction tx, std::shared_ptr<Listing> listing);
    // Afterwards, in the same transaction: into the queue, or out of it.
    QCoro::Task<Outcome> queueUp(db::Transaction tx, std::shared_ptr<Listing> listing);

    // It waits already, and for the same reasons.
    QCoro::Task<Result<bool>> waitsFor(db::Transaction tx, std::shared_ptr<Listing> listing);

private:
    Runtime &m_runtime;
    ReviewStore m_store;
};

} // namespace cargo::listings
