#pragma once

#include "server/exports/export_service.h"
#include "server/http/router.h"

namespace cargo::exports {

// GET and POST me/export, GET me/export/archive, GET me/export/{id}/archive.
class ExportRoutes
{
public:
    explicit ExportRoutes(ExportService &service) : m_service(service) {}
    void registerOn(http::Router &router);

private:
    QCoro::Task<http::Response> order(http::RequestPtr request);
    QCoro::Task<http::Response> everything(http::RequestPtr request);
    QCoro::Task<http::Response> state(http::RequestPtr request);
    QCoro::Task<http::Response> archive(http::RequestPtr request);

    ExportService &m_service;
};

// Exports as one piece for the composition root.
struct ExportsFeature
{
    ExportService service;
    ExportRoutes routes;

    ExportsFeature(Runtime &runtime, users::UserService &users, files::FileProvider &files)
        : service(runtime, users, files), routes(service)
    {
    }
    void registerOn(http::Router &router) { routes.registerOn(router); }
    void registerJobs(jobs::Registry &registry) { service.registerJobs(registry); }
};

} // namespace cargo::exports
