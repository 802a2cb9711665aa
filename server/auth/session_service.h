#pragma once

#include "server/auth/auth_shared.h"
#include "server/auth/auth_store.h"
#include "server/core/runtime.h"
#include "server/users/user_service.h"

namespace cargo::auth {

// Sessions: a signed-in device each, with a family of refresh tokens of which only the newest counts. A rotated token that
// comes back was stolen from somebody, so the session ends for thief and owner alike. The one exception keeps honest
// clients whose answer was lost: the request may be repeated with its Idempotency-Key for a minute, as long as nobody used
// the new token; the same new token is answered again. Tokens are stored as hashes only.
class SessionService
{
public:
    SessionService(const Runtime &runtime, AuthShared &shared, AuthStore &store, users::UserService &users);

    // In the transaction of a registration or a sign-in. `refreshToken` is raw bytes, empty: random ones.
    QCoro::Task<Result<api::AuthAnswerDto>> start(db::Transaction tx, users::User user, SessionId id, QByteArray refreshToken);
    // The access token never outlives the session.
    api::AuthAnswerDto answer(const users::User &user, SessionId session, const QByteArray &refreshToken, Timestamp now,
                              Timestamp sessionEndsAt) const;
    // When a session ends that began at `startedAt` and is used now: staff are signed out after a pause and after a day's work.
    Timestamp endOf(const users::User &user, Timestamp startedAt, Timestamp now) const;

    // Errors: Unauthorized, TokenReused, Banned.
    QCoro::Task<Result<api::AuthAnswerDto>> refresh(CallContextPtr context, QString refreshToken);
    // The session of the access token, or of the refresh token when there is none. Errors: Unauthorized.
    QCoro::Task<Outcome> logout(CallContextPtr context, QString refreshToken);
    QCoro::Task<Result<std::vector<api::SessionDto>>> list(CallContextPtr context);
    QCoro::Task<Outcome> endOne(CallContextPtr context, SessionId id);
    QCoro::Task<Outcome> endOthers(CallContextPtr context);
    // In somebody's transaction; told on the Bus after the commit. Answers how many ended.
    QCoro::Task<Result<int>> end(db::Transaction tx, UserId user, std::optional<SessionId> only, std::optional<SessionId> except,
                                 QByteArray reason);

    // From now on this session of staff has shown its second factor. Error: Unauthorized (it ended meanwhile).
    QCoro::Task<Outcome> stepUp(db::Transaction tx, Principal staff);
    // For routes that need it. Error: StepUpRequired.
    QCoro::Task<Outcome> requireStepUp(CallContextPtr context);

    // Once at start: sessions that ended shortly before, whose access tokens still look good.
    QCoro::Task<Outcome> loadEnded(CallContextPtr context);
    // Publishes those again, for servers that may have missed one.
    QCoro::Task<Outcome> tellEndedAgain(CallContextPtr context);

private:
    QCoro::Task<Result<std::vector<SessionEnded>>> endedLately(CallContextPtr context);
    QCoro::Task<Result<api::AuthAnswerDto>> rotate(db::Transaction tx, users::User user, QByteArray raw,
                                                   StoredRefreshToken token);
    QCoro::Task<Result<api::AuthAnswerDto>> reused(db::Transaction tx, users::User user, QByteArray raw,
                                                   StoredRefreshToken token);
    void tell(db::Transaction tx, UserId user, const std::vector<SessionId> &ended, const QByteArray &reason) const;
    QByteArray retryKeyHash(const CallContext &context) const;
    QByteArray successorOf(const QByteArray &raw, const CallContext &context) const;

    const Runtime &m_runtime;
    AuthShared &m_shared;
    AuthStore &m_store;
    users::UserService &m_users;
};

} // namespace cargo::auth
