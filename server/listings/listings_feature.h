#pragma once

#include "server/listings/listing_job.h"
#include "server/listings/listing_routes.h"
#include "server/listings/moderation_routes.h"
#include "server/listings/my_listings_routes.h"
#include "server/listings/share_routes.h"

namespace cargo::listings {

// Listings as one piece for the composition root.
struct ListingsFeature
{
    ListingStore store;
    ListingService service;
    ListingRoutes routes;
    MyListingsStore myStore;
    MyListingsService myService;
    MyListingsRoutes myRoutes;
    ShareRoutes share;
    ListingJob job;
    ModerationService moderation;
    ModerationRoutes moderationRoutes;

    explicit ListingsFeature(Runtime &runtime)
        : store(runtime), service(runtime, store), routes(service), myStore(runtime), myService(runtime, store, myStore),
          myRoutes(myService), share(runtime, service), job(runtime, service), moderation(runtime, store, service),
          moderationRoutes(moderation)
    {
    }
    void registerOn(http::Router &router)
    {
        routes.registerOn(router);
        myRoutes.registerOn(router);
        share.registerOn(router);
        moderationRoutes.registerOn(router);
    }
    void registerJobs(jobs::Registry &registry) { job.registerJobs(registry); }
};

} // namespace cargo::listings
