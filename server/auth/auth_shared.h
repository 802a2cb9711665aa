#pragma once

#include "server/auth/auth_tokens.h"
#include "server/auth/password_hasher.h"
#include "server/auth/secret_keys.h"
#include "server/auth/session_authenticator.h"

namespace cargo::auth {

// What auth has once for the whole process; thread-safe. Handed to each thread's AuthFeature, and the authenticator to the
// HTTP server and the WebSocket hub.
struct AuthShared
{
    const SecretKeys keys;
    PasswordHasher hasher;
    SessionAuthenticator authenticator;

    AuthShared(SecretKeys secretKeys, const config::Settings &settings, CpuPool &cpu, Bus &bus)
        : keys(std::move(secretKeys)), hasher(cpu), authenticator(AuthTokens(keys.accessToken(), settings.accessTokenMs), bus)
    {
    }
};

} // namespace cargo::auth
