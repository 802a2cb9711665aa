#pragma once

#include "server/favourites/favourite_routes.h"
#include "server/jobs/registry.h"

namespace cargo::favourites {

// Favourites as one piece for the composition root.
struct FavouritesFeature
{
    FavouriteStore store;
    FavouriteRoutes routes;

    explicit FavouritesFeature(Runtime &runtime) : store(runtime), routes(runtime, store) {}
    void registerOn(http::Router &router) { routes.registerOn(router); }
    // What somebody kept is his alone: it goes with his account.
    void registerJobs(jobs::Registry &registry)
    {
        registry.onEvent("user.closed", "favourites.drop",
                         [this](CallContextPtr context, jobs::StoredEvent event) { return store.dropAllOf(context, event); });
    }
};

} // namespace cargo::favourites
