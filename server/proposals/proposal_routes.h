#pragma once

#include "server/http/router.h"
#include "server/proposals/proposal_service.h"

namespace cargo::proposals {

// GET admin/proposals, GET admin/proposals/{id}, POST …/approve and …/reject. Who may decide depends on the kind.
class ProposalRoutes
{
public:
    explicit ProposalRoutes(ProposalService &service) : m_service(service) {}
    void registerOn(http::Router &router);

private:
    QCoro::Task<http::Response> list(http::RequestPtr request);
    QCoro::Task<http::Response> show(http::RequestPtr request);
    QCoro::Task<http::Response> decide(http::RequestPtr request, bool approve);

    ProposalService &m_service;
};

// Proposals as one piece for the composition root; features add their kinds to the service.
struct ProposalsFeature
{
    ProposalStore store;
    ProposalService service;
    ProposalRoutes routes;

    explicit ProposalsFeature(Runtime &runtime) : store(runtime), service(runtime, store), routes(service) {}
    void registerOn(http::Router &router) { routes.registerOn(router); }
};

} // namespace cargo::proposals
