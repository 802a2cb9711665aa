#pragma once

#include "server/db/database.h"
#include "server/http/exchange.h"

namespace cargo::http {

// Reads Idempotency-Key into the context, with the hash of method, path, query and body. Without the header it does
// nothing. Error: BadRequest when the key is not 1 to 128 visible ASCII characters.
Outcome readIdempotencyKey(Exchange &exchange);

// The answer that an earlier request with this key got: none, the stored one (with Idempotency-Replayed: true), or
// IdempotencyKeyReused when that was another request.
QCoro::Task<std::optional<Response>> findStoredAnswer(db::Database *database, CallContextPtr context);

} // namespace cargo::http
