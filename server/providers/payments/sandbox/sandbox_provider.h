#pragma once

#include "server/providers/payments/sandbox/sandbox_bank.h"

namespace cargo::payments::sandbox {

// The port's side of the sandbox. What a real adapter would send over HTTP goes to SandboxBank; webhooks do come over HTTP.
class SandboxProvider final : public PaymentProvider
{
public:
    explicit SandboxProvider(Runtime &runtime);

    const Capabilities &capabilities() const override { return m_capabilities; }
    QCoro::Task<ProviderAnswer> perform(CallContextPtr context, ProviderCall call) override;
    QCoro::Task<ProviderAnswer> lookup(CallContextPtr context, ProviderCall call) override;
    Result<WebhookEvent> readWebhook(const Headers &headers, const QByteArray &body, Timestamp now) const override;
    Result<WebhookEvent> parseWebhook(const QByteArray &body) const override;

    SandboxBank &bank() { return m_bank; }

private:
    Capabilities m_capabilities;
    SandboxBank m_bank;
    QByteArray m_secret;
};

} // namespace cargo::payments::sandbox
