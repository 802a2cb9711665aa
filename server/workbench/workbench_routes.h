#pragma once

#include "server/http/router.h"
#include "server/workbench/workbench_service.h"

namespace cargo::workbench {

// admin/notes, admin/staff, admin/macros, admin/views.
class WorkbenchRoutes
{
public:
    explicit WorkbenchRoutes(WorkbenchService &service) : m_service(service) {}
    void registerOn(http::Router &router);

private:
    QCoro::Task<http::Response> notes(http::RequestPtr request);
    QCoro::Task<http::Response> note(http::RequestPtr request);
    QCoro::Task<http::Response> staff(http::RequestPtr request);
    QCoro::Task<http::Response> macros(http::RequestPtr request);
    QCoro::Task<http::Response> makeMacro(http::RequestPtr request);
    QCoro::Task<http::Response> changeMacro(http::RequestPtr request);
    QCoro::Task<http::Response> removeMacro(http::RequestPtr request);
    QCoro::Task<http::Response> views(http::RequestPtr request);
    QCoro::Task<http::Response> putViews(http::RequestPtr request);

    WorkbenchService &m_service;
};

// The workbench as one piece for the composition root.
struct WorkbenchFeature
{
    WorkbenchService service;
    WorkbenchRoutes routes;

    explicit WorkbenchFeature(Runtime &runtime) : service(runtime), routes(service) {}
    void registerOn(http::Router &router) { routes.registerOn(router); }
};

} // namespace cargo::workbench
