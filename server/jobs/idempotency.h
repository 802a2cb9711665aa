#pragma once

#include "server/db/database.h"

namespace cargo::jobs {

// Stores the answer of a request that carried an Idempotency-Key, in the transaction of the write, just before commit.
// Without a key it does nothing. Error IdempotencyReplay: a request with this key was committed meanwhile; roll back and
// return the error, the middleware answers with what is stored (or 422 when the request differs).
QCoro::Task<Outcome> remember(db::Transaction tx, int status, QByteArray answer);

// For a write that is one statement and stores its answer itself: owner, key and hash of the request as the next three
// parameters. The context has a key.
void addKey(db::Params &params, const CallContext &context);
// What such a statement fails with when the key was used meanwhile: IdempotencyReplay is the answer.
bool keyUsed(const Error &error);

} // namespace cargo::jobs
