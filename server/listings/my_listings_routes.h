#pragma once

#include "server/http/router.h"
#include "server/listings/my_listings_service.h"

namespace cargo::listings {

// me/listings/{id}/stats and me/imports.
class MyListingsRoutes
{
public:
    explicit MyListingsRoutes(MyListingsService &service) : m_service(service) {}
    void registerOn(http::Router &router);

private:
    QCoro::Task<http::Response> numbers(http::RequestPtr request);
    QCoro::Task<http::Response> import(http::RequestPtr request);
    QCoro::Task<http::Response> report(http::RequestPtr request);
    MyListingsService &m_service;
};

} // namespace cargo::listings
