#include "server/providers/payments/sandbox/sandbox_bank.h"

#include "server/jobs/outbox.h"
#include "server/jobs/scheduler.h"
#include "shared/api/json_writer.h"

#include <QCryptographicHash>

namespace cargo::payments::sandbox {

namespace {

const db::Query kTakeFault{"sandbox.take_fault",
                           R"(update sandbox_faults set remaining = remaining - 1
       where id = (select id from sandbox_faults where kind = $1 and remaining > 0 order by id limit 1 for no key update)
       returning mode)"};
const db::Query kFindKey{"sandbox.find_key", "select request_hash, object_id from sandbox_keys where idempotency_key = $1"};
const db::Query kInsertKey{"sandbox.insert_key",
                           R"(insert into sandbox_keys (idempotency_key, request_hash, object_id, created_at)
       values ($1, $2, $3, $4) on conflict do nothing)"};
const db::Query kInsertPayment{
    "sandbox.insert_payment",
    R"(insert into sandbox_payments (id, reference, amount_minor, currency, status, return_url, description, created_at, updated_at)
       values ($1, $2, $3, $4, 'pending', $5, $6, $7, $7))"};
#define SANDBOX_PAYMENT_COLUMNS                                                                                                  \
    "id, reference, amount_minor, currency, status, return_url, description, hold_expires_at, captured_minor, refunded_minor "
const db::Query kFindPayment{"sandbox.find_payment", "select " SANDBOX_PAYMENT_COLUMNS "from sandbox_payments where id = $1"};
const db::Query kFindPaymentByReference{"sandbox.find_payment_by_reference",
                                        "select " SANDBOX_PAYMENT_COLUMNS "from sandbox_payments where reference = $1"};
const db::Query kLockPayment{"sandbox.lock_payment",
                             "select " SANDBOX_PAYMENT_COLUMNS "from sandbox_payments where id = $1 for no key update"};
const db::Query kSetStatus{
    "sandbox.set_status",
    R"(update sandbox_payments set status = $2, hold_expires_at = coalesce($3::timestamptz, hold_expires_at),
       captured_minor = case when $2 = 'succeeded' then amount_minor else captured_minor end, updated_at = $4 where id = $1)"};
const db::Query kAddRefund{"sandbox.add_refund",
                           "update sandbox_payments set refunded_minor = refunded_minor + $2, updated_at = $3 where id = $1"};
const db::Query kInsertTransfer{
    "sandbox.insert_transfer",
    R"(insert into sandbox_transfers (id, kind, reference, payment_id, amount_minor, currency, status, created_at, updated_at)
       values ($1, $2, $3, $4::uuid, $5, $6, 'pending', $7, $7))"};
const db::Query kFindTransfer{"sandbox.find_transfer",
                              "select id, reference, amount_minor, currency, status from sandbox_transfers where reference = $1"};
const db::Query kSettleTransfer{
    "sandbox.settle_transfer",
    "update sandbox_transfers set status = 'succeeded', updated_at = $2 where id = $1 and status = 'pending'"};
const db::Query kInsertWebhook{"sandbox.insert_webhook",
                               "insert into sandbox_webhooks (id, event_id, body, copies, due_at) values ($1, $2, $3, $4, $5)"};
const db::Query kFindWebhook{"sandbox.find_webhook", "select id, event_id, body, copies, body::json->'object'->>'id' from "
                                                     "sandbox_webhooks where id = $1 and delivered_at is null"};
const db::Query kWebhookDelivered{"sandbox.webhook_delivered", "update sandbox_webhooks set delivered_at = $2 where id = $1"};

const char *kindWord(OpKind kind)
{
    switch (kind) {
    case OpKind::Authorize: return "authorize";
    case OpKind::Capture: return "capture";
    case OpKind::Cancel: return "cancel";
    case OpKind::Refund: return "refund";
    case OpKind::Payout: return "payout";
    }
    return "";
}

Money moneyOf(const db::Rows &rows, int row, int amountColumn)
{
    return {rows.int64(row, amountColumn), Currency::fromCode(rows.text(row, amountColumn + 1)).value_or(Currency::rub())};
}

BankPayment paymentOf(const db::Rows &rows)
{
    return {rows.uuid(0, 0), rows.bytes(0, 1), moneyOf(rows, 0, 2),         rows.bytes(0, 4),
            rows.text(0, 5), rows.text(0, 6),  rows.optionalTimestamp(0, 7)};
}

ObjectState stateOf(const QByteArray &status)
{
    if (status == "waiting_for_capture")
        return ObjectState::Held;
    if (status == "succeeded")
        return ObjectState::Captured;
    return status == "canceled" ? ObjectState::Canceled : ObjectState::Pending;
}

ProviderAnswer answer(ProviderAnswer::Kind kind, int http, const char *error)
{
    ProviderAnswer made;
    made.kind = kind;
    made.http = http;
    made.error = error;
    return made;
}

ProviderAnswer done(ProviderObject object)
{
    ProviderAnswer made;
    made.kind = ProviderAnswer::Kind::Done;
    made.http = 200;
    made.object = std::move(object);
    return made;
}

QByteArray hashOf(const ProviderCall &call)
{
    const QByteArray text = QByteArray(kindWord(call.kind)) + '\n' + call.reference + '\n' + call.objectRef + '\n'
                            + QByteArray::number(call.amount.amountMinor) + call.amount.currency.code();
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256);
}

} // namespace

QByteArray webhookBody(const Uuid &eventId, const QByteArray &event, const ProviderObject &object, Timestamp at)
{
    static const char *const kStates[] = {"pending", "waiting_for_capture", "succeeded", "canceled", "succeeded"};
    api::JsonWriter out;
    out.beginObject().field("event_id", eventId).field("event", event).field("created_at", at).key("object");
    out.beginObject().field("id", object.ref).field("reference", object.reference);
    out.field("status", kStates[int(object.state)]).key("amount").beginObject();
    out.field("value", object.amount.toDecimal()).field("currency", object.amount.currency.code()).endObject();
    out.field("test", true).endObject().endObject();
    return out.take();
}

QString SandboxBank::checkoutUrl(const Uuid &payment) const
{
    return QString::fromUtf8(m_runtime.settings.linkBase() + "/sandbox/checkout/" + payment.toText());
}

ProviderObject SandboxBank::objectOf(const BankPayment &payment) const
{
    return {payment.id.toText(), payment.reference,       stateOf(payment.status),
            payment.amount,      checkoutUrl(payment.id), payment.holdExpiresAt};
}

QCoro::Task<ProviderAnswer> SandboxBank::perform(CallContextPtr context, ProviderCall call)
{
    using Kind = ProviderAnswer::Kind;
    const auto tx = co_await m_runtime.db.begin(context);
    if (!tx.ok())
        co_return answer(Kind::Unknown, 0, "connection refused");
    const QByteArray kind(kindWord(call.kind));
    const auto fault = co_await tx->run(kTakeFault, kind);
    if (!fault.ok())
        co_return answer(Kind::Unknown, 0, "connection broken");
    const QByteArray mode = fault->empty() ? QByteArray() : fault->bytes(0, 0);
    ProviderAnswer given;
    if (mode == "unavailable") {
        given = answer(Kind::Unknown, 503, "service unavailable");
    } else if (mode == "reject") {
        given = answer(Kind::Rejected, 400, "invalid request");
    } else if (mode == "decline") {
        given = answer(Kind::Declined, 200, "declined");
    } else {
        const auto result = co_await performOnce(*tx, call, mode == "no_webhook" || mode == "lost_answer");
        if (!result.ok())
            co_return answer(Kind::Unknown, 500, "internal error");
        given = mode == "lost_answer" ? answer(Kind::Unknown, 0, "timeout") : *result;
    }
    if (!(co_await tx->commit()).ok())
        co_return answer(Kind::Unknown, 500, "internal error");
    co_return given;
}

QCoro::Task<Result<ProviderAnswer>> SandboxBank::performOnce(db::Transaction tx, ProviderCall call, bool quiet)
{
    const auto seen = co_await tx.run(kFindKey, call.idempotencyKey);
    if (!seen.ok())
        co_return seen.error();
    if (!seen->empty()) {
        if (seen->blob(0, 0) != hashOf(call))
            co_return answer(ProviderAnswer::Kind::Rejected, 422, "key used for another request");
        ProviderCall again = call;
        if (call.kind != OpKind::Refund && call.kind != OpKind::Payout)
            again.objectRef = seen->uuid(0, 1).toText();
        co_return co_await lookup(tx.context(), again);
    }
    Result<ProviderAnswer> result = ErrorCode::Internal;
    switch (call.kind) {
    case OpKind::Authorize: result = co_await authorize(tx, call); break;
    case OpKind::Capture: result = co_await capture(tx, call, quiet); break;
    case OpKind::Cancel: result = co_await cancel(tx, call, quiet); break;
    case OpKind::Refund:
    case OpKind::Payout: result = co_await transfer(tx, call, quiet); break;
    }
    if (result.ok() && result->kind == ProviderAnswer::Kind::Done) {
        db::Params key;
        key.add(call.idempotencyKey).addBytes(hashOf(call)).add(result->object.ref).add(m_runtime.clock.now());
        CARGO_CO_TRY(co_await tx.runParams(kInsertKey, key));
    }
    co_return result;
}

QCoro::Task<Result<ProviderAnswer>> SandboxBank::authorize(db::Transaction tx, ProviderCall call)
{
    const Timestamp now = m_runtime.clock.now();
    BankPayment payment{newUuid(now), call.reference, call.amount, "pending", call.returnUrl, call.description, {}};
    const QByteArray currency = payment.amount.currency.code();
    CARGO_CO_TRY(co_await tx.run(kInsertPayment, payment.id, payment.reference, payment.amount.amountMinor, currency,
                                 payment.returnUrl, payment.description, now));
    co_return done(objectOf(payment));
}

QCoro::Task<Result<ProviderAnswer>> SandboxBank::capture(db::Transaction tx, ProviderCall call, bool quiet)
{
    const auto rows = co_await tx.run(kLockPayment, call.objectRef);
    if (!rows.ok())
        co_return rows.error();
    if (rows->empty())
        co_return answer(ProviderAnswer::Kind::Rejected, 404, "no such payment");
    BankPayment payment = paymentOf(*rows);
    if (payment.status != "waiting_for_capture" || !(payment.amount == call.amount))
        co_return answer(ProviderAnswer::Kind::Rejected, 400, "payment is not waiting for this capture");
    payment.status = "succeeded";
    CARGO_CO_TRY(co_await setStatus(tx, payment.id, payment.status, std::nullopt));
    if (!quiet)
        CARGO_CO_TRY(co_await owe(tx, "payment.succeeded", objectOf(payment), 1, m_runtime.settings.sandboxDelayMs));
    co_return done(objectOf(payment));
}

QCoro::Task<Result<ProviderAnswer>> SandboxBank::cancel(db::Transaction tx, ProviderCall call, bool quiet)
{
    const auto rows = co_await tx.run(kLockPayment, call.objectRef);
    if (!rows.ok())
        co_return rows.error();
    if (rows->empty())
        co_return answer(ProviderAnswer::Kind::Rejected, 404, "no such payment");
    BankPayment payment = paymentOf(*rows);
    if (payment.status == "succeeded")
        co_return answer(ProviderAnswer::Kind::Rejected, 400, "payment is captured: refund it");
    if (payment.status != "canceled") {
        payment.status = "canceled";
        CARGO_CO_TRY(co_await setStatus(tx, payment.id, payment.status, std::nullopt));
        if (!quiet)
            CARGO_CO_TRY(co_await owe(tx, "payment.canceled", objectOf(payment), 1, m_runtime.settings.sandboxDelayMs));
    }
    co_return done(objectOf(payment));
}

QCoro::Task<Result<ProviderAnswer>> SandboxBank::transfer(db::Transaction tx, ProviderCall call, bool quiet)
{
    const Timestamp now = m_runtime.clock.now();
    const bool refund = call.kind == OpKind::Refund;
    std::optional<Uuid> paymentId;
    if (refund) {
        const auto rows = co_await tx.run(kLockPayment, call.objectRef);
        if (!rows.ok())
            co_return rows.error();
        if (rows->empty() || rows->bytes(0, 4) != "succeeded" || rows->int64(0, 9) + call.amount.amountMinor > rows->int64(0, 8))
            co_return answer(ProviderAnswer::Kind::Rejected, 400, "nothing left to refund");
        paymentId = rows->uuid(0, 0);
        CARGO_CO_TRY(co_await tx.run(kAddRefund, *paymentId, call.amount.amountMinor, now));
    }
    ProviderObject object;
    const Uuid id = newUuid(now);
    object.ref = id.toText();
    object.reference = call.reference;
    object.amount = call.amount;
    const QByteArray kind(kindWord(call.kind));
    const QByteArray currency = call.amount.currency.code();
    CARGO_CO_TRY(co_await tx.run(kInsertTransfer, id, kind, call.reference, paymentId, call.amount.amountMinor, currency, now));
    if (quiet) {
        CARGO_CO_TRY(co_await tx.run(kSettleTransfer, id, now));
    } else {
        ProviderObject settled = object;
        settled.state = ObjectState::Succeeded;
        CARGO_CO_TRY(co_await owe(tx, kind + ".succeeded", settled, 1, m_runtime.settings.sandboxDelayMs));
    }
    co_return done(object);
}

QCoro::Task<ProviderAnswer> SandboxBank::lookup(CallContextPtr context, ProviderCall call)
{
    using Kind = ProviderAnswer::Kind;
    if (call.kind == OpKind::Refund || call.kind == OpKind::Payout) {
        const auto rows = co_await m_runtime.db.query(context, kFindTransfer, call.reference);
        if (!rows.ok())
            co_return answer(Kind::Unknown, 503, "service unavailable");
        if (rows->empty())
            co_return answer(Kind::NotFound, 404, "no such transfer");
        ProviderObject object;
        object.ref = rows->uuid(0, 0).toText();
        object.reference = rows->bytes(0, 1);
        object.amount = moneyOf(*rows, 0, 2);
        const QByteArray status = rows->bytes(0, 4);
        object.state = status == "succeeded"  ? ObjectState::Succeeded
                       : status == "canceled" ? ObjectState::Canceled
                                              : ObjectState::Pending;
        co_return done(object);
    }
    const bool byRef = Uuid::fromText(QByteArrayView(call.objectRef)).has_value();
    const db::Query &query = byRef ? kFindPayment : kFindPaymentByReference;
    const QByteArray name = byRef ? call.objectRef : call.reference;
    const auto rows = co_await m_runtime.db.query(context, query, name);
    if (!rows.ok())
        co_return answer(Kind::Unknown, 503, "service unavailable");
    if (rows->empty())
        co_return answer(Kind::NotFound, 404, "no such payment");
    co_return done(objectOf(paymentOf(*rows)));
}

QCoro::Task<Result<BankPayment>> SandboxBank::find(CallContextPtr context, Uuid payment)
{
    const auto rows = co_await m_runtime.db.read(context, kFindPayment, payment);
    if (!rows.ok())
        co_return rows.error();
    if (rows->empty())
        co_return ErrorCode::NotFound;
    co_return paymentOf(*rows);
}

QCoro::Task<Result<BankPayment>> SandboxBank::choose(CallContextPtr context, Uuid id, CheckoutOutcome outcome, int copies,
                                                     qint64 delayMs)
{
    const auto tx = co_await m_runtime.db.begin(context);
    if (!tx.ok())
        co_return tx.error();
    const auto rows = co_await tx->run(kLockPayment, id);
    if (!rows.ok())
        co_return rows.error();
    if (rows->empty())
        co_return ErrorCode::NotFound;
    BankPayment payment = paymentOf(*rows);
    const bool open = payment.status == "pending" || payment.status == "three_ds";
    if (!open || outcome == CheckoutOutcome::Timeout)
        co_return payment;
    const Timestamp now = m_runtime.clock.now();
    QByteArray event;
    switch (outcome) {
    case CheckoutOutcome::Success:
        payment.status = "waiting_for_capture";
        payment.holdExpiresAt = now.plusMs(7 * kDayMs);
        event = "payment.waiting_for_capture";
        CARGO_CO_TRY(co_await jobs::setTimer(*tx, "sandbox.hold_expiry", payment.id, *payment.holdExpiresAt));
        break;
    case CheckoutOutcome::Decline:
        payment.status = "canceled";
        event = "payment.canceled";
        break;
    case CheckoutOutcome::ThreeDs:
    case CheckoutOutcome::Timeout: payment.status = "three_ds"; break;
    }
    CARGO_CO_TRY(co_await setStatus(*tx, payment.id, payment.status, payment.holdExpiresAt));
    if (!event.isEmpty())
        CARGO_CO_TRY(co_await owe(*tx, event, objectOf(payment), copies, delayMs));
    CARGO_CO_TRY(co_await tx->commit());
    co_return payment;
}

QCoro::Task<Outcome> SandboxBank::expireHold(CallContextPtr context, Uuid id, Timestamp dueAt)
{
    const auto tx = co_await m_runtime.db.begin(context);
    if (!tx.ok())
        co_return tx.error();
    const auto rows = co_await tx->run(kLockPayment, id);
    if (!rows.ok())
        co_return rows.error();
    if (rows->empty())
        co_return ok();
    BankPayment payment = paymentOf(*rows);
    if (payment.status != "waiting_for_capture" || payment.holdExpiresAt > dueAt)
        co_return ok();
    payment.status = "canceled";
    CARGO_CO_TRY(co_await setStatus(*tx, payment.id, payment.status, std::nullopt));
    CARGO_CO_TRY(co_await owe(*tx, "payment.canceled", objectOf(payment), 1, m_runtime.settings.sandboxDelayMs));
    co_return co_await tx->commit();
}

QCoro::Task<Outcome> SandboxBank::setStatus(db::Transaction tx, Uuid payment, QByteArray status,
                                            std::optional<Timestamp> holdExpiresAt)
{
    CARGO_CO_TRY(co_await tx.run(kSetStatus, payment, status, holdExpiresAt, m_runtime.clock.now()));
    co_return ok();
}

QCoro::Task<Outcome> SandboxBank::owe(db::Transaction tx, QByteArray event, ProviderObject object, int copies, qint64 delayMs)
{
    const Timestamp now = m_runtime.clock.now();
    const Uuid id = newUuid(now);
    const Uuid eventId = newUuid(now);
    const Timestamp dueAt = now.plusMs(delayMs);
    const QByteArray body = webhookBody(eventId, event, object, now);
    CARGO_CO_TRY(co_await tx.run(kInsertWebhook, id, eventId, body, copies, dueAt));
    if (delayMs > 0)
        co_return co_await jobs::setTimer(tx, "sandbox.webhook", id, dueAt);
    jobs::OutboxEvent courier{"sandbox.webhook", object.ref, "{\"webhook_id\":\"" + id.toText() + "\"}"};
    co_return co_await jobs::append(tx, courier);
}

QCoro::Task<Result<std::optional<Webhook>>> SandboxBank::takeWebhook(CallContextPtr context, Uuid id)
{
    const auto rows = co_await m_runtime.db.query(context, kFindWebhook, id);
    if (!rows.ok())
        co_return rows.error();
    if (rows->empty())
        co_return std::optional<Webhook>();
    CARGO_CO_TRY(co_await m_runtime.db.write(context, kSettleTransfer, rows->uuid(0, 4), m_runtime.clock.now()));
    co_return std::optional<Webhook>(Webhook{rows->uuid(0, 0), rows->bytes(0, 2), rows->int32(0, 3)});
}

QCoro::Task<Outcome> SandboxBank::webhookDelivered(CallContextPtr context, Uuid webhook)
{
    CARGO_CO_TRY(co_await m_runtime.db.write(context, kWebhookDelivered, webhook, m_runtime.clock.now()));
    co_return ok();
}

} // namespace cargo::payments::sandbox
