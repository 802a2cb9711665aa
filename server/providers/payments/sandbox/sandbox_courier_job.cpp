#include "server/providers/payments/sandbox/sandbox_courier_job.h"

#include "server/providers/payments/sandbox/sandbox_signature.h"
#include "shared/api/json_reader.h"
#include "shared/api/paths.h"

#include <QCoroNetworkReply>
#include <QNetworkReply>

namespace cargo::payments::sandbox {

namespace {
constexpr int kPostTimeoutMs = 10'000;

// Our own listener as seen from this machine: a wildcard address is reached through the loopback.
QByteArray ownDoor(QByteArray listen)
{
    if (listen.startsWith("0.0.0.0:"))
        listen.replace(0, 7, "127.0.0.1");
    else if (listen.startsWith("[::]:"))
        listen.replace(0, 4, "[::1]");
    return "http://" + listen + api::kBase + "/webhooks/payments/sandbox";
}
} // namespace

SandboxCourierJob::SandboxCourierJob(Runtime &runtime, SandboxBank &bank)
    : m_runtime(runtime), m_bank(bank), m_secret(webhookSecret(runtime.settings.secretKey))
{
}

void SandboxCourierJob::registerOn(jobs::Registry &registry)
{
    registry.onEvent("sandbox.webhook", "sandbox.courier",
                     [this](CallContextPtr context, jobs::StoredEvent event) { return onEvent(context, event); });
    registry.onTimer("sandbox.webhook",
                     [this](CallContextPtr context, Uuid webhook, Timestamp) { return deliver(context, webhook); });
    registry.onTimer("sandbox.hold_expiry", [this](CallContextPtr context, Uuid payment, Timestamp dueAt) {
        return m_bank.expireHold(context, payment, dueAt);
    });
}

QCoro::Task<Outcome> SandboxCourierJob::onEvent(CallContextPtr context, jobs::StoredEvent event)
{
    const auto json = api::parseObject(event.event.payload);
    if (!json.ok())
        co_return json.error();
    const auto id = Uuid::fromText(json->value(QLatin1String("webhook_id")).toString());
    if (!id)
        co_return ok();
    co_return co_await deliver(context, *id);
}

QCoro::Task<Outcome> SandboxCourierJob::deliver(CallContextPtr context, Uuid id)
{
    const auto webhook = co_await m_bank.takeWebhook(context, id);
    if (!webhook.ok())
        co_return webhook.error();
    if (!webhook->has_value())
        co_return ok();
    const Webhook due = **webhook;
    for (int copy = 0; copy < due.copies; ++copy)
        CARGO_CO_TRY(co_await post(due.body));
    co_return co_await m_bank.webhookDelivered(context, id);
}

QCoro::Task<Outcome> SandboxCourierJob::post(QByteArray body)
{
    QNetworkRequest request(QUrl(QString::fromLatin1(ownDoor(m_runtime.settings.listen))));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    request.setRawHeader(kSignatureHeader, sign(m_secret, m_runtime.clock.now(), body));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setTransferTimeout(kPostTimeoutMs);
    QNetworkReply *reply = m_network.post(request, body);
    co_await qCoro(reply).waitForFinished();
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    reply->deleteLater();
    if (status < 200 || status >= 300)
        co_return Error{ErrorCode::Unavailable, {}, QStringLiteral("webhook answered with ") + QString::number(status)};
    co_return ok();
}

} // namespace cargo::payments::sandbox
