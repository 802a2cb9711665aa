#pragma once

#include "server/closures/closure_service.h"
#include "server/http/router.h"

namespace cargo::closures {

// me/closure, DELETE me, admin/erasures/{id}, admin/queues/erasures/{id}/decide.
class ClosureRoutes
{
public:
    explicit ClosureRoutes(ClosureService &service) : m_service(service) {}
    void registerOn(http::Router &router);

private:
    QCoro::Task<http::Response> state(http::RequestPtr request);
    QCoro::Task<http::Response> close(http::RequestPtr request);
    QCoro::Task<http::Response> order(http::RequestPtr request);
    QCoro::Task<http::Response> withdraw(http::RequestPtr request);
    QCoro::Task<http::Response> show(http::RequestPtr request);
    QCoro::Task<http::Response> decide(http::RequestPtr request);

    ClosureService &m_service;
};

// Closing as one piece for the composition root.
struct ClosuresFeature
{
    ClosureService service;
    ClosureRoutes routes;

    ClosuresFeature(Runtime &runtime, auth::AccountService &accounts) : service(runtime, accounts), routes(service) {}
    void registerOn(http::Router &router) { routes.registerOn(router); }
};

} // namespace cargo::closures
