#pragma once

#include "server/http/router.h"
#include "server/payments/finance_desk.h"
#include "server/payments/payment_service.h"
#include "server/payments/webhook_desk.h"
#include "server/payments/webhook_service.h"

namespace cargo::payments {

// GET me/payouts, POST webhooks/payments/{provider}; for finance admin/deals/{id}/retry-money, its tasks and all payouts; for
// admins the inbox of webhooks. What belongs to one deal stands with the deals' routes.
class PaymentRoutes
{
public:
    PaymentRoutes(PaymentService &service, WebhookService &webhooks, ProviderOpJob &job, FinanceDesk &desk, WebhookDesk &inbox)
        : m_service(service), m_webhooks(webhooks), m_job(job), m_desk(desk), m_inbox(inbox)
    {
    }
    void registerOn(http::Router &router);

private:
    QCoro::Task<http::Response> payouts(http::RequestPtr request);
    QCoro::Task<http::Response> webhook(http::RequestPtr request);
    QCoro::Task<http::Response> retry(http::RequestPtr request);
    QCoro::Task<http::Response> task(http::RequestPtr request);
    QCoro::Task<http::Response> decideTask(http::RequestPtr request);
    QCoro::Task<http::Response> allPayouts(http::RequestPtr request);
    QCoro::Task<http::Response> inbox(http::RequestPtr request);
    QCoro::Task<http::Response> replayWebhook(http::RequestPtr request);

    PaymentService &m_service;
    WebhookService &m_webhooks;
    ProviderOpJob &m_job;
    FinanceDesk &m_desk;
    WebhookDesk &m_inbox;
};

} // namespace cargo::payments
