#pragma once

#include "server/ledger/ledger_service.h"
#include "server/payments/money_plan.h"
#include "server/payments/payment_events.h"
#include "server/payments/payment_store.h"

namespace cargo::payments {

// Works each deal's money towards what the deal decided, one provider call at a time, and takes the provider's word.
// Everything runs inside the caller's transaction under the deal's lock; calls themselves are made later by ProviderOpJob.
// It moves money states only along shared/domain/deal/money_table.h and never changes a deal: what it learned goes back as
// MoneyNews.
class EscrowService
{
public:
    EscrowService(Runtime &runtime, PaymentStore &store, PaymentProvider &provider)
        : m_runtime(runtime), m_store(store), m_provider(provider)
    {
    }

    // A new deal: the invoice.
    QCoro::Task<Outcome> open(db::Transaction tx, EscrowTerms terms);
    // The deal decided what shall become of the money. A split says what goes back and what our fee of the rest is.
    struct SplitTerms
    {
        Money refund;
        Money fee;
    };
    QCoro::Task<Outcome> direct(db::Transaction tx, DealId deal, Disposition disposition, std::optional<SplitTerms> split);
    // What direct() would lead to, booking by booking; nothing is changed. The same errors.
    QCoro::Task<Result<std::vector<PlannedEntry>>> plan(db::Transaction tx, DealId deal, Disposition disposition,
                                                        std::optional<SplitTerms> split);
    // A lower price agreed on the way: the difference goes back, the rest stays kept. Errors: StateConflict while the money
    // is not in the deal, ProviderLimit when the provider cannot refund a part.
    QCoro::Task<Outcome> lower(db::Transaction tx, DealId deal, Money amount, Money fee);

    // The provider's word about a payment, from a webhook, a lookup or an answer. Only forward; the same word twice is
    // nothing.
    QCoro::Task<Result<MoneyNews>> takePayment(db::Transaction tx, PaymentId payment, ProviderObject object);
    // The provider's word about an operation's outcome.
    QCoro::Task<Result<MoneyNews>> takeAnswer(db::Transaction tx, ProviderOpId op, ProviderAnswer answer);
    // Finance says: try the failed step again.
    QCoro::Task<Result<MoneyNews>> retryFailed(db::Transaction tx, DealId deal);

    // Something about a deal that a person of finance has to look at.
    QCoro::Task<Outcome> task(db::Transaction tx, DealId deal, std::optional<ProviderOpId> op, QByteArray kind,
                              QByteArray detail);

private:
    using EscrowPtr = std::shared_ptr<Escrow>;

    Outcome checkSplit(const Escrow &escrow, const std::optional<SplitTerms> &split) const;

    QCoro::Task<Result<EscrowPtr>> lock(db::Transaction tx, DealId deal);
    QCoro::Task<Outcome> move(db::Transaction tx, EscrowPtr escrow, MoneyEvent event);
    QCoro::Task<Outcome> advance(db::Transaction tx, EscrowPtr escrow);
    QCoro::Task<Outcome> orderRefund(db::Transaction tx, EscrowPtr escrow, qint64 amountMinor, QByteArray purpose);
    QCoro::Task<Outcome> orderPayout(db::Transaction tx, EscrowPtr escrow);
    QCoro::Task<Outcome> orderPayoutPieces(db::Transaction tx, EscrowPtr escrow, qint64 amountMinor);
    QCoro::Task<Result<qint64>> unpaidMinor(db::Transaction tx, EscrowPtr escrow, ledger::Account payable, OpKind kind);
    QCoro::Task<Outcome> orderForPayment(db::Transaction tx, EscrowPtr escrow, OpKind kind, Payment payment);
    QCoro::Task<Outcome> order(db::Transaction tx, EscrowPtr escrow, OpKind kind, std::optional<PaymentId> payment,
                               qint64 amountMinor, QByteArray request);
    QCoro::Task<Outcome> withdrawPending(db::Transaction tx, EscrowPtr escrow);
    QCoro::Task<Result<std::optional<Payment>>> livePayment(db::Transaction tx, DealId deal);

    QCoro::Task<Outcome> paymentHeld(db::Transaction tx, EscrowPtr escrow, std::shared_ptr<Payment> payment,
                                     ProviderObject object, std::shared_ptr<MoneyNews> news);
    QCoro::Task<Outcome> paymentCaptured(db::Transaction tx, EscrowPtr escrow, std::shared_ptr<Payment> payment,
                                         std::shared_ptr<MoneyNews> news);
    QCoro::Task<Outcome> paymentCanceled(db::Transaction tx, EscrowPtr escrow, std::shared_ptr<Payment> payment,
                                         std::shared_ptr<MoneyNews> news);
    QCoro::Task<Outcome> transferSettled(db::Transaction tx, EscrowPtr escrow, ProviderOp op);
    QCoro::Task<Outcome> stepFailed(db::Transaction tx, EscrowPtr escrow, ProviderOp op, ProviderAnswer answer,
                                    std::shared_ptr<MoneyNews> news);
    QCoro::Task<Outcome> post(db::Transaction tx, EscrowPtr escrow, ledger::EntryKind kind, QByteArray key,
                              std::vector<ledger::Entry::Line> lines);
    Timestamp now() const { return m_runtime.clock.now(); }

    Runtime &m_runtime;
    PaymentStore &m_store;
    PaymentProvider &m_provider;
};

} // namespace cargo::payments
