#pragma once

#include "server/auth/events.h"
#include "server/db/database.h"
#include "shared/api/auth_dto.h"

#include <optional>
#include <vector>

namespace cargo::auth {

// What is needed to check who somebody is. Never leaves auth.
struct Credentials
{
    UserId user;
    QByteArray passwordHash;
    QByteArray totpSecret; // sealed; empty without a second factor
    bool totpConfirmed = false;
    qint64 totpLastStep = 0;
};

struct StoredRefreshToken
{
    SessionId session;
    UserId user;
    Timestamp expiresAt;
    std::optional<Timestamp> usedAt;
    QByteArray retryKeyHash;
    bool sessionEnded = false;
    Timestamp sessionStartedAt;
};

struct Registration
{
    UserId user;
    SessionId session;
    QByteArray requestHash;
    Timestamp createdAt;
};

struct OneTimeCode
{
    Uuid id;
    UserId user;
    QByteArray hash;
};

enum class CodePurpose { EmailVerify, PasswordReset };

// A deal that its owner has to see to before he can close his account.
struct Blocker
{
    QByteArray code; // deals_running | dispute_open | money_under_way
    DealId deal;
    qint64 number = 0;
    QByteArray status;
    QByteArray moneyStatus;
};

// Sessions, refresh tokens, codes, failed sign-ins, and the credential columns of `users`. Speaks SQL, decides nothing.
class AuthStore
{
public:
    explicit AuthStore(db::Database &db) : m_db(db) {}

    QCoro::Task<Result<std::optional<Credentials>>> findCredentials(CallContextPtr context, QString email);
    QCoro::Task<Result<std::optional<Credentials>>> findCredentialsOf(CallContextPtr context, UserId user);
    QCoro::Task<Outcome> setPassword(db::Transaction tx, UserId user, QByteArray hash);
    // What is set next is a first one again.
    QCoro::Task<Outcome> dropTotp(db::Transaction tx, UserId user);
    QCoro::Task<Outcome> setTotp(db::Transaction tx, UserId user, QByteArray sealedSecret);
    // False when another request confirmed or used the same step before.
    QCoro::Task<Result<bool>> confirmTotp(db::Transaction tx, UserId user, qint64 step, Timestamp now);
    QCoro::Task<Result<bool>> useTotpStep(db::Transaction tx, UserId user, qint64 step);

    QCoro::Task<Result<std::optional<Registration>>> findRegistration(CallContextPtr context, QByteArray key,
                                                                      Timestamp notBefore);
    QCoro::Task<Outcome> rememberRegistration(db::Transaction tx, UserId user, QByteArray key, QByteArray requestHash,
                                              SessionId session);

    // Counts an attempt before it is made; answers how many there were in this window and when it began.
    struct Attempts
    {
        int count = 0;
        Timestamp windowStartedAt;
    };
    QCoro::Task<Result<Attempts>> countAttempt(CallContextPtr context, QByteArray emailHash, Timestamp now, Timestamp cut);
    QCoro::Task<Outcome> forgetAttempts(db::Transaction tx, QByteArray emailHash);

    QCoro::Task<Outcome> insertSession(db::Transaction tx, SessionId id, UserId user, Timestamp now, Timestamp expiresAt);
    QCoro::Task<Outcome> touchSession(db::Transaction tx, SessionId id, Timestamp now, Timestamp expiresAt);
    QCoro::Task<Result<std::vector<api::SessionDto>>> liveSessions(CallContextPtr context, UserId user, Timestamp now);
    // Ends live sessions of the user: one, all, or all but one. Answers which.
    QCoro::Task<Result<std::vector<SessionId>>> endSessions(db::Transaction tx, UserId user, std::optional<SessionId> only,
                                                            std::optional<SessionId> except, QByteArray reason, Timestamp now);
    // In any session that has neither ended nor run out.
    QCoro::Task<Result<bool>> isSignedIn(db::Transaction tx, UserId user, Timestamp now);
    // Ends the oldest live ones of the user beyond `most`. Answers which.
    QCoro::Task<Result<std::vector<SessionId>>> endSurplus(db::Transaction tx, UserId user, int most, Timestamp now);
    // False when the session is no longer there.
    QCoro::Task<Result<bool>> stepUp(db::Transaction tx, UserId user, SessionId id, Timestamp until);
    QCoro::Task<Result<bool>> steppedUp(CallContextPtr context, UserId user, SessionId id, Timestamp now);
    QCoro::Task<Result<std::vector<SessionEnded>>> endedSince(CallContextPtr context, Timestamp since);

    QCoro::Task<Outcome> insertRefreshToken(db::Transaction tx, QByteArray hash, SessionId session, Timestamp now,
                                            Timestamp expiresAt);
    QCoro::Task<Result<std::optional<UserId>>> findRefreshOwner(CallContextPtr context, QByteArray hash);
    QCoro::Task<Result<std::optional<StoredRefreshToken>>> lockRefreshToken(db::Transaction tx, QByteArray hash);
    QCoro::Task<Outcome> useRefreshToken(db::Transaction tx, QByteArray hash, QByteArray retryKeyHash, Timestamp now);

    QCoro::Task<Result<int>> countCodes(db::Transaction tx, UserId user, CodePurpose purpose, Timestamp since);
    QCoro::Task<Outcome> insertCode(db::Transaction tx, OneTimeCode code, CodePurpose purpose, Timestamp now,
                                    Timestamp expiresAt);
    // Takes one of the attempts of the newest code that still counts; none: nothing to guess at.
    QCoro::Task<Result<std::optional<OneTimeCode>>> tryCode(CallContextPtr context, UserId user, CodePurpose purpose,
                                                            int maxAttempts, Timestamp now);
    QCoro::Task<Result<bool>> useCode(db::Transaction tx, Uuid id, Timestamp now);
    struct CodeMail
    {
        QString email;
        QString locale;
        CodePurpose purpose = CodePurpose::EmailVerify;
    };
    // Nothing when the code was used or is too old: then there is nothing to send.
    QCoro::Task<Result<std::optional<CodeMail>>> findCodeMail(CallContextPtr context, Uuid id, Timestamp now);

    // What hinders the closing of an account: the user's deals that are not at their end, and those whose money is on its way
    // to him. The oldest fifty.
    QCoro::Task<Result<std::vector<Blocker>>> blockers(db::Transaction tx, UserId user);
    QCoro::Task<Outcome> sweep(CallContextPtr context, Timestamp before);

    QCoro::Task<Outcome> setBannedUntil(db::Transaction tx, UserId id, std::optional<Timestamp> until);
    // Of somebody who is banned, locked.
    QCoro::Task<Result<std::optional<Timestamp>>> bannedUntil(db::Transaction tx, UserId id);

private:
    db::Database &m_db;
};

} // namespace cargo::auth
