#pragma once

#include "server/jobs/registry.h"
#include "server/providers/payments/sandbox/sandbox_bank.h"

#include <QNetworkAccessManager>

namespace cargo::payments::sandbox {

// Carries the sandbox's webhooks to our own door, over HTTP and signed like those of any provider. Lives on the jobs
// thread. A delivery that fails is tried again by the outbox; one that was answered with 2xx is never repeated, except on
// order (copies).
class SandboxCourierJob
{
public:
    SandboxCourierJob(Runtime &runtime, SandboxBank &bank);
    void registerOn(jobs::Registry &registry);

private:
    QCoro::Task<Outcome> onEvent(CallContextPtr context, jobs::StoredEvent event);
    QCoro::Task<Outcome> deliver(CallContextPtr context, Uuid webhook);
    QCoro::Task<Outcome> post(QByteArray body);

    Runtime &m_runtime;
    SandboxBank &m_bank;
    QByteArray m_secret;
    QNetworkAccessManager m_network;
};

} // namespace cargo::payments::sandbox
