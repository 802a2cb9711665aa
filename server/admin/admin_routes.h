#pragma once

#include "server/admin/admin_store.h"
#include "server/http/router.h"

namespace cargo::admin {

// Figures, queues and the audit, for staff. There is nothing to decide, so no service stands between.
class AdminRoutes
{
public:
    explicit AdminRoutes(AdminStore &store) : m_store(store) {}
    void registerOn(http::Router &router);

private:
    QCoro::Task<http::Response> stats(http::RequestPtr request);
    QCoro::Task<http::Response> queues(http::RequestPtr request);
    QCoro::Task<http::Response> audit(http::RequestPtr request);

    AdminStore &m_store;
};

// The console's overview as one piece for the composition root.
struct AdminFeature
{
    AdminStore store;
    AdminRoutes routes;

    explicit AdminFeature(Runtime &runtime) : store(runtime), routes(store) {}
    void registerOn(http::Router &router) { routes.registerOn(router); }
};

} // namespace cargo::admin
