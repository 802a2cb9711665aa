#pragma once

#include "server/core/runtime.h"
#include "server/jobs/outbox.h"
#include "server/vault/vault.h"

#include <QCoroTask>

namespace cargo::vault {

// A sealed file goes after the commit that took its key: an event of this topic, which whoever keeps such files reads with
// dropFile().
QCoro::Task<Outcome> dropLater(db::Transaction tx, QByteArray topic, Uuid document, QByteArray fileSha256);
// Harmless when it has gone already.
QCoro::Task<Outcome> dropFile(CpuPool &cpu, Vault &vault, jobs::StoredEvent event);

} // namespace cargo::vault
