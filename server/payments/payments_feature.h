#pragma once

#include "server/payments/payment_routes.h"

namespace cargo::payments {

// Payments as one piece for the composition root. On worker threads it has routes, on the jobs thread readers and timers.
struct PaymentsFeature
{
    PaymentStore store;
    EscrowService escrow;
    ProviderOpJob opJob;
    WebhookService webhooks;
    PaymentService service;
    FinanceDesk desk;
    WebhookDesk inbox;
    PaymentRoutes routes;

    PaymentsFeature(Runtime &runtime, PaymentProvider &provider)
        : store(runtime), escrow(runtime, store, provider), opJob(runtime, store, escrow, provider),
          webhooks(runtime, store, escrow, provider), service(runtime, store, escrow, opJob, provider), desk(runtime, opJob),
          inbox(runtime), routes(service, webhooks, opJob, desk, inbox)
    {
    }
    void setListener(EscrowListener *listener)
    {
        opJob.setListener(listener);
        webhooks.setListener(listener);
    }
    void registerJobs(jobs::Registry &registry)
    {
        opJob.registerOn(registry);
        webhooks.registerOn(registry);
    }
};

} // namespace cargo::payments
