#pragma once

#include "server/admin/admin_store.h"
#include "server/http/router.h"

namespace cargo::admin {

// Figures, queues, who works on what, and the audit, for staff. Nothing is decided here: the features do that.
class AdminRoutes
{
public:
    AdminRoutes(Runtime &runtime, AdminStore &store) : m_runtime(runtime), m_store(store) {}
    void registerOn(http::Router &router);

private:
    QCoro::Task<http::Response> stats(http::RequestPtr request);
    QCoro::Task<http::Response> queues(http::RequestPtr request);
    QCoro::Task<http::Response> audit(http::RequestPtr request);
    QCoro::Task<http::Response> claim(http::RequestPtr request);
    QCoro::Task<http::Response> release(http::RequestPtr request);
    struct Case
    {
        QByteArray queue;
        Uuid item;
        db::Transaction tx;
    };
    QCoro::Task<Result<Case>> openCase(http::RequestPtr request);

    Runtime &m_runtime;
    AdminStore &m_store;
};

// The console's overview as one piece for the composition root.
struct AdminFeature
{
    AdminStore store;
    AdminRoutes routes;

    explicit AdminFeature(Runtime &runtime) : store(runtime), routes(runtime, store) {}
    void registerOn(http::Router &router) { routes.registerOn(router); }
};

} // namespace cargo::admin
