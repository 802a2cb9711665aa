#include "server/auth/session_service.h"

#include "server/audit/audit.h"
#include "server/core/log.h"
#include "server/desk/desk.h"
#include "shared/api/json_writer.h"

namespace cargo::auth {

namespace {

constexpr auto kBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr qint64 kRetryMs = kMinuteMs;

// 32 bytes in canonical spelling; empty for anything else.
QByteArray rawToken(const QString &text)
{
    const QByteArray ascii = text.toLatin1();
    const auto decoded = QByteArray::fromBase64Encoding(ascii, kBase64 | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || (*decoded).size() != 32 || (*decoded).toBase64(kBase64) != ascii)
        return {};
    return *decoded;
}

} // namespace

SessionService::SessionService(const Runtime &runtime, AuthShared &shared, AuthStore &store, users::UserService &users)
    : m_runtime(runtime), m_shared(shared), m_store(store), m_users(users)
{
}

api::AuthAnswerDto SessionService::answer(const users::User &user, SessionId session, const QByteArray &refreshToken,
                                          Timestamp now, Timestamp sessionEndsAt) const
{
    const AuthTokens &tokens = m_shared.authenticator.tokens();
    const qint64 lifetimeMs = std::min(tokens.lifetimeMs(), sessionEndsAt.unixMs - now.unixMs);
    const Principal principal{user.id, session, user.role, user.role == Role::Staff ? user.permissions : 0};
    api::AuthAnswerDto dto;
    dto.accessToken = QString::fromLatin1(tokens.issue(principal, now, lifetimeMs));
    dto.refreshToken = QString::fromLatin1(refreshToken.toBase64(kBase64));
    dto.expiresInS = lifetimeMs / 1000;
    dto.user = users::meOf(user);
    return dto;
}

Timestamp SessionService::endOf(const users::User &user, Timestamp startedAt, Timestamp now) const
{
    const config::Settings &settings = m_runtime.settings;
    if (user.role != Role::Staff)
        return now.plusMs(settings.refreshTokenMs);
    return std::min(now.plusMs(settings.staffIdleMs), startedAt.plusMs(settings.staffSessionMs));
}

QCoro::Task<Result<api::AuthAnswerDto>> SessionService::start(db::Transaction tx, users::User user, SessionId id,
                                                              QByteArray refreshToken)
{
    const Timestamp now = m_runtime.clock.now();
    const Timestamp expiresAt = endOf(user, now, now);
    const QByteArray raw = refreshToken.isEmpty() ? randomSecret() : refreshToken;
    CARGO_CO_TRY(co_await m_store.insertSession(tx, id, user.id, now, expiresAt));
    CARGO_CO_TRY(co_await m_store.insertRefreshToken(tx, sha256(raw), id, now, expiresAt));
    if (user.role == Role::Staff) {
        // Whoever signed in has just shown it.
        CARGO_CO_TRY(co_await stepUp(tx, Principal{user.id, id, user.role, user.permissions}));
        const auto ended = co_await m_store.endSurplus(tx, user.id, m_runtime.settings.staffSessions, now);
        CARGO_CO_TRY(ended);
        tell(tx, user.id, *ended, "too_many");
    }
    co_return answer(user, id, raw, now, expiresAt);
}

QByteArray SessionService::retryKeyHash(const CallContext &context) const
{
    return context.idempotency ? sha256(context.idempotency->key) : QByteArray();
}

QByteArray SessionService::successorOf(const QByteArray &raw, const CallContext &context) const
{
    return context.idempotency ? m_shared.keys.deriveRefreshToken("rotate", raw + context.idempotency->key) : randomSecret();
}

QCoro::Task<Result<api::AuthAnswerDto>> SessionService::refresh(CallContextPtr context, QString refreshToken)
{
    const Error unknown{ErrorCode::Unauthorized, {}, QStringLiteral("refresh token")};
    const QByteArray raw = rawToken(refreshToken);
    if (raw.isEmpty())
        co_return unknown;
    const auto owner = co_await m_store.findRefreshOwner(context, sha256(raw));
    if (!owner)
        co_return owner.error();
    if (!*owner)
        co_return unknown;
    const auto tx = co_await m_runtime.db.begin(context);
    if (!tx)
        co_return tx.error();
    // First the user, then the token: the order of bans and resets.
    const auto user = co_await m_users.lockActive(*tx, **owner);
    if (!user)
        co_return user.code() == ErrorCode::NotFound ? unknown : user.error();
    const auto token = co_await m_store.lockRefreshToken(*tx, sha256(raw));
    if (!token)
        co_return token.error();
    if (!*token || (*token)->sessionEnded)
        co_return unknown;
    if ((*token)->usedAt)
        co_return co_await reused(*tx, *user, raw, **token);
    if ((*token)->expiresAt <= m_runtime.clock.now())
        co_return unknown;
    co_return co_await rotate(*tx, *user, raw, **token);
}

QCoro::Task<Result<api::AuthAnswerDto>> SessionService::rotate(db::Transaction tx, users::User user, QByteArray raw,
                                                               StoredRefreshToken token)
{
    const Timestamp now = m_runtime.clock.now();
    const Timestamp expiresAt = endOf(user, token.sessionStartedAt, now);
    const QByteArray next = successorOf(raw, *tx.context());
    CARGO_CO_TRY(co_await m_store.useRefreshToken(tx, sha256(raw), retryKeyHash(*tx.context()), now));
    CARGO_CO_TRY(co_await m_store.insertRefreshToken(tx, sha256(next), token.session, now, expiresAt));
    CARGO_CO_TRY(co_await m_store.touchSession(tx, token.session, now, expiresAt));
    CARGO_CO_TRY(co_await tx.commit());
    co_return answer(user, token.session, next, now, expiresAt);
}

QCoro::Task<Result<api::AuthAnswerDto>> SessionService::reused(db::Transaction tx, users::User user, QByteArray raw,
                                                               StoredRefreshToken token)
{
    const Timestamp now = m_runtime.clock.now();
    const QByteArray key = retryKeyHash(*tx.context());
    if (!key.isEmpty() && sameBytes(key, token.retryKeyHash) && now < token.usedAt->plusMs(kRetryMs)) {
        const QByteArray next = successorOf(raw, *tx.context());
        const auto successor = co_await m_store.lockRefreshToken(tx, sha256(next));
        if (!successor)
            co_return successor.error();
        if (*successor && !(*successor)->usedAt)
            co_return answer(user, token.session, next, now, (*successor)->expiresAt);
    }
    const auto ended = co_await end(tx, user.id, token.session, std::nullopt, "token_reused");
    if (!ended)
        co_return ended.error();
    audit::AuditEvent event{user.id.uuid, "auth.token_reused", user.id, "{\"session_id\":\"" + token.session.toText() + "\"}"};
    CARGO_CO_TRY(co_await audit::append(tx, event));
    CARGO_CO_TRY(co_await tx.commit());
    log::warning("auth.token_reused", {{"session", token.session.toText()}});
    co_return Error{ErrorCode::TokenReused, {}, {}};
}

QCoro::Task<Result<int>> SessionService::end(db::Transaction tx, UserId user, std::optional<SessionId> only,
                                             std::optional<SessionId> except, QByteArray reason)
{
    const Timestamp now = m_runtime.clock.now();
    const auto ended = co_await m_store.endSessions(tx, user, only, except, reason, now);
    if (!ended)
        co_return ended.error();
    tell(tx, user, *ended, reason);
    if (!ended->empty()) {
        // Cases are taken by a person, not by a session: they are given back when nobody is left to work on them.
        const auto there = co_await m_store.isSignedIn(tx, user, now);
        CARGO_CO_TRY(there);
        if (!*there)
            CARGO_CO_TRY(co_await desk::releaseAll(tx, user));
    }
    co_return int(ended->size());
}

void SessionService::tell(db::Transaction tx, UserId user, const std::vector<SessionId> &ended, const QByteArray &reason) const
{
    Bus *bus = &m_runtime.bus;
    for (const SessionId &session : ended) {
        const QByteArray payload = SessionEnded{user, session, reason, m_runtime.clock.now()}.toJson();
        tx.afterCommit([bus, payload] { bus->publish(kSessionEndedTopic, payload); });
    }
}

QCoro::Task<Outcome> SessionService::stepUp(db::Transaction tx, Principal staff)
{
    const Timestamp until = m_runtime.clock.now().plusMs(m_runtime.settings.stepUpMs);
    const auto there = co_await m_store.stepUp(tx, staff.user, staff.session, until);
    CARGO_CO_TRY(there);
    co_return *there ? ok() : Outcome(ErrorCode::Unauthorized);
}

QCoro::Task<Outcome> SessionService::requireStepUp(CallContextPtr context)
{
    const Principal staff = *context->principal;
    const auto shown = co_await m_store.steppedUp(context, staff.user, staff.session, m_runtime.clock.now());
    CARGO_CO_TRY(shown);
    co_return *shown ? ok() : Outcome(ErrorCode::StepUpRequired);
}

QCoro::Task<Outcome> SessionService::logout(CallContextPtr context, QString refreshToken)
{
    const Error unknown{ErrorCode::Unauthorized, {}, {}};
    const auto tx = co_await m_runtime.db.begin(context);
    if (!tx)
        co_return tx.error();
    UserId user;
    SessionId session;
    if (context->principal) {
        user = context->principal->user;
        session = context->principal->session;
    } else {
        const QByteArray raw = rawToken(refreshToken);
        if (raw.isEmpty())
            co_return unknown;
        const auto token = co_await m_store.lockRefreshToken(*tx, sha256(raw));
        if (!token)
            co_return token.error();
        if (!*token)
            co_return unknown;
        user = (*token)->user;
        session = (*token)->session;
    }
    const auto ended = co_await end(*tx, user, session, std::nullopt, "logout");
    if (!ended)
        co_return ended.error();
    co_return co_await tx->commit();
}

QCoro::Task<Result<std::vector<api::SessionDto>>> SessionService::list(CallContextPtr context)
{
    auto sessions = co_await m_store.liveSessions(context, context->principal->user, m_runtime.clock.now());
    if (!sessions)
        co_return sessions.error();
    for (api::SessionDto &session : *sessions)
        session.current = session.id == context->principal->session;
    co_return sessions;
}

QCoro::Task<Outcome> SessionService::endOne(CallContextPtr context, SessionId id)
{
    const auto tx = co_await m_runtime.db.begin(context);
    if (!tx)
        co_return tx.error();
    const auto ended = co_await end(*tx, context->principal->user, id, std::nullopt, "ended");
    if (!ended)
        co_return ended.error();
    if (*ended == 0)
        co_return Error{ErrorCode::NotFound, {}, {}};
    co_return co_await tx->commit();
}

QCoro::Task<Outcome> SessionService::endOthers(CallContextPtr context)
{
    const auto tx = co_await m_runtime.db.begin(context);
    if (!tx)
        co_return tx.error();
    const auto ended = co_await end(*tx, context->principal->user, std::nullopt, context->principal->session, "ended");
    if (!ended)
        co_return ended.error();
    co_return co_await tx->commit();
}

// As long ago as a token of theirs may still be valid.
QCoro::Task<Result<std::vector<SessionEnded>>> SessionService::endedLately(CallContextPtr context)
{
    const Timestamp since = m_runtime.clock.now().plusMs(-m_runtime.settings.accessTokenMs - kMinuteMs);
    co_return co_await m_store.endedSince(context, since);
}

QCoro::Task<Outcome> SessionService::loadEnded(CallContextPtr context)
{
    const auto ended = co_await endedLately(context);
    if (!ended)
        co_return ended.error();
    for (const SessionEnded &event : *ended)
        m_shared.authenticator.remember(event);
    co_return ok();
}

QCoro::Task<Outcome> SessionService::tellEndedAgain(CallContextPtr context)
{
    const auto ended = co_await endedLately(context);
    if (!ended)
        co_return ended.error();
    for (const SessionEnded &event : *ended)
        m_runtime.bus.publish(kSessionEndedTopic, event.toJson());
    co_return ok();
}

} // namespace cargo::auth
