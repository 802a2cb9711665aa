#pragma once

#include "server/core/authenticator.h"
#include "server/http/exchange.h"

namespace cargo::http {

// Who is asking, and may they use this route. A token that is there is checked even where nobody needs one: a client with
// an expired token must learn it instead of being taken for a stranger.
// Errors: Unauthorized, TokenExpired, Banned, Forbidden.
Outcome authenticate(Exchange &exchange, const Authenticator &authenticator);

} // namespace cargo::http
