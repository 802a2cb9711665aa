#pragma once

#include "server/listings/listing_routes.h"

namespace cargo::listings {

// Listings as one piece for the composition root.
struct ListingsFeature
{
    ListingStore store;
    ListingService service;
    ListingRoutes routes;

    explicit ListingsFeature(Runtime &runtime) : store(runtime), service(runtime, store), routes(service) {}
    void registerOn(http::Router &router) { routes.registerOn(router); }
};

} // namespace cargo::listings
