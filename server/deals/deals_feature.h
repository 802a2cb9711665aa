#pragma once

#include "server/deals/deal_routes.h"
#include "server/deals/tier_check_job.h"
#include "server/payments/payments_feature.h"

namespace cargo::deals {

// Deals as one piece for the composition root.
struct DealsFeature
{
    DealStore store;
    TransitionService transitions;
    DealService service;
    QuoteService quotes;
    ActService acts;
    DealRoutes routes;
    TierCheckJob tierCheck;

    DealsFeature(Runtime &runtime, payments::PaymentsFeature &payments)
        : store(runtime), transitions(runtime, store, payments.escrow), service(runtime, store, transitions, payments.service),
          quotes(runtime, store, payments.service), acts(runtime, store, service), routes(service, quotes, acts),
          tierCheck(runtime, payments.escrow)
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
