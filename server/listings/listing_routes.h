#pragma once

#include "server/http/router.h"
#include "server/listings/listing_service.h"

namespace cargo::listings {

// Listings over HTTP. Versions travel as ETag and If-Match; errors of a form come back field by field.
class ListingRoutes
{
public:
    explicit ListingRoutes(ListingService &service) : m_service(service) {}
    void registerOn(http::Router &router);

private:
    QCoro::Task<http::Response> create(http::RequestPtr request);
    QCoro::Task<http::Response> show(http::RequestPtr request);
    QCoro::Task<http::Response> change(http::RequestPtr request);
    QCoro::Task<http::Response> duplicate(http::RequestPtr request);
    QCoro::Task<http::Response> remove(http::RequestPtr request);
    QCoro::Task<http::Response> move(http::RequestPtr request, Move move);
    QCoro::Task<http::Response> setPhotos(http::RequestPtr request);
    QCoro::Task<http::Response> mine(http::RequestPtr request);
    QCoro::Task<http::Response> ofUser(http::RequestPtr request);
    QCoro::Task<http::Response> similar(http::RequestPtr request);
    QCoro::Task<http::Response> priceHistory(http::RequestPtr request);
    QCoro::Task<http::Response> compare(http::RequestPtr request);
    QCoro::Task<http::Response> report(http::RequestPtr request);

    ListingService &m_service;
};

} // namespace cargo::listings
