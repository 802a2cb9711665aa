#pragma once

#include "server/http/router.h"
#include "server/search/saved_search_service.h"

namespace cargo::search {

class SavedSearchRoutes
{
public:
    explicit SavedSearchRoutes(SavedSearchService &service) : m_service(service) {}
    void registerOn(http::Router &router);

private:
    QCoro::Task<http::Response> list(http::RequestPtr request);
    QCoro::Task<http::Response> save(http::RequestPtr request);
    QCoro::Task<http::Response> change(http::RequestPtr request);
    QCoro::Task<http::Response> remove(http::RequestPtr request);

    SavedSearchService &m_service;
};

} // namespace cargo::search
