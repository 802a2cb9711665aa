#pragma once

#include "server/favourites/favourite_routes.h"

namespace cargo::favourites {

// Favourites as one piece for the composition root.
struct FavouritesFeature
{
    FavouriteStore store;
    FavouriteRoutes routes;

    explicit FavouritesFeature(Runtime &runtime) : store(runtime), routes(runtime, store) {}
    void registerOn(http::Router &router) { routes.registerOn(router); }
};

} // namespace cargo::favourites
