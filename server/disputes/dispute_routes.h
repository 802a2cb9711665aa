#pragma once

#include "server/disputes/dispute_service.h"
#include "server/http/router.h"

namespace cargo::disputes {

// HTTP of disputes: the two sides' part below deals/{id}, staff's below admin.
class DisputeRoutes
{
public:
    explicit DisputeRoutes(DisputeService &service) : m_service(service) {}
    void registerOn(http::Router &router);

private:
    QCoro::Task<http::Response> open(http::RequestPtr request);
    QCoro::Task<http::Response> evidence(http::RequestPtr request);
    QCoro::Task<http::Response> withdraw(http::RequestPtr request);
    QCoro::Task<http::Response> cases(http::RequestPtr request);
    QCoro::Task<http::Response> resolve(http::RequestPtr request);

    DisputeService &m_service;
};

// Disputes as one piece for the composition root.
struct DisputesFeature
{
    DisputeStore store;
    DisputeService service;
    DisputeRoutes routes;

    DisputesFeature(Runtime &runtime, deals::DealService &deals) : store(runtime), service(runtime, store, deals), routes(service)
    {
    }
    void registerJobs(jobs::Registry &registry) { service.registerOn(registry); }
};

} // namespace cargo::disputes
