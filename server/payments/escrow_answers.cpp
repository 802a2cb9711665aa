// EscrowService, second half: what the provider says and what it does to payments, journal and money state.
#include "server/payments/escrow_service.h"

namespace cargo::payments {

namespace {
using ledger::Account;
using ledger::EntryKind;
using Lines = std::vector<ledger::Entry::Line>;

bool isLive(PaymentStatus status) { return status == PaymentStatus::Held || status == PaymentStatus::Captured; }
} // namespace

QCoro::Task<Result<MoneyNews>> EscrowService::takePayment(db::Transaction tx, PaymentId id, ProviderObject object)
{
    const auto before = co_await m_store.payment(tx, id);
    if (!before.ok())
        co_return before.error();
    if (!before->has_value())
        co_return ErrorCode::NotFound;
    const auto locked = co_await lock(tx, (*before)->deal);
    if (!locked.ok())
        co_return locked.error();
    const EscrowPtr escrow = *locked;
    // Again under the lock: another webhook may have been faster.
    const auto current = co_await m_store.payment(tx, id);
    if (!current.ok())
        co_return current.error();
    const auto payment = std::make_shared<Payment>(**current);
    const auto news = std::make_shared<MoneyNews>();
    news->deal = escrow->deal;
    if (payment->providerRef.isEmpty() && !object.ref.isEmpty()) {
        payment->providerRef = object.ref;
        if (payment->status == PaymentStatus::New)
            payment->status = PaymentStatus::Pending;
        payment->confirmationUrl = object.confirmationUrl;
        CARGO_CO_TRY(co_await m_store.savePayment(tx, *payment, now()));
    }
    if (!(object.amount == payment->amount)) {
        news->effect = "amount_mismatch";
        CARGO_CO_TRY(co_await task(tx, escrow->deal, std::nullopt, "amount_mismatch", "payment " + id.toText()));
        co_return *news;
    }
    if (object.state == ObjectState::Held)
        CARGO_CO_TRY(co_await paymentHeld(tx, escrow, payment, object, news));
    if (object.state == ObjectState::Captured) {
        // The word of the hold may come after that of the capture, or never.
        if (payment->status == PaymentStatus::New || payment->status == PaymentStatus::Pending)
            CARGO_CO_TRY(co_await paymentHeld(tx, escrow, payment, object, news));
        CARGO_CO_TRY(co_await paymentCaptured(tx, escrow, payment, news));
    }
    if (object.state == ObjectState::Canceled)
        CARGO_CO_TRY(co_await paymentCanceled(tx, escrow, payment, news));
    co_return *news;
}

QCoro::Task<Outcome> EscrowService::paymentHeld(db::Transaction tx, EscrowPtr escrow, std::shared_ptr<Payment> payment,
                                                ProviderObject object, std::shared_ptr<MoneyNews> news)
{
    if (payment->status != PaymentStatus::New && payment->status != PaymentStatus::Pending)
        co_return ok();
    const auto live = co_await livePayment(tx, escrow->deal);
    if (!live.ok())
        co_return live.error();
    const auto moved = next(escrow->status, MoneyEvent::HoldConfirmed, escrow->facts());
    if (live->has_value() || !moved.ok()) {
        // Paid twice, or paid into a deal that needs nothing any more: this one goes back untouched.
        news->effect = "surplus_payment_returned";
        if (object.state == ObjectState::Captured)
            co_return co_await task(tx, escrow->deal, std::nullopt, "surplus_payment", "payment " + payment->id.toText());
        co_return co_await orderForPayment(tx, escrow, OpKind::Cancel, *payment);
    }
    payment->status = PaymentStatus::Held;
    payment->holdExpiresAt = object.holdExpiresAt;
    CARGO_CO_TRY(co_await m_store.savePayment(tx, *payment, now()));
    const qint64 amount = payment->amount.amountMinor;
    const Lines lines{{Account::BuyerExternal, amount}, {Account::HoldPending, -amount}};
    CARGO_CO_TRY(co_await post(tx, escrow, EntryKind::Hold, "hold:" + payment->id.toText(), lines));
    escrow->holdExpiresAt = object.holdExpiresAt;
    CARGO_CO_TRY(co_await move(tx, escrow, MoneyEvent::HoldConfirmed));
    news->changedTo = escrow->status;
    news->effect = "hold_confirmed";
    if (escrow->status == MoneyStatus::VoidQueued) {
        news->effect = "late_payment_returned";
        co_return co_await orderForPayment(tx, escrow, OpKind::Cancel, *payment);
    }
    news->holdConfirmed = true;
    news->holdExpiresAt = object.holdExpiresAt;
    co_return co_await advance(tx, escrow);
}

QCoro::Task<Outcome> EscrowService::paymentCaptured(db::Transaction tx, EscrowPtr escrow, std::shared_ptr<Payment> payment,
                                                    std::shared_ptr<MoneyNews> news)
{
    if (payment->status != PaymentStatus::Held)
        co_return ok();
    const qint64 amount = payment->amount.amountMinor;
    payment->status = PaymentStatus::Captured;
    payment->capturedMinor = amount;
    CARGO_CO_TRY(co_await m_store.savePayment(tx, *payment, now()));
    const Lines lines{{Account::HoldPending, amount},
                      {Account::BuyerExternal, -amount},
                      {Account::ProviderClearing, amount},
                      {Account::Escrow, -amount}};
    CARGO_CO_TRY(co_await post(tx, escrow, EntryKind::Capture, "capture:" + payment->id.toText(), lines));
    // Taken without our order (a provider without holds), or against it while we wanted it back.
    if (escrow->status == MoneyStatus::Held)
        CARGO_CO_TRY(co_await move(tx, escrow, MoneyEvent::KeepOrdered));
    if (escrow->status == MoneyStatus::VoidQueued)
        CARGO_CO_TRY(co_await task(tx, escrow->deal, std::nullopt, "captured_against_order", "payment " + payment->id.toText()));
    CARGO_CO_TRY(co_await move(tx, escrow, MoneyEvent::KeepConfirmed));
    news->effect = "captured";
    CARGO_CO_TRY(co_await advance(tx, escrow));
    news->changedTo = escrow->status;
    co_return ok();
}

QCoro::Task<Outcome> EscrowService::paymentCanceled(db::Transaction tx, EscrowPtr escrow, std::shared_ptr<Payment> payment,
                                                    std::shared_ptr<MoneyNews> news)
{
    if (payment->status == PaymentStatus::New || payment->status == PaymentStatus::Pending) {
        const bool ours = escrow->disposition == Disposition::GiveBack;
        payment->status = ours ? PaymentStatus::Canceled : PaymentStatus::Declined;
        news->paymentDeclined = !ours && escrow->status == MoneyStatus::Awaiting;
        news->effect = ours ? "canceled" : "declined";
        co_return co_await m_store.savePayment(tx, *payment, now());
    }
    if (payment->status != PaymentStatus::Held)
        co_return ok();
    const qint64 amount = payment->amount.amountMinor;
    payment->status = PaymentStatus::Canceled;
    CARGO_CO_TRY(co_await m_store.savePayment(tx, *payment, now()));
    const Lines lines{{Account::HoldPending, amount}, {Account::BuyerExternal, -amount}};
    CARGO_CO_TRY(co_await post(tx, escrow, EntryKind::HoldReleased, "hold_released:" + payment->id.toText(), lines));
    const bool ordered = escrow->status == MoneyStatus::VoidQueued
                         || (escrow->status == MoneyStatus::Failed && escrow->failedFrom == MoneyStatus::VoidQueued);
    const MoneyEvent event = ordered ? MoneyEvent::VoidConfirmed : MoneyEvent::HoldExpired;
    if (next(escrow->status, event, escrow->facts()).ok())
        CARGO_CO_TRY(co_await move(tx, escrow, event));
    escrow->holdExpiresAt.reset();
    CARGO_CO_TRY(co_await m_store.saveEscrow(tx, *escrow, now()));
    news->holdLost = !ordered;
    news->effect = ordered ? "voided" : "hold_expired";
    news->changedTo = escrow->status;
    if (escrow->status == MoneyStatus::Failed)
        co_return co_await task(tx, escrow->deal, std::nullopt, "hold_expired", "the hold ended before it was captured");
    co_return ok();
}

QCoro::Task<Result<MoneyNews>> EscrowService::takeAnswer(db::Transaction tx, ProviderOpId id, ProviderAnswer answer)
{
    using Kind = ProviderAnswer::Kind;
    const auto before = co_await m_store.lockOp(tx, id);
    if (!before.ok())
        co_return before.error();
    if (!before->has_value())
        co_return ErrorCode::NotFound;
    const DealId deal = (*before)->deal;
    ProviderOp op = **before;
    const auto news = std::make_shared<MoneyNews>();
    news->deal = deal;
    if (op.state == OpState::Succeeded)
        co_return *news;
    const auto locked = co_await lock(tx, deal);
    if (!locked.ok())
        co_return locked.error();
    const EscrowPtr escrow = *locked;
    const MoneyStatus was = escrow->status;

    if (answer.kind != Kind::Done) {
        if (op.state == OpState::Failed)
            co_return *news;
        op.state = OpState::Failed;
        CARGO_CO_TRY(co_await m_store.saveOp(tx, op, answer.http, answer.error, now()));
        CARGO_CO_TRY(co_await stepFailed(tx, escrow, op, answer, news));
        co_return *news;
    }
    if (op.kind == OpKind::Refund || op.kind == OpKind::Payout) {
        op.providerRef = answer.object.ref;
        if (!(answer.object.amount == op.amount) || answer.object.state == ObjectState::Canceled) {
            if (op.state == OpState::Failed)
                co_return *news;
            op.state = OpState::Failed;
            answer.error = answer.object.state == ObjectState::Canceled ? "canceled by the provider" : "amount differs";
            CARGO_CO_TRY(co_await m_store.saveOp(tx, op, answer.http, answer.error, now()));
            CARGO_CO_TRY(co_await stepFailed(tx, escrow, op, answer, news));
            co_return *news;
        }
        if (answer.object.state == ObjectState::Succeeded) {
            op.state = OpState::Succeeded;
            op.accepted = true;
            CARGO_CO_TRY(co_await m_store.saveOp(tx, op, answer.http, QByteArray(), now()));
            CARGO_CO_TRY(co_await transferSettled(tx, escrow, op));
        } else {
            const bool first = !op.accepted && op.state != OpState::Failed;
            op.accepted = true;
            if (op.state != OpState::Failed)
                op.state = OpState::Sent;
            CARGO_CO_TRY(co_await m_store.saveOp(tx, op, answer.http, QByteArray(), now()));
            const MoneyEvent sent = op.kind == OpKind::Payout ? MoneyEvent::PayoutSent : MoneyEvent::RefundSent;
            // The second piece of a payout, or a refund of an amendment, moves nothing.
            if (first && !op.ofAmendment() && next(escrow->status, sent, escrow->facts()).ok())
                CARGO_CO_TRY(co_await move(tx, escrow, sent));
        }
        news->effect = op.state == OpState::Succeeded ? "settled" : "accepted";
        if (escrow->status != was)
            news->changedTo = escrow->status;
        co_return *news;
    }
    const bool opposite = (op.kind == OpKind::Capture && answer.object.state == ObjectState::Canceled)
                          || (op.kind == OpKind::Cancel && answer.object.state == ObjectState::Captured);
    op.state = opposite ? OpState::Failed : OpState::Succeeded;
    op.providerRef = answer.object.ref;
    CARGO_CO_TRY(co_await m_store.saveOp(tx, op, answer.http, QByteArray(), now()));
    co_return co_await takePayment(tx, *op.payment, answer.object);
}

QCoro::Task<Outcome> EscrowService::transferSettled(db::Transaction tx, EscrowPtr escrow, ProviderOp op)
{
    const qint64 amount = op.amount.amountMinor;
    if (op.kind == OpKind::Payout) {
        const Lines lines{{Account::DriverPayable, amount}, {Account::ProviderClearing, -amount}};
        CARGO_CO_TRY(co_await post(tx, escrow, EntryKind::PayoutConfirmed, "payout:" + op.id.toText(), lines));
        const auto left = co_await ledger::creditBalance(tx, escrow->deal, Account::DriverPayable, escrow->provider);
        if (!left.ok())
            co_return left.error();
        if (*left > 0)
            co_return ok();
        co_return co_await move(tx, escrow, MoneyEvent::PayoutConfirmed);
    }
    const Lines lines{{Account::RefundPayable, amount}, {Account::ProviderClearing, -amount}};
    CARGO_CO_TRY(co_await post(tx, escrow, EntryKind::RefundConfirmed, "refund_paid:" + op.id.toText(), lines));
    const auto found = co_await m_store.payment(tx, *op.payment);
    if (!found.ok())
        co_return found.error();
    Payment payment = **found;
    payment.refundedMinor += amount;
    if (payment.refundedMinor >= payment.capturedMinor)
        payment.status = PaymentStatus::Refunded;
    CARGO_CO_TRY(co_await m_store.savePayment(tx, payment, now()));
    if (op.ofAmendment())
        co_return ok();
    CARGO_CO_TRY(co_await move(tx, escrow, MoneyEvent::RefundConfirmed));
    if (escrow->status == MoneyStatus::PayoutQueued)
        co_return co_await orderPayout(tx, escrow);
    co_return ok();
}

// A step that did not work. The buyer's own payment may be declined, that is no failure of ours; all else waits for people.
QCoro::Task<Outcome> EscrowService::stepFailed(db::Transaction tx, EscrowPtr escrow, ProviderOp op, ProviderAnswer answer,
                                               std::shared_ptr<MoneyNews> news)
{
    news->effect = "failed";
    if (op.kind == OpKind::Authorize || op.kind == OpKind::Cancel) {
        const auto found = co_await m_store.payment(tx, *op.payment);
        if (!found.ok())
            co_return found.error();
        Payment payment = **found;
        if (op.kind == OpKind::Authorize) {
            if (payment.status != PaymentStatus::New && payment.status != PaymentStatus::Pending)
                co_return ok();
            payment.status = PaymentStatus::Declined;
            news->paymentDeclined = true;
            co_return co_await m_store.savePayment(tx, payment, now());
        }
        // Withdrawing an unpaid payment is a courtesy; should it be paid, its word comes and it goes back then.
        if (!isLive(payment.status))
            co_return ok();
    }
    const QByteArray kind = QByteArray(kOpKindWords.word(op.kind)) + "_failed";
    CARGO_CO_TRY(co_await task(tx, escrow->deal, op.id, kind, answer.error));
    if (op.ofAmendment() || !next(escrow->status, MoneyEvent::StepFailed, escrow->facts()).ok())
        co_return ok();
    CARGO_CO_TRY(co_await move(tx, escrow, MoneyEvent::StepFailed));
    news->changedTo = escrow->status;
    co_return ok();
}

} // namespace cargo::payments
