#pragma once

#include "server/db/database.h"

namespace cargo::jobs {

// Stores the answer of a request that carried an Idempotency-Key, in the transaction of the write, just before commit.
// Without a key it does nothing. Error IdempotencyReplay: a request with this key was committed meanwhile; roll back and
// return the error, the middleware answers with what is stored (or 422 when the request differs).
QCoro::Task<Outcome> remember(db::Transaction tx, int status, QByteArray answer);

} // namespace cargo::jobs
