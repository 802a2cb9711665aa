#include "server/providers/payments/sandbox/sandbox_provider.h"

#include "server/providers/payments/sandbox/sandbox_signature.h"
#include "shared/api/json_reader.h"

namespace cargo::payments::sandbox {

namespace {

Capabilities sandboxCapabilities()
{
    Capabilities can;
    can.name = "sandbox";
    can.currencies = {"RUB", "USD", "EUR", "CNY", "JPY", "KRW", "AED", "GBP", "KZT"};
    can.maxHoldMs = 7 * kDayMs;
    can.maxDealLifeMs = 180 * kDayMs;
    can.maxPayinMinor = 100'000'000'000;
    can.maxPayoutMinor = 50'000'000'000;
    can.maxPayoutPieces = 2;
    can.partialRefund = true;
    can.cancelPending = true;
    can.feeReturned = true;
    can.refundWindowMs = 365 * kDayMs;
    can.idempotencyTtlMs = kDayMs;
    can.findByReference = true;
    can.moneyTimeoutMs = 30'000;
    return can;
}

std::optional<ObjectState> stateFromWord(const QString &status, WebhookEvent::Subject subject)
{
    if (status == QLatin1String("pending"))
        return ObjectState::Pending;
    if (status == QLatin1String("waiting_for_capture"))
        return ObjectState::Held;
    if (status == QLatin1String("canceled"))
        return ObjectState::Canceled;
    if (status == QLatin1String("succeeded"))
        return subject == WebhookEvent::Subject::Payment ? ObjectState::Captured : ObjectState::Succeeded;
    return std::nullopt;
}

} // namespace

SandboxProvider::SandboxProvider(Runtime &runtime)
    : m_capabilities(sandboxCapabilities()), m_bank(runtime), m_secret(webhookSecret(runtime.settings.secretKey))
{
}

QCoro::Task<ProviderAnswer> SandboxProvider::perform(CallContextPtr context, ProviderCall call)
{
    return m_bank.perform(std::move(context), std::move(call));
}

QCoro::Task<ProviderAnswer> SandboxProvider::lookup(CallContextPtr context, ProviderCall call)
{
    return m_bank.lookup(std::move(context), std::move(call));
}

Result<WebhookEvent> SandboxProvider::readWebhook(const Headers &headers, const QByteArray &body, Timestamp now) const
{
    QByteArray signature;
    for (const auto &[name, value] : headers) {
        if (name == kSignatureHeader)
            signature = value;
    }
    if (!verify(m_secret, signature, body, now))
        return ErrorCode::SignatureInvalid;
    return parseWebhook(body);
}

Result<WebhookEvent> SandboxProvider::parseWebhook(const QByteArray &body) const
{
    const auto json = api::parseObject(body);
    if (!json.ok())
        return json.error();
    api::JsonReader in(*json);
    const QString key = in.text("event_id", {.min = 1, .max = 100});
    const QString event = in.text("event", {.min = 1, .max = 100});
    const QJsonObject objectJson = in.object("object", true);
    const QJsonObject amountJson = objectJson.value(QLatin1String("amount")).toObject();
    api::JsonReader inObject(objectJson);
    api::JsonReader inAmount(amountJson);
    WebhookEvent made;
    made.key = key.toUtf8();
    made.subject = event.startsWith(QLatin1String("refund."))   ? WebhookEvent::Subject::Refund
                   : event.startsWith(QLatin1String("payout.")) ? WebhookEvent::Subject::Payout
                                                                : WebhookEvent::Subject::Payment;
    made.claimed.ref = inObject.text("id", {.min = 1, .max = 100}).toUtf8();
    made.claimed.reference = inObject.text("reference", {.min = 1, .max = 100}).toUtf8();
    const auto state = stateFromWord(inObject.text("status", {.min = 1, .max = 60}), made.subject);
    const auto currency = Currency::fromCode(inAmount.text("currency", {.min = 3, .max = 3}));
    const QString value = inAmount.text("value", {.min = 1, .max = 30});
    if (!in.ok() || !inObject.ok() || !inAmount.ok() || !state || !currency)
        return ErrorCode::BadRequest;
    const auto amount = Money::fromDecimal(value, *currency);
    if (!amount.ok())
        return ErrorCode::BadRequest;
    made.claimed.state = *state;
    made.claimed.amount = *amount;
    return made;
}

} // namespace cargo::payments::sandbox
