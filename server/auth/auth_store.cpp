#include "server/auth/auth_store.h"

namespace cargo::auth {

namespace {

#define CARGO_CREDENTIALS "id, password_hash, totp_secret, totp_confirmed_at is not null, totp_last_step"

const db::Query kFindCredentials{"auth.find_credentials",
                                 "select " CARGO_CREDENTIALS " from users where lower(email) = $1 and status <> 'deleted'"};
const db::Query kFindCredentialsOf{"auth.find_credentials_of",
                                   "select " CARGO_CREDENTIALS " from users where id = $1 and status <> 'deleted'"};
const db::Query kSetPassword{"auth.set_password", "update users set password_hash = $2 where id = $1"};
const db::Query kSetTotp{"auth.set_totp", R"(
    update users set totp_secret = $2::bytea, totp_confirmed_at = null, totp_last_step = 0
    where id = $1 and totp_confirmed_at is null)"};
const db::Query kDropTotp{"auth.drop_totp", "update users set totp_secret = null, totp_confirmed_at = null where id = $1"};
const db::Query kConfirmTotp{"auth.confirm_totp", R"(
    update users set totp_confirmed_at = $3, totp_last_step = $2, version = version + 1
    where id = $1 and totp_confirmed_at is null and totp_last_step < $2::bigint)"};
const db::Query kUseTotpStep{"auth.use_totp_step", R"(
    update users set totp_last_step = $2::bigint where id = $1 and totp_last_step < $2::bigint)"};
const db::Query kFindRegistration{"auth.find_registration", R"(
    select id, register_session_id, register_request_hash, created_at from users
    where register_key = $1::bytea and created_at > $2 order by created_at desc limit 1)"};
const db::Query kRememberRegistration{"auth.remember_registration", R"(
    update users set register_key = $2::bytea, register_request_hash = $3::bytea, register_session_id = $4 where id = $1)"};
const db::Query kCountAttempt{"auth.count_attempt", R"(
    insert into login_attempts as a (email_hash, window_started_at, failures) values ($1::bytea, $2::timestamptz, 1)
    on conflict (email_hash) do update set
        failures = case when a.window_started_at < $3::timestamptz then 1 else least(a.failures + 1, 1000000) end,
        window_started_at = case when a.window_started_at < $3::timestamptz then $2::timestamptz else a.window_started_at end
    returning failures, window_started_at)"};
const db::Query kForgetAttempts{"auth.forget_attempts", "delete from login_attempts where email_hash = $1::bytea"};
const db::Query kInsertSession{"auth.insert_session", R"(
    insert into sessions (id, user_id, user_agent, address, created_at, last_used_at, expires_at)
    values ($1, $2, $3, $4, $5, $5, $6))"};
const db::Query kTouchSession{"auth.touch_session", R"(
    update sessions set last_used_at = $2, expires_at = $3, user_agent = $4, address = $5 where id = $1)"};
const db::Query kLiveSessions{"auth.live_sessions", R"(
    select id, user_agent, address, created_at, last_used_at from sessions
    where user_id = $1 and revoked_at is null and expires_at > $2 order by last_used_at desc limit 100)"};
const db::Query kIsSignedIn{"auth.is_signed_in", R"(
    select 1 from sessions where user_id = $1 and revoked_at is null and expires_at > $2 limit 1)"};
const db::Query kEndSessions{"auth.end_sessions", R"(
    update sessions set revoked_at = $4, revoke_reason = $5
    where user_id = $1 and revoked_at is null and ($2::uuid is null or id = $2) and ($3::uuid is null or id <> $3)
    returning id)"};
const db::Query kEndSurplus{"auth.end_surplus", R"(
    update sessions set revoked_at = $3, revoke_reason = 'too_many'
    where id in (select id from sessions where user_id = $1 and revoked_at is null and expires_at > $3::timestamptz
                 order by created_at desc, id desc offset $2::int)
    returning id)"};
const db::Query kStepUp{"auth.step_up", R"(
    update sessions set step_up_until = $3 where id = $2 and user_id = $1 and revoked_at is null)"};
const db::Query kSteppedUp{"auth.stepped_up", R"(
    select 1 from sessions where id = $2 and user_id = $1 and revoked_at is null and step_up_until > $3)"};
const db::Query kEndedSince{"auth.ended_since", R"(
    select user_id, id, revoke_reason, revoked_at from sessions where revoked_at > $1)"};
const db::Query kInsertRefreshToken{"auth.insert_refresh_token", R"(
    insert into refresh_tokens (token_hash, session_id, created_at, expires_at) values ($1::bytea, $2, $3, $4))"};
const db::Query kFindRefreshOwner{"auth.find_refresh_owner", R"(
    select s.user_id from refresh_tokens t join sessions s on s.id = t.session_id where t.token_hash = $1::bytea)"};
const db::Query kLockRefreshToken{"auth.lock_refresh_token", R"(
    select t.session_id, s.user_id, t.expires_at, t.used_at, t.retry_key_hash, s.revoked_at is not null, s.created_at
    from refresh_tokens t join sessions s on s.id = t.session_id
    where t.token_hash = $1::bytea for no key update)"};
const db::Query kUseRefreshToken{"auth.use_refresh_token", R"(
    update refresh_tokens set used_at = $2, retry_key_hash = $3::bytea where token_hash = $1::bytea and used_at is null)"};
const db::Query kCountCodes{"auth.count_codes", R"(
    select count(*) from one_time_codes where user_id = $1 and purpose = $2 and created_at > $3)"};
const db::Query kInsertCode{"auth.insert_code", R"(
    insert into one_time_codes (id, user_id, purpose, code_hash, created_at, expires_at)
    values ($1, $2, $3, $4::bytea, $5, $6))"};
const db::Query kTryCode{"auth.try_code", R"(
    update one_time_codes set attempts = attempts + 1
    where id = (select id from one_time_codes where user_id = $1 and purpose = $2 order by created_at desc, id desc limit 1)
      and used_at is null and expires_at > $4 and attempts < $3
    returning id, code_hash)"};
const db::Query kUseCode{"auth.use_code", "update one_time_codes set used_at = $2 where id = $1 and used_at is null"};
const db::Query kFindCodeMail{"auth.find_code_mail", R"(
    select u.email, u.locale, c.purpose from one_time_codes c join users u on u.id = c.user_id
    where c.id = $1 and c.used_at is null and c.expires_at > $2 and u.status <> 'deleted')"};
// A payout is the driver's, a refund the buyer's; of a split both wait.
const db::Query kBlockers{"auth.blockers", R"(
    select case when d.status = 'disputed' then 'dispute_open' when d.running then 'deals_running' else 'money_under_way' end,
        d.id, d.number, d.status, coalesce(e.money_status, 'none')
    from (select *, status in ('created', 'funded', 'in_transit', 'delivered', 'disputed') as running from deals
          where buyer_id = $1::uuid or driver_id = $1::uuid) d
    left join escrows e on e.deal_id = d.id
    where d.running or (e.money_status not in ('none', 'void', 'paid', 'refunded')
        and not (e.disposition = 'release' and d.buyer_id = $1::uuid)
        and not (e.disposition = 'give_back' and d.driver_id = $1::uuid))
    order by d.id limit 50)"};
const db::Query kSweepSessions{"auth.sweep_sessions", "delete from sessions where expires_at < $1"};
const db::Query kSweepCodes{"auth.sweep_codes", "delete from one_time_codes where expires_at < $1"};
const db::Query kSweepAttempts{"auth.sweep_attempts", "delete from login_attempts where window_started_at < $1"};

const char *purposeWord(CodePurpose purpose) { return purpose == CodePurpose::EmailVerify ? "email_verify" : "password_reset"; }

Result<std::optional<Credentials>> readCredentials(const Result<db::Rows> &rows)
{
    if (!rows)
        return rows.error();
    if (rows->empty())
        return std::optional<Credentials>();
    Credentials found;
    found.user = rows->id<UserId>(0, 0);
    found.passwordHash = rows->bytes(0, 1);
    found.totpSecret = rows->isNull(0, 2) ? QByteArray() : rows->blob(0, 2);
    found.totpConfirmed = rows->boolean(0, 3);
    found.totpLastStep = rows->int64(0, 4);
    return std::optional<Credentials>(found);
}

Result<std::vector<SessionId>> sessionsOf(const Result<db::Rows> &rows)
{
    if (!rows)
        return rows.error();
    std::vector<SessionId> sessions;
    for (int row = 0; row < rows->count(); ++row)
        sessions.push_back(rows->id<SessionId>(row, 0));
    return sessions;
}

Outcome done(const Result<db::Rows> &rows) { return rows ? Outcome() : Outcome(rows.error()); }

Result<bool> touched(const Result<db::Rows> &rows)
{
    if (!rows)
        return rows.error();
    return rows->affected() == 1;
}
const db::Query kSetBannedUntil{"auth.set_banned_until", "update users set banned_until = $2 where id = $1"};
const db::Query kBannedUntil{"auth.banned_until",
                             "select banned_until from users where id = $1 and status = 'banned' for no key update"};

} // namespace

QCoro::Task<Result<std::optional<Credentials>>> AuthStore::findCredentials(CallContextPtr context, QString email)
{
    const auto rows = co_await m_db.read(context, kFindCredentials, email);
    co_return readCredentials(rows);
}

QCoro::Task<Result<std::optional<Credentials>>> AuthStore::findCredentialsOf(CallContextPtr context, UserId user)
{
    const auto rows = co_await m_db.read(context, kFindCredentialsOf, user);
    co_return readCredentials(rows);
}

QCoro::Task<Outcome> AuthStore::setPassword(db::Transaction tx, UserId user, QByteArray hash)
{
    const auto rows = co_await tx.run(kSetPassword, user, hash);
    co_return done(rows);
}

QCoro::Task<Outcome> AuthStore::setTotp(db::Transaction tx, UserId user, QByteArray sealedSecret)
{
    db::Params params = db::Params::of(user);
    params.addBytes(sealedSecret);
    const auto rows = co_await tx.runParams(kSetTotp, params);
    if (!rows)
        co_return rows.error();
    if (rows->affected() != 1)
        co_return Error{ErrorCode::StateConflict, {}, QStringLiteral("second factor is on")};
    co_return ok();
}

QCoro::Task<Outcome> AuthStore::dropTotp(db::Transaction tx, UserId user)
{
    const auto rows = co_await tx.run(kDropTotp, user);
    if (!rows)
        co_return rows.error();
    co_return ok();
}

QCoro::Task<Result<bool>> AuthStore::confirmTotp(db::Transaction tx, UserId user, qint64 step, Timestamp now)
{
    const auto rows = co_await tx.run(kConfirmTotp, user, step, now);
    co_return touched(rows);
}

QCoro::Task<Result<bool>> AuthStore::useTotpStep(db::Transaction tx, UserId user, qint64 step)
{
    const auto rows = co_await tx.run(kUseTotpStep, user, step);
    co_return touched(rows);
}

QCoro::Task<Result<std::optional<Registration>>> AuthStore::findRegistration(CallContextPtr context, QByteArray key,
                                                                             Timestamp notBefore)
{
    db::Params params;
    params.addBytes(key).add(notBefore);
    const auto rows = co_await m_db.writeParams(context, kFindRegistration, params);
    if (!rows)
        co_return rows.error();
    if (rows->empty())
        co_return std::optional<Registration>();
    Registration found{rows->id<UserId>(0, 0), rows->id<SessionId>(0, 1), rows->blob(0, 2), rows->timestamp(0, 3)};
    co_return std::optional<Registration>(found);
}

QCoro::Task<Outcome> AuthStore::rememberRegistration(db::Transaction tx, UserId user, QByteArray key, QByteArray requestHash,
                                                     SessionId session)
{
    db::Params params = db::Params::of(user);
    params.addBytes(key).addBytes(requestHash).add(session);
    const auto rows = co_await tx.runParams(kRememberRegistration, params);
    co_return done(rows);
}

QCoro::Task<Result<AuthStore::Attempts>> AuthStore::countAttempt(CallContextPtr context, QByteArray emailHash, Timestamp now,
                                                                 Timestamp cut)
{
    db::Params params;
    params.addBytes(emailHash).add(now).add(cut);
    const auto rows = co_await m_db.writeParams(context, kCountAttempt, params);
    if (!rows)
        co_return rows.error();
    Attempts attempts{rows->int32(0, 0), rows->timestamp(0, 1)};
    co_return attempts;
}

QCoro::Task<Outcome> AuthStore::forgetAttempts(db::Transaction tx, QByteArray emailHash)
{
    db::Params params;
    params.addBytes(emailHash);
    const auto rows = co_await tx.runParams(kForgetAttempts, params);
    co_return done(rows);
}

QCoro::Task<Outcome> AuthStore::insertSession(db::Transaction tx, SessionId id, UserId user, Timestamp now, Timestamp expiresAt)
{
    const auto &context = tx.context();
    const auto rows = co_await tx.run(kInsertSession, id, user, QString::fromUtf8(context->userAgent),
                                      QString::fromLatin1(context->peerAddress), now, expiresAt);
    co_return done(rows);
}

QCoro::Task<Outcome> AuthStore::touchSession(db::Transaction tx, SessionId id, Timestamp now, Timestamp expiresAt)
{
    const auto &context = tx.context();
    const auto rows = co_await tx.run(kTouchSession, id, now, expiresAt, QString::fromUtf8(context->userAgent),
                                      QString::fromLatin1(context->peerAddress));
    co_return done(rows);
}

QCoro::Task<Result<std::vector<api::SessionDto>>> AuthStore::liveSessions(CallContextPtr context, UserId user, Timestamp now)
{
    const auto rows = co_await m_db.query(context, kLiveSessions, user, now);
    if (!rows)
        co_return rows.error();
    std::vector<api::SessionDto> sessions;
    for (int row = 0; row < rows->count(); ++row) {
        api::SessionDto session;
        session.id = rows->id<SessionId>(row, 0);
        session.userAgent = rows->text(row, 1);
        session.address = rows->text(row, 2);
        session.createdAt = rows->timestamp(row, 3);
        session.lastUsedAt = rows->timestamp(row, 4);
        sessions.push_back(session);
    }
    co_return sessions;
}

QCoro::Task<Result<std::vector<SessionId>>> AuthStore::endSessions(db::Transaction tx, UserId user, std::optional<SessionId> only,
                                                                   std::optional<SessionId> except, QByteArray reason,
                                                                   Timestamp now)
{
    const auto rows = co_await tx.run(kEndSessions, user, only, except, now, reason);
    co_return sessionsOf(rows);
}

QCoro::Task<Result<bool>> AuthStore::isSignedIn(db::Transaction tx, UserId user, Timestamp now)
{
    const auto rows = co_await tx.run(kIsSignedIn, user, now);
    if (!rows)
        co_return rows.error();
    co_return !rows->empty();
}

QCoro::Task<Result<std::vector<SessionId>>> AuthStore::endSurplus(db::Transaction tx, UserId user, int most, Timestamp now)
{
    const auto rows = co_await tx.run(kEndSurplus, user, most, now);
    co_return sessionsOf(rows);
}

QCoro::Task<Result<bool>> AuthStore::stepUp(db::Transaction tx, UserId user, SessionId id, Timestamp until)
{
    const auto rows = co_await tx.run(kStepUp, user, id, until);
    co_return touched(rows);
}

QCoro::Task<Result<bool>> AuthStore::steppedUp(CallContextPtr context, UserId user, SessionId id, Timestamp now)
{
    const auto rows = co_await m_db.read(context, kSteppedUp, user, id, now);
    CARGO_CO_TRY(rows);
    co_return !rows->empty();
}

QCoro::Task<Result<std::vector<SessionEnded>>> AuthStore::endedSince(CallContextPtr context, Timestamp since)
{
    const auto rows = co_await m_db.query(context, kEndedSince, since);
    if (!rows)
        co_return rows.error();
    std::vector<SessionEnded> ended;
    for (int row = 0; row < rows->count(); ++row)
        ended.push_back({rows->id<UserId>(row, 0), rows->id<SessionId>(row, 1), rows->bytes(row, 2), rows->timestamp(row, 3)});
    co_return ended;
}

QCoro::Task<Outcome> AuthStore::insertRefreshToken(db::Transaction tx, QByteArray hash, SessionId session, Timestamp now,
                                                   Timestamp expiresAt)
{
    db::Params params;
    params.addBytes(hash).add(session).add(now).add(expiresAt);
    const auto rows = co_await tx.runParams(kInsertRefreshToken, params);
    co_return done(rows);
}

QCoro::Task<Result<std::optional<UserId>>> AuthStore::findRefreshOwner(CallContextPtr context, QByteArray hash)
{
    db::Params params;
    params.addBytes(hash);
    const auto rows = co_await m_db.readParams(context, kFindRefreshOwner, params);
    if (!rows)
        co_return rows.error();
    co_return rows->empty() ? std::optional<UserId>() : std::optional<UserId>(rows->id<UserId>(0, 0));
}

QCoro::Task<Result<std::vector<Blocker>>> AuthStore::blockers(db::Transaction tx, UserId user)
{
    const auto rows = co_await tx.run(kBlockers, user);
    if (!rows)
        co_return rows.error();
    std::vector<Blocker> blockers;
    for (int row = 0; row < rows->count(); ++row) {
        blockers.push_back(
            {rows->bytes(row, 0), rows->id<DealId>(row, 1), rows->int64(row, 2), rows->bytes(row, 3), rows->bytes(row, 4)});
    }
    co_return blockers;
}

QCoro::Task<Result<std::optional<StoredRefreshToken>>> AuthStore::lockRefreshToken(db::Transaction tx, QByteArray hash)
{
    db::Params params;
    params.addBytes(hash);
    const auto rows = co_await tx.runParams(kLockRefreshToken, params);
    if (!rows)
        co_return rows.error();
    if (rows->empty())
        co_return std::optional<StoredRefreshToken>();
    StoredRefreshToken token;
    token.session = rows->id<SessionId>(0, 0);
    token.user = rows->id<UserId>(0, 1);
    token.expiresAt = rows->timestamp(0, 2);
    token.usedAt = rows->optionalTimestamp(0, 3);
    token.retryKeyHash = rows->isNull(0, 4) ? QByteArray() : rows->blob(0, 4);
    token.sessionEnded = rows->boolean(0, 5);
    token.sessionStartedAt = rows->timestamp(0, 6);
    co_return std::optional<StoredRefreshToken>(token);
}

QCoro::Task<Outcome> AuthStore::useRefreshToken(db::Transaction tx, QByteArray hash, QByteArray retryKeyHash, Timestamp now)
{
    db::Params params;
    params.addBytes(hash).add(now);
    if (retryKeyHash.isEmpty())
        params.addNull();
    else
        params.addBytes(retryKeyHash);
    const auto rows = co_await tx.runParams(kUseRefreshToken, params);
    if (!rows)
        co_return rows.error();
    if (rows->affected() != 1)
        co_return Error{ErrorCode::Conflict, {}, QStringLiteral("refresh token used meanwhile")};
    co_return ok();
}

QCoro::Task<Result<int>> AuthStore::countCodes(db::Transaction tx, UserId user, CodePurpose purpose, Timestamp since)
{
    const auto rows = co_await tx.run(kCountCodes, user, purposeWord(purpose), since);
    if (!rows)
        co_return rows.error();
    co_return rows->int32(0, 0);
}

QCoro::Task<Outcome> AuthStore::insertCode(db::Transaction tx, OneTimeCode code, CodePurpose purpose, Timestamp now,
                                           Timestamp expiresAt)
{
    db::Params params = db::Params::of(code.id, code.user, purposeWord(purpose));
    params.addBytes(code.hash).add(now).add(expiresAt);
    const auto rows = co_await tx.runParams(kInsertCode, params);
    co_return done(rows);
}

QCoro::Task<Result<std::optional<OneTimeCode>>> AuthStore::tryCode(CallContextPtr context, UserId user, CodePurpose purpose,
                                                                   int maxAttempts, Timestamp now)
{
    const auto rows = co_await m_db.write(context, kTryCode, user, purposeWord(purpose), maxAttempts, now);
    if (!rows)
        co_return rows.error();
    if (rows->empty())
        co_return std::optional<OneTimeCode>();
    OneTimeCode code{rows->uuid(0, 0), user, rows->blob(0, 1)};
    co_return std::optional<OneTimeCode>(code);
}

QCoro::Task<Result<bool>> AuthStore::useCode(db::Transaction tx, Uuid id, Timestamp now)
{
    const auto rows = co_await tx.run(kUseCode, id, now);
    co_return touched(rows);
}

QCoro::Task<Result<std::optional<AuthStore::CodeMail>>> AuthStore::findCodeMail(CallContextPtr context, Uuid id, Timestamp now)
{
    const auto rows = co_await m_db.read(context, kFindCodeMail, id, now);
    if (!rows)
        co_return rows.error();
    if (rows->empty())
        co_return std::optional<CodeMail>();
    CodeMail mail;
    mail.email = rows->text(0, 0);
    mail.locale = rows->text(0, 1);
    mail.purpose = rows->view(0, 2) == "email_verify" ? CodePurpose::EmailVerify : CodePurpose::PasswordReset;
    co_return std::optional<CodeMail>(mail);
}

QCoro::Task<Outcome> AuthStore::sweep(CallContextPtr context, Timestamp before)
{
    CARGO_CO_TRY(co_await m_db.write(context, kSweepSessions, before));
    CARGO_CO_TRY(co_await m_db.write(context, kSweepCodes, before));
    const auto rows = co_await m_db.write(context, kSweepAttempts, before);
    co_return done(rows);
}

QCoro::Task<Outcome> AuthStore::setBannedUntil(db::Transaction tx, UserId id, std::optional<Timestamp> until)
{
    CARGO_CO_TRY(co_await tx.run(kSetBannedUntil, id, until));
    co_return ok();
}

QCoro::Task<Result<std::optional<Timestamp>>> AuthStore::bannedUntil(db::Transaction tx, UserId id)
{
    const auto rows = co_await tx.run(kBannedUntil, id);
    CARGO_CO_TRY(rows);
    co_return rows->empty() ? std::nullopt : rows->optionalTimestamp(0, 0);
}

} // namespace cargo::auth
