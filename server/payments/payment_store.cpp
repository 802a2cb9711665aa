#include "server/payments/payment_store.h"

#include "server/desk/desk.h"
#include "server/desk/queues.h"
#include "server/jobs/outbox.h"

namespace cargo::payments {

namespace {

const db::Query kLockDeal{"payments.lock_deal", "select 1 from deals where id = $1 for no key update"};

const db::Query kInsertEscrow{
    "payments.insert_escrow",
    R"(insert into escrows (deal_id, provider, payer_id, payee_id, amount_minor, currency, fee_minor, disposition,
           money_status, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, 'reserve', 'awaiting', $8, $8))"};
const db::Query kLockEscrow{
    "payments.lock_escrow",
    R"(select deal_id, provider, payer_id, payee_id, amount_minor, currency, fee_minor, disposition, refund_minor,
           money_status, money_failed_from, hold_expires_at
       from escrows where deal_id = $1 for no key update)"};
const db::Query kSaveEscrow{
    "payments.save_escrow",
    R"(update escrows set amount_minor = $2, fee_minor = $3, disposition = $4, refund_minor = $5, money_status = $6,
           money_failed_from = $7, hold_expires_at = $8, updated_at = $9
       where deal_id = $1)"};

#define PAYMENT_COLUMNS                                                                                                          \
    "id, deal_id, provider, coalesce(provider_ref, ''), amount_minor, currency, status, captured_minor, "                        \
    "refunded_minor, coalesce(return_url, ''), coalesce(confirmation_url, ''), hold_expires_at, created_at "
const db::Query kInsertPayment{
    "payments.insert_payment",
    R"(insert into payments (id, deal_id, provider, amount_minor, currency, status, return_url, created_at, updated_at)
       values ($1, $2, $3, $4, $5, 'new', $6, $7, $7))"};
const db::Query kSavePayment{
    "payments.save_payment",
    R"(update payments set provider_ref = nullif($2, ''), status = $3, captured_minor = $4, refunded_minor = $5,
           confirmation_url = nullif($6, ''), hold_expires_at = $7, updated_at = $8
       where id = $1)"};
const db::Query kPaymentsOf{"payments.of_deal", "select " PAYMENT_COLUMNS "from payments where deal_id = $1 order by id"};
const db::Query kPayment{"payments.by_id", "select " PAYMENT_COLUMNS "from payments where id = $1"};
const db::Query kFindPayment{"payments.find",
                             "select " PAYMENT_COLUMNS
                             "from payments where provider = $1 and (provider_ref = $2 or id = $3::uuid) order by id limit 1"};
const db::Query kPendingPayments{"payments.pending",
                                 "select " PAYMENT_COLUMNS
                                 "from payments where status = 'pending' and created_at between $1 and $2 order by id limit 200"};

#define OP_COLUMNS                                                                                                               \
    "o.id, o.idempotency_key, o.deal_id, o.payment_id, o.provider, o.kind, o.seq, o.amount_minor, o.currency, "                  \
    "o.request, o.state, o.attempt, o.next_try_at, coalesce(o.provider_ref, ''), o.accepted, o.created_at, "                     \
    "coalesce(p.provider_ref, ''), coalesce(p.return_url, ''), o.finished_at "
#define OP_FROM "from provider_ops o left join payments p on p.id = o.payment_id "
const db::Query kInsertOp{
    "payments.insert_op",
    R"(insert into provider_ops (id, idempotency_key, deal_id, payment_id, provider, kind, seq, amount_minor, currency,
           request, state, next_try_at, created_at)
       values ($1, $2, $3, $4, $5, $6, (select coalesce(max(seq), 0) + 1 from provider_ops where deal_id = $3 and kind = $6),
           $7, $8, $9, 'new', greatest($11::timestamptz, $10::timestamptz), $10))"};
const db::Query kLockPayee{"payments.lock_payee", "select from users where id = $1 for no key update"};
const db::Query kDetailsChanged{"payments.details_changed", "select changed_at from payout_details where user_id = $1"};
const db::Query kLockOp{"payments.lock_op", "select " OP_COLUMNS OP_FROM "where o.id = $1 for no key update of o"};
const db::Query kFindOp{"payments.find_op", "select " OP_COLUMNS OP_FROM "where o.id = $1"};
const db::Query kFindTransfer{
    "payments.find_transfer",
    "select " OP_COLUMNS OP_FROM
    "where o.provider = $1 and o.kind in ('refund', 'payout') and (o.provider_ref = $2 or o.id = $3::uuid) limit 1"};
const db::Query kSaveOp{
    "payments.save_op",
    R"(update provider_ops set state = $2, next_try_at = $3, provider_ref = nullif($4, ''), accepted = $5, last_http = $6,
           last_error = nullif($7, ''), finished_at = case when $2 in ('succeeded', 'failed') then $8::timestamptz end
       where id = $1)"};
const db::Query kClaimOp{"payments.claim_op",
                         R"(update provider_ops set state = 'sent', attempt = attempt + 1, sent_at = $2
       where id = $1 and state in ('new', 'unknown') and next_try_at <= $2 returning id)"};
// The buyer asks for the page again: an authorisation that waits for its next try makes it now, with the same key.
const db::Query kHurryAuthorization{"payments.hurry_authorization",
                                    R"(update provider_ops set next_try_at = least(next_try_at, $2)
       where payment_id = $1 and kind = 'authorize' and state in ('new', 'unknown') returning id)"};
const db::Query kHasOpenOp{
    "payments.has_open_op",
    R"(select exists (select 1 from provider_ops where deal_id = $1 and kind = $2 and state in ('new', 'sent', 'unknown')
           and payment_id is not distinct from $3::uuid))"};
const db::Query kUnderWay{"payments.under_way",
                          "select coalesce(sum(amount_minor), 0)::bigint from provider_ops where deal_id = $1 and kind = $2 "
                          "and state in ('new', 'sent', 'unknown')"};
const db::Query kStaleOps{
    "payments.stale_ops",
    "select " OP_COLUMNS OP_FROM
    "where o.state in ('new', 'sent', 'unknown') and coalesce(o.sent_at, o.next_try_at) < $1 order by o.id limit 200"};
const db::Query kLostOps{"payments.lost_ops",
                         "select " OP_COLUMNS OP_FROM
                         "where o.state = 'sent' and not o.accepted and o.sent_at < $1 order by o.id limit 200"};
const db::Query kPayoutsOf{
    "payments.payouts_of",
    "select " OP_COLUMNS ", d.number "
    "from provider_ops o left join payments p on p.id = o.payment_id join deals d on d.id = o.deal_id "
    "where o.kind = 'payout' and d.driver_id = $1 and ($2::uuid is null or o.id < $2::uuid) order by o.id desc limit $3"};

const db::Query kInsertWebhook{
    "payments.insert_webhook",
    R"(insert into webhook_in (id, provider, event_key, received_at, headers, raw_body) values ($1, $2, $3, $4, $5, $6)
       on conflict (provider, event_key) do nothing)"};
const db::Query kOpenWebhook{
    "payments.open_webhook",
    "select id, provider, received_at, raw_body, attempts from webhook_in where id = $1 and processed_at is null"};
const db::Query kWebhookTried{"payments.webhook_tried", "update webhook_in set attempts = attempts + 1 where id = $1"};
const db::Query kWebhookDone{
    "payments.webhook_done",
    R"(update webhook_in set processed_at = $2, effect = $3, error = nullif($4, ''), attempts = attempts + 1
       where id = $1 and processed_at is null)"};
const db::Query kAddFinanceTask{
    "payments.add_finance_task",
    "insert into finance_tasks (id, deal_id, op_id, kind, detail, created_at) values ($1, $2, $3, $4, $5, $6)"};

Currency currencyOf(const db::Rows &rows, int row, int column)
{
    return Currency::fromCode(rows.text(row, column)).value_or(Currency::rub());
}

Payment paymentAt(const db::Rows &rows, int row)
{
    Payment payment;
    payment.id = rows.id<PaymentId>(row, 0);
    payment.deal = rows.id<DealId>(row, 1);
    payment.provider = rows.bytes(row, 2);
    payment.providerRef = rows.bytes(row, 3);
    payment.amount = {rows.int64(row, 4), currencyOf(rows, row, 5)};
    payment.status = kPaymentStatusWords.find(rows.text(row, 6)).value_or(PaymentStatus::New);
    payment.capturedMinor = rows.int64(row, 7);
    payment.refundedMinor = rows.int64(row, 8);
    payment.returnUrl = rows.text(row, 9);
    payment.confirmationUrl = rows.text(row, 10);
    payment.holdExpiresAt = rows.optionalTimestamp(row, 11);
    payment.createdAt = rows.timestamp(row, 12);
    return payment;
}

ProviderOp opAt(const db::Rows &rows, int row)
{
    ProviderOp op;
    op.id = rows.id<ProviderOpId>(row, 0);
    op.idempotencyKey = rows.bytes(row, 1);
    op.deal = rows.id<DealId>(row, 2);
    op.payment = rows.optionalId<PaymentId>(row, 3);
    op.provider = rows.bytes(row, 4);
    op.kind = kOpKindWords.find(rows.text(row, 5)).value_or(OpKind::Authorize);
    op.seq = rows.int32(row, 6);
    op.amount = {rows.int64(row, 7), currencyOf(rows, row, 8)};
    op.request = rows.bytes(row, 9);
    op.state = kOpStateWords.find(rows.text(row, 10)).value_or(OpState::New);
    op.attempt = rows.int32(row, 11);
    op.nextTryAt = rows.timestamp(row, 12);
    op.providerRef = rows.bytes(row, 13);
    op.accepted = rows.boolean(row, 14);
    op.createdAt = rows.timestamp(row, 15);
    op.paymentRef = rows.bytes(row, 16);
    op.returnUrl = rows.text(row, 17);
    return op;
}

template <typename Value, typename At>
Result<std::optional<Value>> firstOf(const Result<db::Rows> &rows, At at)
{
    if (!rows.ok())
        return rows.error();
    return rows->empty() ? std::optional<Value>() : std::optional<Value>(at(*rows, 0));
}

template <typename Value, typename At>
Result<std::vector<Value>> allOf(const Result<db::Rows> &rows, At at)
{
    if (!rows.ok())
        return rows.error();
    std::vector<Value> values;
    for (int row = 0; row < rows->count(); ++row)
        values.push_back(at(*rows, row));
    return values;
}

} // namespace

QCoro::Task<Result<bool>> PaymentStore::lockDeal(db::Transaction tx, DealId deal)
{
    const auto rows = co_await tx.run(kLockDeal, deal);
    if (!rows.ok())
        co_return rows.error();
    co_return !rows->empty();
}

QCoro::Task<Outcome> PaymentStore::insertEscrow(db::Transaction tx, EscrowTerms terms)
{
    const QByteArray currency = terms.amount.currency.code();
    CARGO_CO_TRY(co_await tx.run(kInsertEscrow, terms.deal, terms.provider, terms.payer, terms.payee, terms.amount.amountMinor,
                                 currency, terms.fee.amountMinor, terms.at));
    co_return ok();
}

QCoro::Task<Result<std::optional<Escrow>>> PaymentStore::lockEscrow(db::Transaction tx, DealId deal)
{
    const auto rows = co_await tx.run(kLockEscrow, deal);
    if (!rows.ok())
        co_return rows.error();
    if (rows->empty())
        co_return std::optional<Escrow>();
    Escrow escrow;
    const Currency currency = currencyOf(*rows, 0, 5);
    escrow.deal = rows->id<DealId>(0, 0);
    escrow.provider = rows->bytes(0, 1);
    escrow.payer = rows->id<UserId>(0, 2);
    escrow.payee = rows->id<UserId>(0, 3);
    escrow.amount = {rows->int64(0, 4), currency};
    escrow.fee = {rows->int64(0, 6), currency};
    escrow.disposition = kDispositionWords.find(rows->text(0, 7)).value_or(Disposition::Reserve);
    escrow.refund = {rows->int64(0, 8), currency};
    escrow.status = moneyStatusFromWord(rows->text(0, 9)).value_or(MoneyStatus::None);
    if (!rows->isNull(0, 10))
        escrow.failedFrom = moneyStatusFromWord(rows->text(0, 10));
    escrow.holdExpiresAt = rows->optionalTimestamp(0, 11);
    co_return std::optional<Escrow>(escrow);
}

QCoro::Task<Outcome> PaymentStore::saveEscrow(db::Transaction tx, Escrow escrow, Timestamp now)
{
    db::Params params =
        db::Params::of(escrow.deal, escrow.amount.amountMinor, escrow.fee.amountMinor, kDispositionWords.word(escrow.disposition),
                       escrow.refund.amountMinor, word(escrow.status));
    if (escrow.failedFrom)
        params.add(word(*escrow.failedFrom));
    else
        params.addNull();
    params.add(escrow.holdExpiresAt).add(now);
    CARGO_CO_TRY(co_await tx.runParams(kSaveEscrow, params));
    co_return ok();
}

QCoro::Task<Outcome> PaymentStore::insertPayment(db::Transaction tx, Payment payment)
{
    const QByteArray currency = payment.amount.currency.code();
    CARGO_CO_TRY(co_await tx.run(kInsertPayment, payment.id, payment.deal, payment.provider, payment.amount.amountMinor, currency,
                                 payment.returnUrl, payment.createdAt));
    co_return ok();
}

QCoro::Task<Outcome> PaymentStore::savePayment(db::Transaction tx, Payment payment, Timestamp now)
{
    CARGO_CO_TRY(co_await tx.run(kSavePayment, payment.id, payment.providerRef, kPaymentStatusWords.word(payment.status),
                                 payment.capturedMinor, payment.refundedMinor, payment.confirmationUrl, payment.holdExpiresAt,
                                 now));
    co_return ok();
}

QCoro::Task<Result<std::vector<Payment>>> PaymentStore::paymentsOf(db::Transaction tx, DealId deal)
{
    const auto rows = co_await tx.run(kPaymentsOf, deal);
    co_return allOf<Payment>(rows, paymentAt);
}

QCoro::Task<Result<std::optional<Payment>>> PaymentStore::payment(db::Transaction tx, PaymentId id)
{
    const auto rows = co_await tx.run(kPayment, id);
    co_return firstOf<Payment>(rows, paymentAt);
}

QCoro::Task<Result<std::vector<Payment>>> PaymentStore::listPayments(CallContextPtr context, DealId deal)
{
    const auto rows = co_await m_db.query(context, kPaymentsOf, deal);
    co_return allOf<Payment>(rows, paymentAt);
}

QCoro::Task<Result<std::optional<Payment>>> PaymentStore::findPayment(CallContextPtr context, QByteArray provider,
                                                                      ProviderObject object)
{
    const auto id = PaymentId::fromText(QByteArrayView(object.reference));
    const auto rows = co_await m_db.query(context, kFindPayment, provider, object.ref, id);
    co_return firstOf<Payment>(rows, paymentAt);
}

QCoro::Task<Result<std::vector<Payment>>> PaymentStore::pendingPayments(CallContextPtr context, Timestamp since, Timestamp until)
{
    const auto rows = co_await m_db.query(context, kPendingPayments, since, until);
    co_return allOf<Payment>(rows, paymentAt);
}

QCoro::Task<Outcome> PaymentStore::writeOp(db::Transaction tx, ProviderOp op)
{
    const QByteArray currency = op.amount.currency.code();
    CARGO_CO_TRY(co_await tx.run(kInsertOp, op.id, op.idempotencyKey, op.deal, op.payment, op.provider,
                                 kOpKindWords.word(op.kind), op.amount.amountMinor, currency, op.request, op.createdAt,
                                 op.nextTryAt));
    co_return ok();
}

QCoro::Task<Outcome> PaymentStore::insertOp(db::Transaction tx, ProviderOp op)
{
    CARGO_CO_TRY(co_await writeOp(tx, op));
    jobs::OutboxEvent event{"provider_op", op.deal.toText(), "{\"op_id\":\"" + op.id.toText() + "\"}"};
    co_return co_await jobs::append(tx, event);
}

QCoro::Task<Result<std::optional<ProviderOp>>> PaymentStore::lockOp(db::Transaction tx, ProviderOpId id)
{
    const auto rows = co_await tx.run(kLockOp, id);
    co_return firstOf<ProviderOp>(rows, opAt);
}

QCoro::Task<Result<std::optional<ProviderOp>>> PaymentStore::findOp(CallContextPtr context, ProviderOpId id)
{
    const auto rows = co_await m_db.query(context, kFindOp, id);
    co_return firstOf<ProviderOp>(rows, opAt);
}

QCoro::Task<Result<std::optional<ProviderOp>>> PaymentStore::findTransfer(CallContextPtr context, QByteArray provider,
                                                                          ProviderObject object)
{
    const auto id = ProviderOpId::fromText(QByteArrayView(object.reference));
    const auto rows = co_await m_db.query(context, kFindTransfer, provider, object.ref, id);
    co_return firstOf<ProviderOp>(rows, opAt);
}

QCoro::Task<Outcome> PaymentStore::saveOp(db::Transaction tx, ProviderOp op, int http, QByteArray error, Timestamp now)
{
    CARGO_CO_TRY(co_await tx.run(kSaveOp, op.id, kOpStateWords.word(op.state), op.nextTryAt, op.providerRef, op.accepted, http,
                                 error, now));
    co_return ok();
}

QCoro::Task<Result<std::optional<ProviderOp>>> PaymentStore::claimOp(CallContextPtr context, ProviderOpId id, Timestamp now)
{
    const auto claimed = co_await m_db.write(context, kClaimOp, id, now);
    if (!claimed.ok())
        co_return claimed.error();
    if (claimed->empty())
        co_return std::optional<ProviderOp>();
    co_return co_await findOp(context, id);
}

QCoro::Task<Result<std::optional<ProviderOpId>>> PaymentStore::hurryAuthorization(db::Transaction tx, PaymentId payment,
                                                                                  Timestamp now)
{
    const auto rows = co_await tx.run(kHurryAuthorization, payment, now);
    if (!rows.ok())
        co_return rows.error();
    std::optional<ProviderOpId> op;
    if (!rows->empty())
        op = rows->id<ProviderOpId>(0, 0);
    co_return op;
}

QCoro::Task<Result<bool>> PaymentStore::hasOpenOp(db::Transaction tx, DealId deal, OpKind kind, std::optional<PaymentId> payment)
{
    const auto rows = co_await tx.run(kHasOpenOp, deal, kOpKindWords.word(kind), payment);
    if (!rows.ok())
        co_return rows.error();
    co_return rows->boolean(0, 0);
}

QCoro::Task<Result<qint64>> PaymentStore::underWayMinor(db::Transaction tx, DealId deal, OpKind kind)
{
    const auto rows = co_await tx.run(kUnderWay, deal, kOpKindWords.word(kind));
    if (!rows.ok())
        co_return rows.error();
    co_return rows->int64(0, 0);
}

QCoro::Task<Result<std::vector<ProviderOp>>> PaymentStore::staleOps(CallContextPtr context, Timestamp before)
{
    const auto rows = co_await m_db.query(context, kStaleOps, before);
    co_return allOf<ProviderOp>(rows, opAt);
}

QCoro::Task<Result<std::vector<ProviderOp>>> PaymentStore::lostOps(CallContextPtr context, Timestamp sentBefore)
{
    const auto rows = co_await m_db.query(context, kLostOps, sentBefore);
    co_return allOf<ProviderOp>(rows, opAt);
}

QCoro::Task<Result<std::optional<Timestamp>>> PaymentStore::payoutDetailsChanged(db::Transaction tx, UserId payee)
{
    // Two statements: the second sees what was committed while the first waited.
    CARGO_CO_TRY(co_await tx.run(kLockPayee, payee));
    const auto rows = co_await tx.run(kDetailsChanged, payee);
    CARGO_CO_TRY(rows);
    std::optional<Timestamp> changed;
    if (!rows->empty())
        changed = rows->timestamp(0, 0);
    co_return changed;
}

QCoro::Task<Result<std::vector<PayoutRow>>> PaymentStore::payoutsOf(CallContextPtr context, UserId payee,
                                                                    std::optional<Uuid> before, int limit)
{
    const auto rows = co_await m_db.query(context, kPayoutsOf, payee, before, limit);
    co_return allOf<PayoutRow>(rows, [](const db::Rows &r, int row) {
        return PayoutRow{opAt(r, row), r.int64(row, 19), r.optionalTimestamp(row, 18)};
    });
}

QCoro::Task<Result<bool>> PaymentStore::insertWebhook(db::Transaction tx, Uuid id, QByteArray provider, QByteArray key,
                                                      QByteArray headersJson, QByteArray body, Timestamp now)
{
    db::Params params = db::Params::of(id, provider, key, now, headersJson);
    params.addBytes(body);
    const auto rows = co_await tx.runParams(kInsertWebhook, params);
    if (!rows.ok())
        co_return rows.error();
    co_return rows->affected() > 0;
}

QCoro::Task<Result<std::optional<WebhookRow>>> PaymentStore::openWebhook(CallContextPtr context, Uuid id)
{
    const auto rows = co_await m_db.query(context, kOpenWebhook, id);
    co_return firstOf<WebhookRow>(rows, [](const db::Rows &r, int row) {
        return WebhookRow{r.uuid(row, 0), r.bytes(row, 1), r.timestamp(row, 2), r.blob(row, 3), r.int32(row, 4)};
    });
}

QCoro::Task<Outcome> PaymentStore::webhookTried(db::Transaction tx, Uuid id)
{
    CARGO_CO_TRY(co_await tx.run(kWebhookTried, id));
    co_return ok();
}

QCoro::Task<Outcome> PaymentStore::webhookDone(db::Transaction tx, Uuid id, QByteArray effect, QByteArray error, Timestamp now)
{
    CARGO_CO_TRY(co_await tx.run(kWebhookDone, id, now, effect, error));
    co_return ok();
}

QCoro::Task<Outcome> PaymentStore::addFinanceTask(db::Transaction tx, std::optional<DealId> deal, std::optional<ProviderOpId> op,
                                                  QByteArray kind, QByteArray detail, Timestamp now)
{
    const Uuid id = newUuid(now);
    CARGO_CO_TRY(co_await tx.run(kAddFinanceTask, id, deal, op, kind, detail, now));
    const Timestamp due = desk::dueAt(m_settings, "finance_tasks", now);
    desk::NewItem waiting{"finance_tasks", id, now, due, {}, QString::fromUtf8(kind), QString::fromUtf8(detail), deal};
    co_return co_await desk::open(tx, waiting);
}

} // namespace cargo::payments
