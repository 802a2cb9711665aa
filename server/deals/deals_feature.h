#pragma once

#include "server/deals/deal_routes.h"
#include "server/deals/tier_check_job.h"
#include "server/payments/payments_feature.h"

namespace cargo::deals {

// Deals as one piece for the composition root.
struct DealsFeature
{
    DealStore store;
    RoadStore roadStore;
    TransitionService transitions;
    DealService service;
    RoadService road;
    SafetyService safety;
    QuoteService quotes;
    ActService acts;
    DealRoutes routes;
    TierCheckJob tierCheck;

    DealsFeature(Runtime &runtime, payments::PaymentsFeature &payments, support::TicketService &tickets)
        : store(runtime), roadStore(runtime), transitions(runtime, store, payments.escrow),
          service(runtime, store, roadStore, transitions, payments.service), road(runtime, roadStore, service),
          safety(runtime, service, tickets), quotes(runtime, store, payments.service), acts(runtime, store, roadStore, service),
          routes(service, road, safety, quotes, acts), tierCheck(runtime, payments.escrow)
    {
        payments.setListener(&service);
    }
    void registerJobs(jobs::Registry &registry)
    {
        service.registerOn(registry);
        tierCheck.registerJobs(registry);
    }
};

} // namespace cargo::deals
