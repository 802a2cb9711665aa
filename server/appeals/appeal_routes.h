#pragma once

#include "server/appeals/appeal_service.h"
#include "server/http/router.h"

namespace cargo::appeals {

// me/decisions and their appeals; admin/appeals/{id}, admin/queues/appeals/{id}/decide, admin/reason-codes.
class AppealRoutes
{
public:
    explicit AppealRoutes(AppealService &service) : m_service(service) {}
    void registerOn(http::Router &router);

private:
    QCoro::Task<http::Response> mine(http::RequestPtr request);
    QCoro::Task<http::Response> decision(http::RequestPtr request);
    QCoro::Task<http::Response> appeal(http::RequestPtr request);
    QCoro::Task<http::Response> show(http::RequestPtr request);
    QCoro::Task<http::Response> decide(http::RequestPtr request);
    static QCoro::Task<http::Response> reasonCodes(http::RequestPtr request);

    AppealService &m_service;
};

// Decisions and appeals as one piece for the composition root.
struct AppealsFeature
{
    AppealService service;
    AppealRoutes routes;

    explicit AppealsFeature(Runtime &runtime) : service(runtime), routes(service) {}
    void registerOn(http::Router &router) { routes.registerOn(router); }
};

} // namespace cargo::appeals
