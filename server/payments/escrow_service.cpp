#include "server/payments/escrow_service.h"

#include "server/jobs/scheduler.h"
#include "server/limits.h"
#include "server/payments/payment_timers.h"

#include <QUuid>

namespace cargo::payments {

namespace {
using ledger::Account;
using ledger::EntryKind;
using Lines = std::vector<ledger::Entry::Line>;
} // namespace

QCoro::Task<Outcome> EscrowService::open(db::Transaction tx, EscrowTerms terms)
{
    return m_store.insertEscrow(std::move(tx), std::move(terms));
}

QCoro::Task<Result<EscrowService::EscrowPtr>> EscrowService::lock(db::Transaction tx, DealId deal)
{
    const auto dealThere = co_await m_store.lockDeal(tx, deal);
    if (!dealThere.ok())
        co_return dealThere.error();
    const auto escrow = co_await m_store.lockEscrow(tx, deal);
    if (!escrow.ok())
        co_return escrow.error();
    if (!escrow->has_value())
        co_return ErrorCode::NotFound;
    co_return std::make_shared<Escrow>(**escrow);
}

QCoro::Task<Outcome> EscrowService::move(db::Transaction tx, EscrowPtr escrow, MoneyEvent event)
{
    const auto to = next(escrow->status, event, escrow->facts());
    if (!to.ok())
        co_return to.error();
    if (*to == MoneyStatus::Failed)
        escrow->failedFrom = escrow->status;
    else if (escrow->status == MoneyStatus::Failed)
        escrow->failedFrom.reset();
    escrow->status = *to;
    co_return co_await m_store.saveEscrow(tx, *escrow, now());
}

QCoro::Task<Outcome> EscrowService::post(db::Transaction tx, EscrowPtr escrow, EntryKind kind, QByteArray key, Lines lines)
{
    ledger::Entry entry{escrow->deal, escrow->provider, kind, std::move(key), escrow->amount.currency, std::move(lines), now()};
    co_return co_await ledger::post(tx, entry);
}

QCoro::Task<Outcome> EscrowService::task(db::Transaction tx, DealId deal, std::optional<ProviderOpId> op, QByteArray kind,
                                         QByteArray detail)
{
    return m_store.addFinanceTask(std::move(tx), deal, op, std::move(kind), std::move(detail), now());
}

Outcome EscrowService::checkSplit(const Escrow &escrow, const std::optional<SplitTerms> &split) const
{
    if (!split || split->refund.amountMinor <= 0 || split->refund.amountMinor >= escrow.amount.amountMinor
        || split->refund.currency != escrow.amount.currency)
        return Error{ErrorCode::OutOfRange, QStringLiteral("refund"), QStringLiteral("must be a part of the amount")};
    if (!m_provider.capabilities().partialRefund)
        return Error{ErrorCode::ProviderLimit, QStringLiteral("refund"), QStringLiteral("the provider refunds in full only")};
    return ok();
}

QCoro::Task<Result<std::vector<PlannedEntry>>> EscrowService::plan(db::Transaction tx, DealId deal, Disposition disposition,
                                                                   std::optional<SplitTerms> split)
{
    const auto locked = co_await lock(tx, deal);
    CARGO_CO_TRY(locked);
    const Escrow escrow = **locked;
    if (disposition == Disposition::Split)
        CARGO_CO_TRY(checkSplit(escrow, split));
    const auto inEscrow = co_await ledger::creditBalance(tx, deal, Account::Escrow, escrow.provider);
    CARGO_CO_TRY(inEscrow);
    const qint64 refund = split ? split->refund.amountMinor : 0;
    const qint64 fee = split ? split->fee.amountMinor : escrow.fee.amountMinor;
    const Standing standing{escrow.status, escrow.amount.amountMinor, *inEscrow};
    co_return planMoney(disposition, standing, refund, fee, m_provider.capabilities().maxPayoutMinor);
}

QCoro::Task<Outcome> EscrowService::direct(db::Transaction tx, DealId deal, Disposition disposition,
                                           std::optional<SplitTerms> split)
{
    const auto locked = co_await lock(tx, deal);
    if (!locked.ok())
        co_return locked.error();
    const EscrowPtr escrow = *locked;
    escrow->disposition = disposition;
    if (disposition == Disposition::Split) {
        CARGO_CO_TRY(checkSplit(*escrow, split));
        escrow->refund = split->refund;
        escrow->fee = split->fee;
    }
    CARGO_CO_TRY(co_await m_store.saveEscrow(tx, *escrow, now()));
    co_return co_await advance(tx, escrow);
}

// One step towards the disposition, if the money stands where a step can be made. The next one comes with the provider's
// word about this one.
QCoro::Task<Outcome> EscrowService::advance(db::Transaction tx, EscrowPtr escrow)
{
    const Disposition wanted = escrow->disposition;
    switch (escrow->status) {
    case MoneyStatus::None:
    case MoneyStatus::Awaiting:
        if (wanted != Disposition::GiveBack)
            co_return ok();
        CARGO_CO_TRY(co_await withdrawPending(tx, escrow));
        co_return co_await move(tx, escrow, MoneyEvent::PaymentDropped);
    case MoneyStatus::Held: {
        if (wanted == Disposition::Reserve)
            co_return ok();
        const auto payment = co_await livePayment(tx, escrow->deal);
        if (!payment.ok())
            co_return payment.error();
        if (!payment->has_value())
            co_return Error{ErrorCode::Internal, {}, QStringLiteral("held without a payment")};
        const bool back = wanted == Disposition::GiveBack;
        const MoneyEvent event = back ? MoneyEvent::VoidOrdered : MoneyEvent::KeepOrdered;
        const OpKind kind = back ? OpKind::Cancel : OpKind::Capture;
        CARGO_CO_TRY(co_await move(tx, escrow, event));
        co_return co_await orderForPayment(tx, escrow, kind, **payment);
    }
    case MoneyStatus::Kept: {
        const auto inEscrow = co_await ledger::creditBalance(tx, escrow->deal, Account::Escrow, escrow->provider);
        if (!inEscrow.ok())
            co_return inEscrow.error();
        if (wanted == Disposition::GiveBack || wanted == Disposition::Split) {
            CARGO_CO_TRY(co_await move(tx, escrow, MoneyEvent::RefundOrdered));
            const qint64 part = wanted == Disposition::Split ? escrow->refund.amountMinor : *inEscrow;
            co_return co_await orderRefund(tx, escrow, part, "main");
        }
        if (wanted == Disposition::Release) {
            CARGO_CO_TRY(co_await move(tx, escrow, MoneyEvent::PayoutOrdered));
            co_return co_await orderPayout(tx, escrow);
        }
        co_return ok();
    }
    case MoneyStatus::Void:
    case MoneyStatus::KeepQueued:
    case MoneyStatus::VoidQueued:
    case MoneyStatus::PayoutQueued:
    case MoneyStatus::PayoutSent:
    case MoneyStatus::Paid:
    case MoneyStatus::RefundQueued:
    case MoneyStatus::RefundSent:
    case MoneyStatus::Refunded:
    case MoneyStatus::Failed: co_return ok();
    }
    co_return ok();
}

// Payments that were begun but not made are withdrawn where the provider can; one that is made all the same goes back.
QCoro::Task<Outcome> EscrowService::withdrawPending(db::Transaction tx, EscrowPtr escrow)
{
    if (!m_provider.capabilities().cancelPending)
        co_return ok();
    const auto payments = co_await m_store.paymentsOf(tx, escrow->deal);
    if (!payments.ok())
        co_return payments.error();
    for (const Payment &payment : *payments) {
        if (payment.status == PaymentStatus::Pending && !payment.providerRef.isEmpty())
            CARGO_CO_TRY(co_await orderForPayment(tx, escrow, OpKind::Cancel, payment));
    }
    co_return ok();
}

QCoro::Task<Outcome> EscrowService::orderForPayment(db::Transaction tx, EscrowPtr escrow, OpKind kind, Payment payment)
{
    const auto open = co_await m_store.hasOpenOp(tx, escrow->deal, kind, payment.id);
    if (!open.ok())
        co_return open.error();
    if (*open)
        co_return ok();
    co_return co_await order(tx, escrow, kind, payment.id, payment.amount.amountMinor, "{}");
}

QCoro::Task<Outcome> EscrowService::order(db::Transaction tx, EscrowPtr escrow, OpKind kind, std::optional<PaymentId> payment,
                                          qint64 amountMinor, QByteArray request)
{
    ProviderOp op;
    op.id = ProviderOpId::make(now());
    op.idempotencyKey = QUuid::createUuid().toString(QUuid::WithoutBraces).toLatin1();
    op.deal = escrow->deal;
    op.payment = payment;
    op.provider = escrow->provider;
    op.kind = kind;
    op.amount = {amountMinor, escrow->amount.currency};
    op.request = std::move(request);
    op.createdAt = now();
    if (kind == OpKind::Payout) {
        const auto changed = co_await m_store.payoutDetailsChanged(tx, escrow->payee);
        CARGO_CO_TRY(changed);
        if (*changed)
            op.nextTryAt = (*changed)->plusMs(limits::kPayoutHoldMs);
    }
    CARGO_CO_TRY(co_await m_store.insertOp(tx, op));
    if (op.nextTryAt > op.createdAt)
        co_return co_await jobs::setTimer(tx, kOpRetryTimer, op.id.uuid, op.nextTryAt);
    co_return ok();
}

QCoro::Task<Outcome> EscrowService::orderRefund(db::Transaction tx, EscrowPtr escrow, qint64 amountMinor, QByteArray purpose)
{
    const auto inEscrow = co_await ledger::creditBalance(tx, escrow->deal, Account::Escrow, escrow->provider);
    if (!inEscrow.ok())
        co_return inEscrow.error();
    const auto payment = co_await livePayment(tx, escrow->deal);
    if (!payment.ok())
        co_return payment.error();
    if (amountMinor <= 0 || amountMinor > *inEscrow || !payment->has_value())
        co_return Error{ErrorCode::Conflict, QStringLiteral("refund"), QStringLiteral("more than the deal holds")};
    ProviderOp op;
    op.id = ProviderOpId::make(now());
    op.idempotencyKey = QUuid::createUuid().toString(QUuid::WithoutBraces).toLatin1();
    op.deal = escrow->deal;
    op.payment = (*payment)->id;
    op.provider = escrow->provider;
    op.kind = OpKind::Refund;
    op.amount = {amountMinor, escrow->amount.currency};
    op.request = "{\"purpose\":\"" + purpose + "\"}";
    op.createdAt = now();
    const Lines lines{{Account::Escrow, amountMinor}, {Account::RefundPayable, -amountMinor}};
    CARGO_CO_TRY(co_await post(tx, escrow, EntryKind::RefundDecided, "refund:" + op.id.toText(), lines));
    co_return co_await m_store.insertOp(tx, op);
}

// What is in the escrow goes to the driver, less our fee.
QCoro::Task<Outcome> EscrowService::orderPayout(db::Transaction tx, EscrowPtr escrow)
{
    const auto inEscrow = co_await ledger::creditBalance(tx, escrow->deal, Account::Escrow, escrow->provider);
    if (!inEscrow.ok())
        co_return inEscrow.error();
    const qint64 fee = qMin(escrow->fee.amountMinor, *inEscrow);
    const qint64 payable = *inEscrow - fee;
    if (*inEscrow <= 0)
        co_return Error{ErrorCode::Conflict, {}, QStringLiteral("nothing is kept for this deal")};
    const Lines lines{{Account::Escrow, *inEscrow}, {Account::DriverPayable, -payable}, {Account::PlatformFee, -fee}};
    CARGO_CO_TRY(co_await post(tx, escrow, EntryKind::Release, "release:" + escrow->deal.toText(), lines));
    CARGO_CO_TRY(co_await orderPayoutPieces(tx, escrow, payable));
    // A fee that eats the whole sum leaves nothing to send.
    if (payable == 0)
        co_return co_await move(tx, escrow, MoneyEvent::PayoutConfirmed);
    co_return ok();
}

QCoro::Task<Outcome> EscrowService::orderPayoutPieces(db::Transaction tx, EscrowPtr escrow, qint64 amountMinor)
{
    const qint64 largest = m_provider.capabilities().maxPayoutMinor;
    qint64 left = amountMinor;
    while (left > 0) {
        const qint64 piece = largest > 0 ? qMin(left, largest) : left;
        CARGO_CO_TRY(co_await order(tx, escrow, OpKind::Payout, std::nullopt, piece, "{}"));
        left -= piece;
    }
    co_return ok();
}

// What is owed but neither arrived nor under way: only this may be ordered anew, or it would be paid twice.
QCoro::Task<Result<qint64>> EscrowService::unpaidMinor(db::Transaction tx, EscrowPtr escrow, Account payable, OpKind kind)
{
    const auto owed = co_await ledger::creditBalance(tx, escrow->deal, payable, escrow->provider);
    if (!owed.ok())
        co_return owed.error();
    const auto underWay = co_await m_store.underWayMinor(tx, escrow->deal, kind);
    if (!underWay.ok())
        co_return underWay.error();
    co_return qMax<qint64>(0, *owed - *underWay);
}

QCoro::Task<Result<std::optional<Payment>>> EscrowService::livePayment(db::Transaction tx, DealId deal)
{
    const auto payments = co_await m_store.paymentsOf(tx, deal);
    if (!payments.ok())
        co_return payments.error();
    for (const Payment &payment : *payments) {
        if (payment.status == PaymentStatus::Held || payment.status == PaymentStatus::Captured)
            co_return std::optional<Payment>(payment);
    }
    co_return std::optional<Payment>();
}

QCoro::Task<Outcome> EscrowService::lower(db::Transaction tx, DealId deal, Money amount, Money fee)
{
    const auto locked = co_await lock(tx, deal);
    if (!locked.ok())
        co_return locked.error();
    const EscrowPtr escrow = *locked;
    if (escrow->status != MoneyStatus::Kept)
        co_return Error{ErrorCode::StateConflict, QStringLiteral("money_status"), QString::fromLatin1(word(escrow->status))};
    if (!m_provider.capabilities().partialRefund)
        co_return Error{ErrorCode::ProviderLimit, QStringLiteral("amount"), QStringLiteral("the provider refunds in full only")};
    const qint64 difference = escrow->amount.amountMinor - amount.amountMinor;
    CARGO_CO_TRY(co_await orderRefund(tx, escrow, difference, "amendment"));
    escrow->amount = amount;
    escrow->fee = fee;
    co_return co_await m_store.saveEscrow(tx, *escrow, now());
}

QCoro::Task<Result<MoneyNews>> EscrowService::retryFailed(db::Transaction tx, DealId deal)
{
    const auto locked = co_await lock(tx, deal);
    if (!locked.ok())
        co_return locked.error();
    const EscrowPtr escrow = *locked;
    CARGO_CO_TRY(co_await move(tx, escrow, MoneyEvent::RetryOrdered));
    const auto payment = co_await livePayment(tx, deal);
    if (!payment.ok())
        co_return payment.error();
    if (escrow->status == MoneyStatus::PayoutQueued) {
        const auto unpaid = co_await unpaidMinor(tx, escrow, Account::DriverPayable, OpKind::Payout);
        if (!unpaid.ok())
            co_return unpaid.error();
        CARGO_CO_TRY(co_await orderPayoutPieces(tx, escrow, *unpaid));
    } else if (escrow->status == MoneyStatus::RefundQueued && payment->has_value()) {
        const auto unpaid = co_await unpaidMinor(tx, escrow, Account::RefundPayable, OpKind::Refund);
        if (!unpaid.ok())
            co_return unpaid.error();
        if (*unpaid > 0)
            CARGO_CO_TRY(co_await order(tx, escrow, OpKind::Refund, (*payment)->id, *unpaid, "{\"purpose\":\"main\"}"));
    } else if (payment->has_value()) {
        const OpKind kind = escrow->status == MoneyStatus::VoidQueued ? OpKind::Cancel : OpKind::Capture;
        CARGO_CO_TRY(co_await orderForPayment(tx, escrow, kind, **payment));
    }
    MoneyNews news;
    news.deal = deal;
    news.changedTo = escrow->status;
    co_return news;
}

} // namespace cargo::payments
