#pragma once

#include "server/favourites/favourite_store.h"
#include "server/http/router.h"

namespace cargo::favourites {

// A person's kept listings. There is nothing to decide beyond what one statement decides, so no service stands between.
class FavouriteRoutes
{
public:
    FavouriteRoutes(Runtime &runtime, FavouriteStore &store) : m_runtime(runtime), m_store(store) {}
    void registerOn(http::Router &router);

private:
    QCoro::Task<http::Response> list(http::RequestPtr request);
    QCoro::Task<http::Response> keep(http::RequestPtr request);
    QCoro::Task<http::Response> drop(http::RequestPtr request);

    Runtime &m_runtime;
    FavouriteStore &m_store;
};

} // namespace cargo::favourites
