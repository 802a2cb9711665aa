#pragma once

#include "server/disputes/dispute_case.h"
#include "server/disputes/dispute_service.h"
#include "server/http/router.h"

namespace cargo::disputes {

// HTTP of disputes: the two sides' part below deals/{id}, staff's below admin.
class DisputeRoutes
{
public:
    DisputeRoutes(DisputeService &service, DisputeCase &wholeCase) : m_service(service), m_case(wholeCase) {}
    void registerOn(http::Router &router);

private:
    QCoro::Task<http::Response> open(http::RequestPtr request);
    QCoro::Task<http::Response> evidence(http::RequestPtr request);
    QCoro::Task<http::Response> withdraw(http::RequestPtr request);
    QCoro::Task<http::Response> cases(http::RequestPtr request);
    QCoro::Task<http::Response> resolve(http::RequestPtr request);
    QCoro::Task<http::Response> show(http::RequestPtr request);
    QCoro::Task<http::Response> preview(http::RequestPtr request);

    DisputeService &m_service;
    DisputeCase &m_case;
};

// Disputes as one piece for the composition root.
struct DisputesFeature
{
    DisputeStore store;
    DisputeService service;
    DisputeCase wholeCase;
    DisputeRoutes routes;

    DisputesFeature(Runtime &runtime, deals::DealService &deals, proposals::ProposalService &proposals)
        : store(runtime), service(runtime, store, deals, proposals), wholeCase(runtime, store, deals), routes(service, wholeCase)
    {
    }
    void registerJobs(jobs::Registry &registry) { service.registerOn(registry); }
};

} // namespace cargo::disputes
