#pragma once

#include "server/http/router.h"
#include "server/search/search_service.h"

namespace cargo::search {

// GET search, search/facets, search/suggest: open to everybody.
class SearchRoutes
{
public:
    explicit SearchRoutes(SearchService &service) : m_service(service) {}
    void registerOn(http::Router &router);

private:
    QCoro::Task<http::Response> search(http::RequestPtr request);
    QCoro::Task<http::Response> facets(http::RequestPtr request);
    QCoro::Task<http::Response> suggest(http::RequestPtr request);

    SearchService &m_service;
};

} // namespace cargo::search
