#pragma once

#include "server/jobs/registry.h"
#include "server/payments/escrow_service.h"

namespace cargo::payments {

// The inbox of providers' webhooks. A request only proves, writes and answers; the work is done on the jobs thread, where the
// object is asked for at the provider: what a webhook claims is never believed by itself.
class WebhookService
{
public:
    WebhookService(Runtime &runtime, PaymentStore &store, EscrowService &escrow, PaymentProvider &provider)
        : m_runtime(runtime), m_store(store), m_escrow(escrow), m_provider(provider)
    {
    }
    void setListener(EscrowListener *listener) { m_listener = listener; }
    void registerOn(jobs::Registry &registry);

    // Errors: NotFound (no such provider), SignatureInvalid, BadRequest. The same event twice is no error.
    QCoro::Task<Outcome> receive(CallContextPtr context, QByteArray provider, Headers headers, QByteArray body);
    // Has the jobs look at a webhook of the inbox, in order with others of this key.
    static QCoro::Task<Outcome> orderWork(db::Transaction tx, Uuid webhook, QByteArray key, Timestamp now);
    // Works on one event. Unknown objects are waited for an hour, then a person is told.
    QCoro::Task<Outcome> process(CallContextPtr context, Uuid webhook);

private:
    QCoro::Task<Outcome> onEvent(CallContextPtr context, jobs::StoredEvent event);
    QCoro::Task<Outcome> apply(CallContextPtr context, WebhookRow row, WebhookEvent event);
    QCoro::Task<Outcome> waitOrGiveUp(CallContextPtr context, WebhookRow row);
    Timestamp now() const { return m_runtime.clock.now(); }

    Runtime &m_runtime;
    PaymentStore &m_store;
    EscrowService &m_escrow;
    PaymentProvider &m_provider;
    EscrowListener *m_listener = nullptr;
};

} // namespace cargo::payments
