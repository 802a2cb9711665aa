#include "server/payments/payment_service.h"
#include "shared/domain/deal/deal_number.h"

#include <QUuid>

namespace cargo::payments {

namespace {
constexpr qint64 kRescueAfterMs = 30 * kSecondMs;

const char *payoutWord(const ProviderOp &op)
{
    switch (op.state) {
    case OpState::Succeeded: return "paid";
    case OpState::Failed: return "failed";
    case OpState::New: return "queued";
    case OpState::Sent:
    case OpState::Unknown: return "sent";
    }
    return "queued";
}
} // namespace

api::PaymentDto PaymentService::dtoOf(const Payment &payment) const
{
    api::PaymentDto dto;
    dto.id = payment.id;
    dto.dealId = payment.deal;
    dto.provider = QString::fromLatin1(payment.provider);
    dto.status = QLatin1String(kPaymentStatusWords.word(payment.status));
    dto.amount = payment.amount;
    if (payment.refundedMinor > 0)
        dto.refunded = Money{payment.refundedMinor, payment.amount.currency};
    if (!payment.confirmationUrl.isEmpty())
        dto.confirmationUrl = payment.confirmationUrl;
    dto.holdExpiresAt = payment.holdExpiresAt;
    dto.createdAt = payment.createdAt;
    return dto;
}

QCoro::Task<Result<PaymentService::Begun>> PaymentService::begin(db::Transaction tx, DealId deal, QString returnUrl)
{
    const auto escrow = co_await m_store.lockEscrow(tx, deal);
    if (!escrow.ok())
        co_return escrow.error();
    if (!escrow->has_value() || (*escrow)->status != MoneyStatus::Awaiting || (*escrow)->disposition != Disposition::Reserve)
        co_return Error{ErrorCode::StateConflict, QStringLiteral("money_status"), QStringLiteral("nothing is to be paid now")};
    const auto payments = co_await m_store.paymentsOf(tx, deal);
    if (!payments.ok())
        co_return payments.error();
    const Timestamp now = m_runtime.clock.now();
    Begun begun;
    for (const Payment &payment : *payments) {
        if (payment.status == PaymentStatus::New || payment.status == PaymentStatus::Pending) {
            begun.payment = dtoOf(payment);
            const auto op = co_await m_store.hurryAuthorization(tx, payment.id, now);
            if (!op.ok())
                co_return op.error();
            begun.op = *op;
            co_return begun;
        }
    }
    Payment payment;
    payment.id = PaymentId::make(now);
    payment.deal = deal;
    payment.provider = (*escrow)->provider;
    payment.amount = (*escrow)->amount;
    payment.returnUrl = returnUrl;
    payment.createdAt = now;
    CARGO_CO_TRY(co_await m_store.insertPayment(tx, payment));
    ProviderOp op;
    op.id = ProviderOpId::make(now);
    op.idempotencyKey = QUuid::createUuid().toString(QUuid::WithoutBraces).toLatin1();
    op.deal = deal;
    op.payment = payment.id;
    op.provider = payment.provider;
    op.kind = OpKind::Authorize;
    op.amount = payment.amount;
    op.createdAt = now;
    // The buyer waits for the page, so the request itself makes this call; the timer is there if the process ends first.
    CARGO_CO_TRY(co_await m_store.writeOp(tx, op));
    CARGO_CO_TRY(co_await jobs::setTimer(tx, kOpRetryTimer, op.id.uuid, now.plusMs(kRescueAfterMs)));
    begun.payment = dtoOf(payment);
    begun.op = op.id;
    co_return begun;
}

QCoro::Task<Result<api::PaymentDto>> PaymentService::afterBegin(CallContextPtr context, Begun begun)
{
    if (begun.op)
        CARGO_CO_TRY(co_await m_job.run(context, *begun.op));
    const auto list = co_await payments(context, begun.payment.dealId);
    if (!list.ok())
        co_return list.error();
    for (const api::PaymentDto &payment : *list) {
        if (payment.id == begun.payment.id)
            co_return payment;
    }
    co_return begun.payment;
}

QCoro::Task<Result<std::vector<api::PaymentDto>>> PaymentService::payments(CallContextPtr context, DealId deal)
{
    const auto rows = co_await m_store.listPayments(context, deal);
    if (!rows.ok())
        co_return rows.error();
    std::vector<api::PaymentDto> list;
    for (const Payment &payment : *rows)
        list.push_back(dtoOf(payment));
    co_return list;
}

QCoro::Task<Result<PaymentService::PayoutPage>> PaymentService::payouts(CallContextPtr context, UserId driver,
                                                                        std::optional<Uuid> before, int limit)
{
    const auto rows = co_await m_store.payoutsOf(context, driver, before, limit + 1);
    if (!rows.ok())
        co_return rows.error();
    PayoutPage page;
    for (const PayoutRow &row : *rows) {
        if (int(page.items.size()) == limit) {
            page.next = page.items.back().id.uuid;
            break;
        }
        api::PayoutDto dto;
        dto.id = row.op.id;
        dto.dealId = row.op.deal;
        dto.dealNumber = QString::fromLatin1(dealNumberText(row.dealNumber));
        dto.status = QLatin1String(payoutWord(row.op));
        dto.amount = row.op.amount;
        dto.createdAt = row.op.createdAt;
        if (row.op.state == OpState::Succeeded)
            dto.paidAt = row.finishedAt;
        page.items.push_back(dto);
    }
    co_return page;
}

} // namespace cargo::payments
