#pragma once

#include "server/favourites/favourite_store.h"
#include "server/jobs/registry.h"

namespace cargo::favourites {

// Tells those who keep a car what became of it: its price fell (once a fall), it was sold, it was taken off. And forgets
// what the owners of closed accounts kept.
class FavouriteJob
{
public:
    FavouriteJob(Runtime &runtime, FavouriteStore &store) : m_runtime(runtime), m_store(store) {}
    void registerJobs(jobs::Registry &registry);

private:
    // "listing.price_dropped" and "listing.gone" of listings, {"listing_id","at",…}. With "after": those behind this user.
    QCoro::Task<Outcome> tell(CallContextPtr context, jobs::StoredEvent event);

    Runtime &m_runtime;
    FavouriteStore &m_store;
};

} // namespace cargo::favourites
