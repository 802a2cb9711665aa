#pragma once

#include "server/core/runtime.h"
#include "server/payments/payment_types.h"

namespace cargo::payments {

struct WebhookRow
{
    Uuid id;
    QByteArray provider;
    Timestamp receivedAt;
    QByteArray body;
    int attempts = 0;
};

struct PayoutRow
{
    ProviderOp op;
    qint64 dealNumber = 0;
    std::optional<Timestamp> finishedAt;
};

// SQL of payments: escrows, payments, provider operations, the webhook inbox and finance's tasks.
// Locks are taken in one order everywhere: the deal's row, the escrow, then payment or operation.
class PaymentStore
{
public:
    explicit PaymentStore(Runtime &runtime) : m_db(runtime.db), m_settings(runtime.settings) {}

    // The lock under which everything about a deal's money happens. False: there is no such deal.
    QCoro::Task<Result<bool>> lockDeal(db::Transaction tx, DealId deal);

    QCoro::Task<Outcome> insertEscrow(db::Transaction tx, EscrowTerms terms);
    QCoro::Task<Result<std::optional<Escrow>>> lockEscrow(db::Transaction tx, DealId deal);
    QCoro::Task<Outcome> saveEscrow(db::Transaction tx, Escrow escrow, Timestamp now);

    QCoro::Task<Outcome> insertPayment(db::Transaction tx, Payment payment);
    QCoro::Task<Outcome> savePayment(db::Transaction tx, Payment payment, Timestamp now);
    QCoro::Task<Result<std::vector<Payment>>> paymentsOf(db::Transaction tx, DealId deal);
    QCoro::Task<Result<std::optional<Payment>>> payment(db::Transaction tx, PaymentId id);
    QCoro::Task<Result<std::vector<Payment>>> listPayments(CallContextPtr context, DealId deal);
    // By the provider's name or by our reference, without a lock: tells whose deal it is.
    QCoro::Task<Result<std::optional<Payment>>> findPayment(CallContextPtr context, QByteArray provider, ProviderObject object);
    // Payments that the buyer may be paying just now, made after `since`.
    QCoro::Task<Result<std::vector<Payment>>> pendingPayments(CallContextPtr context, Timestamp since, Timestamp until);

    // Sets `seq`. insertOp() writes the outbox row that runs it as well.
    QCoro::Task<Outcome> writeOp(db::Transaction tx, ProviderOp op);
    QCoro::Task<Outcome> insertOp(db::Transaction tx, ProviderOp op);
    QCoro::Task<Result<std::optional<ProviderOp>>> lockOp(db::Transaction tx, ProviderOpId id);
    QCoro::Task<Result<std::optional<ProviderOp>>> findOp(CallContextPtr context, ProviderOpId id);
    // The authorisation of a payment that may be tried now; nullopt when it is under way or done.
    QCoro::Task<Result<std::optional<ProviderOpId>>> hurryAuthorization(db::Transaction tx, PaymentId payment, Timestamp now);
    QCoro::Task<Result<std::optional<ProviderOp>>> findTransfer(CallContextPtr context, QByteArray provider,
                                                                ProviderObject object);
    QCoro::Task<Outcome> saveOp(db::Transaction tx, ProviderOp op, int http, QByteArray error, Timestamp now);
    // new or unknown → sent, if its time has come. nullopt: somebody else has it, or it is over.
    QCoro::Task<Result<std::optional<ProviderOp>>> claimOp(CallContextPtr context, ProviderOpId id, Timestamp now);
    QCoro::Task<Result<bool>> hasOpenOp(db::Transaction tx, DealId deal, OpKind kind, std::optional<PaymentId> payment);
    // What operations of this kind still carry, in minor units: neither confirmed nor failed.
    QCoro::Task<Result<qint64>> underWayMinor(db::Transaction tx, DealId deal, OpKind kind);
    // Marked as sent before that moment, and nothing was ever heard of them.
    QCoro::Task<Result<std::vector<ProviderOp>>> lostOps(CallContextPtr context, Timestamp sentBefore);
    QCoro::Task<Result<std::vector<ProviderOp>>> staleOps(CallContextPtr context, Timestamp before);
    // When he changed where he is paid; waits for a change that is under way.
    QCoro::Task<Result<std::optional<Timestamp>>> payoutDetailsChanged(db::Transaction tx, UserId payee);
    QCoro::Task<Result<std::vector<PayoutRow>>> payoutsOf(CallContextPtr context, UserId payee, std::optional<Uuid> before,
                                                          int limit);

    // False: this event was there already.
    QCoro::Task<Result<bool>> insertWebhook(db::Transaction tx, Uuid id, QByteArray provider, QByteArray key,
                                            QByteArray headersJson, QByteArray body, Timestamp now);
    QCoro::Task<Result<std::optional<WebhookRow>>> openWebhook(CallContextPtr context, Uuid id);
    QCoro::Task<Outcome> webhookTried(db::Transaction tx, Uuid id);
    QCoro::Task<Outcome> webhookDone(db::Transaction tx, Uuid id, QByteArray effect, QByteArray error, Timestamp now);

    // With its place in the queue of finance.
    QCoro::Task<Outcome> addFinanceTask(db::Transaction tx, std::optional<DealId> deal, std::optional<ProviderOpId> op,
                                        QByteArray kind, QByteArray detail, Timestamp now);

private:
    db::Database &m_db;
    const config::Settings &m_settings;
};

} // namespace cargo::payments
