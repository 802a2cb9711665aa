#pragma once

#include "server/deals/deals_feature.h"
#include "server/disputes/dispute_routes.h"
#include "server/earnings/earnings_feature.h"
#include "server/ledger/ledger_routes.h"
#include "server/providers/payments/sandbox/sandbox_checkout_routes.h"
#include "server/providers/payments/sandbox/sandbox_courier_job.h"
#include "server/providers/payments/sandbox/sandbox_provider.h"
#include "server/reviews/review_routes.h"

namespace cargo {

// Part of the composition root: everything about money on one thread, with the sandbox as the provider. The jobs thread adds
// MoneyJobs.
struct MoneyFeatures
{
    payments::sandbox::SandboxProvider provider;
    payments::sandbox::SandboxCheckoutRoutes checkout;
    payments::PaymentsFeature payments;
    ledger::LedgerRoutes ledger;
    deals::DealsFeature deals;
    disputes::DisputesFeature disputes;
    reviews::ReviewsFeature reviews;
    earnings::EarningsFeature earnings;

    MoneyFeatures(Runtime &runtime, reviews::RatingBook &ratings, proposals::ProposalService &proposals,
                  support::TicketService &tickets)
        : provider(runtime), checkout(provider.bank()), payments(runtime, provider), ledger(runtime),
          deals(runtime, payments, tickets), disputes(runtime, deals.service, proposals),
          reviews(runtime, deals.service, ratings), earnings(runtime, deals.acts)
    {
    }
    void registerOn(http::Router &router)
    {
        checkout.registerOn(router);
        payments.routes.registerOn(router);
        ledger.registerOn(router);
        deals.routes.registerOn(router);
        disputes.routes.registerOn(router);
        reviews.routes.registerOn(router);
        earnings.routes.registerOn(router);
    }
};

struct MoneyJobs
{
    MoneyFeatures &features;
    payments::sandbox::SandboxCourierJob courier;

    MoneyJobs(Runtime &runtime, MoneyFeatures &money) : features(money), courier(runtime, money.provider.bank()) {}
    void registerOn(jobs::Registry &registry)
    {
        courier.registerOn(registry);
        features.payments.registerJobs(registry);
        features.deals.registerJobs(registry);
        features.disputes.registerJobs(registry);
        features.reviews.registerJobs(registry);
    }
    // Once at start, when the relay and the scheduler run.
    QCoro::Task<Outcome> start(CallContextPtr context, bool alone)
    {
        return features.payments.opJob.start(std::move(context), alone);
    }
};

} // namespace cargo
