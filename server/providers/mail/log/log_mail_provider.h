#pragma once

#include "server/providers/mail/mail_provider.h"

#include "shared/domain/clock.h"

namespace cargo::mail {

// For development and demonstrations: each mail becomes a file <dataDir>/mail/<time>-<id>.eml (mode 0600) that mail
// programs open. The log only says that there was one: never to whom, never what.
class LogMailProvider final : public MailProvider
{
public:
    LogMailProvider(QString dataDir, const Clock &clock) : m_folder(dataDir + QStringLiteral("/mail")), m_clock(clock) {}
    QCoro::Task<Outcome> send(CallContextPtr context, Mail mail) override;

private:
    const QString m_folder;
    const Clock &m_clock;
};

} // namespace cargo::mail
