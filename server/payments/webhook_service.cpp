#include "server/payments/webhook_service.h"

#include "shared/api/json_reader.h"
#include "shared/api/json_writer.h"

namespace cargo::payments {

namespace {
constexpr char kRetryTimer[] = "payments.webhook_retry";
constexpr qint64 kRetryEveryMs = kMinuteMs;
constexpr qint64 kGiveUpAfterMs = kHourMs;
constexpr qint64 kRescueAfterMs = 5 * kMinuteMs;

// Headers that help to understand a delivery later; never cookies or tokens.
QByteArray keptHeaders(const Headers &headers)
{
    api::JsonWriter out;
    out.beginObject();
    for (const auto &[name, value] : headers) {
        if (name == "content-type" || name == "user-agent" || name.contains("signature"))
            out.key(name).value(value);
    }
    out.endObject();
    return out.take();
}
} // namespace

void WebhookService::registerOn(jobs::Registry &registry)
{
    registry.onEvent("webhook_in", "payments.webhook",
                     [this](CallContextPtr context, jobs::StoredEvent event) { return onEvent(context, event); });
    registry.onTimer(kRetryTimer, [this](CallContextPtr context, Uuid webhook, Timestamp) { return process(context, webhook); });
}

QCoro::Task<Outcome> WebhookService::receive(CallContextPtr context, QByteArray provider, Headers headers, QByteArray body)
{
    if (provider != m_provider.capabilities().name)
        co_return ErrorCode::NotFound;
    const auto event = m_provider.readWebhook(headers, body, now());
    if (!event.ok())
        co_return event.error();
    const auto tx = co_await m_runtime.db.begin(context);
    if (!tx.ok())
        co_return tx.error();
    const Uuid id = newUuid(now());
    const auto fresh = co_await m_store.insertWebhook(*tx, id, provider, event->key, keptHeaders(headers), body, now());
    if (!fresh.ok())
        co_return fresh.error();
    if (*fresh)
        CARGO_CO_TRY(co_await orderWork(*tx, id, event->claimed.ref, now()));
    co_return co_await tx->commit();
}

QCoro::Task<Outcome> WebhookService::orderWork(db::Transaction tx, Uuid webhook, QByteArray key, Timestamp now)
{
    jobs::OutboxEvent work{"webhook_in", key, "{\"webhook_id\":\"" + webhook.toText() + "\"}"};
    CARGO_CO_TRY(co_await jobs::append(tx, work));
    // Should the relay park it, the timer comes back to it.
    co_return co_await jobs::setTimer(tx, kRetryTimer, webhook, now.plusMs(kRescueAfterMs));
}

QCoro::Task<Outcome> WebhookService::onEvent(CallContextPtr context, jobs::StoredEvent event)
{
    const auto json = api::parseObject(event.event.payload);
    if (!json.ok())
        co_return json.error();
    const auto id = Uuid::fromText(json->value(QLatin1String("webhook_id")).toString());
    if (!id)
        co_return ok();
    co_return co_await process(context, *id);
}

QCoro::Task<Outcome> WebhookService::process(CallContextPtr context, Uuid id)
{
    const auto row = co_await m_store.openWebhook(context, id);
    if (!row.ok())
        co_return row.error();
    if (!row->has_value())
        co_return ok();
    const auto event = m_provider.parseWebhook((*row)->body);
    if (!event.ok())
        co_return event.error();
    co_return co_await apply(context, **row, *event);
}

QCoro::Task<Outcome> WebhookService::apply(CallContextPtr context, WebhookRow row, WebhookEvent event)
{
    const bool transfer = event.subject != WebhookEvent::Subject::Payment;
    std::optional<PaymentId> paymentId;
    std::optional<ProviderOpId> opId;
    if (transfer) {
        const auto op = co_await m_store.findTransfer(context, row.provider, event.claimed);
        if (!op.ok())
            co_return op.error();
        if (op->has_value())
            opId = (*op)->id;
    } else {
        const auto payment = co_await m_store.findPayment(context, row.provider, event.claimed);
        if (!payment.ok())
            co_return payment.error();
        if (payment->has_value())
            paymentId = (*payment)->id;
    }
    if (!paymentId && !opId)
        co_return co_await waitOrGiveUp(context, row);

    ProviderCall call;
    call.kind = transfer ? OpKind::Refund : OpKind::Authorize;
    call.reference = transfer ? opId->toText() : paymentId->toText();
    call.objectRef = event.claimed.ref;
    const ProviderAnswer seen = co_await m_provider.lookup(context, call);
    if (seen.kind == ProviderAnswer::Kind::NotFound)
        co_return co_await waitOrGiveUp(context, row);
    if (seen.kind != ProviderAnswer::Kind::Done)
        co_return Error{ErrorCode::Unavailable, {}, QStringLiteral("the provider does not answer")};

    const auto tx = co_await m_runtime.db.begin(context);
    if (!tx.ok())
        co_return tx.error();
    Result<MoneyNews> news = ErrorCode::Internal;
    if (transfer)
        news = co_await m_escrow.takeAnswer(*tx, *opId, seen);
    else
        news = co_await m_escrow.takePayment(*tx, *paymentId, seen.object);
    if (!news.ok())
        co_return news.error();
    if (m_listener && news->any())
        CARGO_CO_TRY(co_await m_listener->moneyChanged(*tx, *news));
    CARGO_CO_TRY(co_await m_store.webhookDone(*tx, row.id, news->effect, QByteArray(), now()));
    CARGO_CO_TRY(co_await jobs::cancelTimer(*tx, kRetryTimer, row.id));
    co_return co_await tx->commit();
}

QCoro::Task<Outcome> WebhookService::waitOrGiveUp(CallContextPtr context, WebhookRow row)
{
    const auto tx = co_await m_runtime.db.begin(context);
    if (!tx.ok())
        co_return tx.error();
    if (now() < row.receivedAt.plusMs(kGiveUpAfterMs)) {
        CARGO_CO_TRY(co_await m_store.webhookTried(*tx, row.id));
        CARGO_CO_TRY(co_await jobs::setTimer(*tx, kRetryTimer, row.id, now().plusMs(kRetryEveryMs)));
    } else {
        CARGO_CO_TRY(co_await m_store.webhookDone(*tx, row.id, "none", "unknown object", now()));
        CARGO_CO_TRY(co_await m_store.addFinanceTask(*tx, std::nullopt, std::nullopt, "unknown_object",
                                                     "webhook " + row.id.toText(), now()));
    }
    co_return co_await tx->commit();
}

} // namespace cargo::payments
