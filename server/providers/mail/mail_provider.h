#pragma once

#include "server/core/call_context.h"

#include <QCoroTask>
#include <QString>

namespace cargo::mail {

struct Mail
{
    QString to;
    QString subject;
    QString text;
};

// Port: somebody who delivers mail. Called on the jobs thread from the outbox, so it may be asked twice for one mail.
// Errors: Unavailable (try again later), ProviderDeclined (the address is refused for good).
class MailProvider
{
public:
    virtual ~MailProvider() = default;
    virtual QCoro::Task<Outcome> send(CallContextPtr context, Mail mail) = 0;
};

} // namespace cargo::mail
