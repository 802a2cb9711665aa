#pragma once

#include "server/core/runtime.h"
#include "server/providers/payments/payment_provider.h"

namespace cargo::payments::sandbox {

struct BankPayment
{
    Uuid id;
    QByteArray reference;
    Money amount;
    QByteArray status; // pending, three_ds, waiting_for_capture, succeeded, canceled
    QString returnUrl;
    QString description;
    std::optional<Timestamp> holdExpiresAt;
};

struct Webhook
{
    Uuid id;
    QByteArray body;
    int copies = 1;
};

enum class CheckoutOutcome { Success, Decline, ThreeDs, Timeout };

// The books of the sandbox provider: payments, refunds and payouts with their states, the keys it has seen, the webhooks
// it owes. It stands for a bank on the other side of a network, so it commits in transactions of its own and knows nothing
// of deals; only the sandbox's adapter, checkout page and courier may use it.
class SandboxBank
{
public:
    explicit SandboxBank(Runtime &runtime) : m_runtime(runtime) {}

    QCoro::Task<ProviderAnswer> perform(CallContextPtr context, ProviderCall call);
    QCoro::Task<ProviderAnswer> lookup(CallContextPtr context, ProviderCall call);

    // The checkout page. NotFound for an unknown payment.
    QCoro::Task<Result<BankPayment>> find(CallContextPtr context, Uuid payment);
    // What the buyer chose. The webhook about it is delivered `copies` times after `delayMs`.
    QCoro::Task<Result<BankPayment>> choose(CallContextPtr context, Uuid payment, CheckoutOutcome outcome, int copies,
                                            qint64 delayMs);

    // Webhooks that are due: settles the transfer that one speaks of and gives the body to post.
    QCoro::Task<Result<std::optional<Webhook>>> takeWebhook(CallContextPtr context, Uuid webhook);
    QCoro::Task<Outcome> webhookDelivered(CallContextPtr context, Uuid webhook);
    // A reservation that nobody took lapses.
    QCoro::Task<Outcome> expireHold(CallContextPtr context, Uuid payment, Timestamp dueAt);

    QString checkoutUrl(const Uuid &payment) const;
    qint64 delayMs() const { return m_runtime.settings.sandboxDelayMs; }

private:
    QCoro::Task<Result<ProviderAnswer>> performOnce(db::Transaction tx, ProviderCall call, bool quiet);
    QCoro::Task<Result<ProviderAnswer>> authorize(db::Transaction tx, ProviderCall call);
    QCoro::Task<Result<ProviderAnswer>> capture(db::Transaction tx, ProviderCall call, bool quiet);
    QCoro::Task<Result<ProviderAnswer>> cancel(db::Transaction tx, ProviderCall call, bool quiet);
    QCoro::Task<Result<ProviderAnswer>> transfer(db::Transaction tx, ProviderCall call, bool quiet);
    QCoro::Task<Outcome> setStatus(db::Transaction tx, Uuid payment, QByteArray status, std::optional<Timestamp> holdExpiresAt);
    QCoro::Task<Outcome> owe(db::Transaction tx, QByteArray event, ProviderObject object, int copies, qint64 delayMs);
    ProviderObject objectOf(const BankPayment &payment) const;

    Runtime &m_runtime;
};

// JSON of a webhook: {"event_id","event","object":{"id","reference","status","amount":{"value","currency"}}}.
QByteArray webhookBody(const Uuid &eventId, const QByteArray &event, const ProviderObject &object, Timestamp at);

} // namespace cargo::payments::sandbox
