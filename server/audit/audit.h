#pragma once

#include "server/db/database.h"

namespace cargo::audit {

// One line of the append-only audit, chained by hash inside its stream (a deal's id, or a user's id for staff actions).
// Written in the transaction of the change. `details` is a JSON object without personal data.
struct AuditEvent
{
    Uuid stream;
    QByteArray action; // "deal.funded", "message.revealed"
    std::optional<UserId> actor;
    QByteArray details = "{}";
};

QCoro::Task<Outcome> append(db::Transaction tx, AuditEvent event);

} // namespace cargo::audit
