#pragma once

#include "server/auth/auth_tokens.h"
#include "server/auth/password_hasher.h"
#include "server/auth/secret_keys.h"
#include "server/auth/session_authenticator.h"
#include "server/providers/mail/mail_provider.h"

namespace cargo::auth {

// What auth has once for the whole process; thread-safe. Handed to each thread's AuthFeature, and the authenticator to the
// HTTP server and the WebSocket hub.
struct AuthShared
{
    const SecretKeys keys;
    PasswordHasher hasher;
    SessionAuthenticator authenticator;
    mail::MailProvider &mail;

    AuthShared(SecretKeys secretKeys, const config::Settings &settings, Bus &bus, CpuPool &cpu, mail::MailProvider &mailProvider)
        : keys(std::move(secretKeys)), hasher(cpu), authenticator(AuthTokens(keys.accessToken(), settings.accessTokenMs), bus),
          mail(mailProvider)
    {
    }
};

} // namespace cargo::auth
