#pragma once

#include "server/http/router.h"
#include "server/listings/moderation_service.h"

namespace cargo::listings {

// GET admin/listings/{id}/review, POST admin/queues/{listings,edits}/{id}/decide.
class ModerationRoutes
{
public:
    explicit ModerationRoutes(ModerationService &service) : m_service(service) {}
    void registerOn(http::Router &router);

private:
    QCoro::Task<http::Response> review(http::RequestPtr request);
    QCoro::Task<http::Response> decide(http::RequestPtr request, const char *queue);

    ModerationService &m_service;
};

} // namespace cargo::listings
