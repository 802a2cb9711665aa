#pragma once

#include "server/auth/auth_tokens.h"
#include "server/auth/events.h"
#include "server/auth/known_tokens.h"
#include "server/bus/bus.h"
#include "server/core/authenticator.h"

#include <shared_mutex>
#include <unordered_map>

namespace cargo::auth {

// Says who holds an access token, for HTTP and WebSockets, without a look into the database: a token counts until it
// expires unless its session ended meanwhile. Ended sessions come from the Bus and, at start, from the database
// (AuthService::loadEndedSessions); each is remembered only as long as an access token can live, so the set stays small.
// Thread-safe.
class SessionAuthenticator final : public Authenticator
{
public:
    SessionAuthenticator(AuthTokens tokens, Bus &bus);
    ~SessionAuthenticator() override;
    SessionAuthenticator(const SessionAuthenticator &) = delete;
    SessionAuthenticator &operator=(const SessionAuthenticator &) = delete;

    Result<Principal> authenticate(QByteArrayView accessToken, Timestamp now) const override;
    const AuthTokens &tokens() const { return m_tokens; }
    void remember(const SessionEnded &event);
    // How many ended sessions are remembered; for tests and metrics.
    size_t remembered() const;

private:
    struct Hash
    {
        size_t operator()(const Uuid &uuid) const { return qHash(uuid); }
    };
    struct End
    {
        Timestamp at;
        bool banned = false;
    };

    const AuthTokens m_tokens;
    mutable KnownTokens m_known;
    Bus &m_bus;
    quint64 m_subscription = 0;
    mutable std::shared_mutex m_mutex;
    std::unordered_map<Uuid, End, Hash> m_sessions;
    size_t m_pruneAt = 1024;
};

} // namespace cargo::auth
