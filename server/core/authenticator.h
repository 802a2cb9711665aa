#pragma once

#include "server/core/call_context.h"
#include "shared/domain/result.h"

namespace cargo {

// Tells who holds an access token. Implemented by auth, used by the HTTP middleware and the WebSocket hub.
// Thread-safe and without I/O: tokens are signed, ended sessions are known from the bus.
class Authenticator
{
public:
    virtual ~Authenticator() = default;
    // Errors: Unauthorized (forged, malformed, session ended), TokenExpired, Banned.
    virtual Result<Principal> authenticate(QByteArrayView accessToken, Timestamp now) const = 0;
};

} // namespace cargo
