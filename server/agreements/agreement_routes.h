#pragma once

#include "server/agreements/agreement_service.h"
#include "server/http/router.h"

namespace cargo::agreements {

// GET me/agreements, POST me/agreements/{slug}.
class AgreementRoutes
{
public:
    explicit AgreementRoutes(AgreementService &service) : m_service(service) {}
    void registerOn(http::Router &router);

private:
    QCoro::Task<http::Response> list(http::RequestPtr request);
    QCoro::Task<http::Response> sign(http::RequestPtr request);

    AgreementService &m_service;
};

// Agreements as one piece for the composition root.
struct AgreementsFeature
{
    AgreementService service;
    AgreementRoutes routes;

    explicit AgreementsFeature(Runtime &runtime) : service(runtime), routes(service) {}
    void registerOn(http::Router &router) { routes.registerOn(router); }
};

} // namespace cargo::agreements
