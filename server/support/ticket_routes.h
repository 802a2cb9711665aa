#pragma once

#include "server/http/router.h"
#include "server/support/ticket_service.h"

namespace cargo::support {

class TicketRoutes
{
public:
    explicit TicketRoutes(TicketService &service) : m_service(service) {}
    void registerOn(http::Router &router);

private:
    QCoro::Task<http::Response> list(http::RequestPtr request);
    QCoro::Task<http::Response> open(http::RequestPtr request);
    QCoro::Task<http::Response> messages(http::RequestPtr request);
    QCoro::Task<http::Response> write(http::RequestPtr request);
    QCoro::Task<http::Response> caseOf(http::RequestPtr request);
    QCoro::Task<http::Response> close(http::RequestPtr request);

    TicketService &m_service;
};

// Tickets as one piece for the composition root.
struct SupportFeature
{
    TicketStore store;
    TicketService service;
    TicketRoutes routes;

    explicit SupportFeature(Runtime &runtime) : store(runtime), service(runtime, store), routes(service) {}
    void registerOn(http::Router &router) { routes.registerOn(router); }
};

} // namespace cargo::support
