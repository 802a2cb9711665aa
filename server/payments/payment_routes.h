#pragma once

#include "server/http/router.h"
#include "server/payments/payment_service.h"
#include "server/payments/webhook_service.h"

namespace cargo::payments {

// GET me/payouts and POST webhooks/payments/{provider}. What belongs to one deal stands with the deals' routes.
class PaymentRoutes
{
public:
    PaymentRoutes(PaymentService &service, WebhookService &webhooks) : m_service(service), m_webhooks(webhooks) {}
    void registerOn(http::Router &router);

private:
    QCoro::Task<http::Response> payouts(http::RequestPtr request);
    QCoro::Task<http::Response> webhook(http::RequestPtr request);

    PaymentService &m_service;
    WebhookService &m_webhooks;
};

} // namespace cargo::payments
