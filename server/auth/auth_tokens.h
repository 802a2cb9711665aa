#pragma once

#include "server/core/call_context.h"

#include <QByteArray>
#include <QByteArrayView>

namespace cargo::auth {

// What a token with our signature says.
struct SignedToken
{
    Principal principal;
    qint64 expiresAtS = 0; // since 1970

    Result<Principal> at(Timestamp now) const
    {
        return now.unixMs >= expiresAtS * 1000 ? Result<Principal>(ErrorCode::TokenExpired) : Result<Principal>(principal);
    }
};

// Signs and checks access tokens: JWTs (RFC 7519) with HMAC-SHA256 and exactly one header, so that no token can choose
// how it is checked. Knows nothing of sessions that ended: see SessionAuthenticator. Immutable, shared by threads.
class AuthTokens
{
public:
    AuthTokens(QByteArray key, qint64 lifetimeMs);

    // Lives `lifetimeMs`, which is lifetimeMs() unless the session ends sooner.
    QByteArray issue(const Principal &principal, Timestamp now, qint64 lifetimeMs) const;
    QByteArray issue(const Principal &principal, Timestamp now) const { return issue(principal, now, m_lifetimeMs); }
    // Errors: Unauthorized (forged or malformed).
    Result<SignedToken> read(QByteArrayView token) const;
    // The same, and TokenExpired.
    Result<Principal> verify(QByteArrayView token, Timestamp now) const;
    qint64 lifetimeMs() const { return m_lifetimeMs; }

private:
    QByteArray m_key;
    qint64 m_lifetimeMs;
};

} // namespace cargo::auth
