#pragma once

#include "server/http/router.h"
#include "server/reports/report_service.h"

namespace cargo::reports {

// POST messages/{id}/report, GET admin/queues/reports, POST admin/queues/reports/{id}/decide. Listings and users are reported
// beside their own routes, whose features know who may see them.
class ReportRoutes
{
public:
    explicit ReportRoutes(ReportService &service) : m_service(service) {}
    void registerOn(http::Router &router);

private:
    QCoro::Task<http::Response> message(http::RequestPtr request);
    QCoro::Task<http::Response> queue(http::RequestPtr request);
    QCoro::Task<http::Response> decide(http::RequestPtr request);

    ReportService &m_service;
};

// Reports as one piece for the composition root.
struct ReportsFeature
{
    ReportService service;
    ReportRoutes routes;

    explicit ReportsFeature(Runtime &runtime) : service(runtime), routes(service) {}
    void registerOn(http::Router &router) { routes.registerOn(router); }
};

} // namespace cargo::reports
