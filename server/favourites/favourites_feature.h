#pragma once

#include "server/favourites/favourite_job.h"
#include "server/favourites/favourite_routes.h"

namespace cargo::favourites {

// Favourites as one piece for the composition root.
struct FavouritesFeature
{
    FavouriteStore store;
    FavouriteRoutes routes;
    FavouriteJob job;

    explicit FavouritesFeature(Runtime &runtime) : store(runtime), routes(runtime, store), job(runtime, store) {}
    void registerOn(http::Router &router) { routes.registerOn(router); }
    void registerJobs(jobs::Registry &registry) { job.registerJobs(registry); }
};

} // namespace cargo::favourites
