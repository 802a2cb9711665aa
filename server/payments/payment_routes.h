#pragma once

#include "server/http/router.h"
#include "server/payments/payment_service.h"
#include "server/payments/webhook_service.h"

namespace cargo::payments {

// GET me/payouts, POST webhooks/payments/{provider}, POST admin/deals/{id}/retry-money for finance. What belongs to one deal
// stands with the deals' routes.
class PaymentRoutes
{
public:
    PaymentRoutes(PaymentService &service, WebhookService &webhooks, ProviderOpJob &job)
        : m_service(service), m_webhooks(webhooks), m_job(job)
    {
    }
    void registerOn(http::Router &router);

private:
    QCoro::Task<http::Response> payouts(http::RequestPtr request);
    QCoro::Task<http::Response> webhook(http::RequestPtr request);
    QCoro::Task<http::Response> retry(http::RequestPtr request);

    PaymentService &m_service;
    WebhookService &m_webhooks;
    ProviderOpJob &m_job;
};

} // namespace cargo::payments
