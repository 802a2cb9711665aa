#pragma once

#include "server/auth/code_service.h"

namespace cargo::auth {

// Registration, sign-in and the second factor. An e-mail that nobody has costs a sign-in the same time as a wrong password;
// ten failures close an account's door for a quarter of an hour, counted before the password is looked at, so that guesses
// in parallel are counted too.
class AuthService
{
public:
    AuthService(const Runtime &runtime, AuthShared &shared, AuthStore &store, users::UserService &users, SessionService &sessions,
                CodeService &codes);

    // Errors: AlreadyExists (email), IdempotencyKeyReused, Unavailable. With an Idempotency-Key a day long the same answer,
    // made again instead of stored: it holds tokens.
    QCoro::Task<Result<api::AuthAnswerDto>> signUp(CallContextPtr context, api::RegisterDto dto);
    struct Refusal
    {
        qint64 retryAfterMs = 0;      // with RateLimited
        std::optional<UserId> banned; // with Banned: whose password and second factor were right
    };
    // Errors: WrongCredentials, SecondFactorRequired, WrongCode (totp), Banned, RateLimited. `refusal` lives until the answer.
    QCoro::Task<Result<api::AuthAnswerDto>> login(CallContextPtr context, api::LoginDto dto, Refusal *refusal);

    // Errors: WrongCredentials, StateConflict (is on already), RateLimited.
    QCoro::Task<Result<api::TotpSecretDto>> enableTotp(CallContextPtr context, QString password, qint64 *retryAfterMs);
    // Errors: WrongCode, StateConflict, RateLimited.
    QCoro::Task<Outcome> confirmTotp(CallContextPtr context, QString code, qint64 *retryAfterMs);

    // A session of staff shows its second factor again. A code works once: also not the one of the sign-in. Errors: WrongCode
    // (totp), RateLimited, Unauthorized.
    QCoro::Task<Outcome> stepUp(CallContextPtr context, QString code, qint64 *retryAfterMs);

    // Who asks says his password again, for what an unlocked phone must not do; `purpose` has its own count of failures. Errors:
    // WrongCredentials, RateLimited (detail: until when).
    QCoro::Task<Outcome> provePassword(CallContextPtr context, QByteArray purpose, QString password);

    // For `cargod staff add`. Second factor on from the start. Errors: AlreadyExists, InvalidFormat, UnknownValue (permission).
    struct StaffAdded
    {
        UserId id;
        api::TotpSecretDto totp;
    };
    QCoro::Task<Result<StaffAdded>> addStaff(CallContextPtr context, QString email, QString password, QString displayName,
                                             QStringList permissions);
    // A new second factor for a member of staff who has lost his; the old one is void. Errors: NotFound, Forbidden (no staff),
    // Banned.
    QCoro::Task<Result<api::TotpSecretDto>> renewTotp(CallContextPtr context, QString email);

private:
    // A second factor that is on at once, for somebody who has none.
    QCoro::Task<Result<api::TotpSecretDto>> giveTotp(db::Transaction tx, UserId user, QString email, Timestamp now);
    QCoro::Task<Result<api::AuthAnswerDto>> replay(CallContextPtr context, Registration registration);
    QCoro::Task<Result<api::AuthAnswerDto>> createUser(CallContextPtr context, users::NewUser user, QByteArray registerKey);
    QCoro::Task<Outcome> countAttempt(CallContextPtr context, QByteArray subject, qint64 *retryAfterMs);
    QByteArray registerKey(const CallContext &context) const;
    QByteArray registerToken(UserId user, const CallContext &context) const;

    const Runtime &m_runtime;
    AuthShared &m_shared;
    AuthStore &m_store;
    users::UserService &m_users;
    SessionService &m_sessions;
    CodeService &m_codes;
};

} // namespace cargo::auth
