#pragma once

#include "server/http/router.h"
#include "server/listings/listing_service.h"

namespace cargo::listings {

// GET /l/{id}: the public page of a listing.
class ShareRoutes
{
public:
    ShareRoutes(Runtime &runtime, ListingService &service) : m_runtime(runtime), m_service(service) {}
    void registerOn(http::Router &router);

private:
    QCoro::Task<http::Response> show(http::RequestPtr request);

    Runtime &m_runtime;
    ListingService &m_service;
};

} // namespace cargo::listings
