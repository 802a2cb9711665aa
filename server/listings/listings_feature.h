#pragma once

#include "server/listings/listing_job.h"
#include "server/listings/listing_routes.h"
#include "server/listings/moderation_routes.h"
#include "server/listings/share_routes.h"

namespace cargo::listings {

// Listings as one piece for the composition root.
struct ListingsFeature
{
    ListingStore store;
    ListingService service;
    ListingRoutes routes;
    ShareRoutes share;
    ListingJob job;
    ModerationService moderation;
    ModerationRoutes moderationRoutes;

    explicit ListingsFeature(Runtime &runtime)
        : store(runtime), service(runtime, store), routes(service), share(runtime, service), job(runtime, service),
          moderation(runtime, store, service), moderationRoutes(moderation)
    {
    }
    void registerOn(http::Router &router)
    {
        routes.registerOn(router);
        share.registerOn(router);
        moderationRoutes.registerOn(router);
    }
    void registerJobs(jobs::Registry &registry) { job.registerJobs(registry); }
};

} // namespace cargo::listings
