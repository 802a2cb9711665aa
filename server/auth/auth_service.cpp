#include "server/auth/auth_service.h"

#include "server/audit/audit.h"
#include "server/auth/totp.h"
#include "shared/domain/account/account_rules.h"

namespace cargo::auth {

namespace {

constexpr int kMaxFailures = 10;
constexpr qint64 kFailureWindowMs = 15 * kMinuteMs;

} // namespace

AuthService::AuthService(const Runtime &runtime, AuthShared &shared, AuthStore &store, users::UserService &users,
                         SessionService &sessions, CodeService &codes)
    : m_runtime(runtime), m_shared(shared), m_store(store), m_users(users), m_sessions(sessions), m_codes(codes)
{
}

QByteArray AuthService::registerKey(const CallContext &context) const
{
    return context.idempotency ? sha256(context.peerAddress + '\0' + context.idempotency->key) : QByteArray();
}

// What the first answer said, without having been stored: derived from what only this client knows and the server's key.
QByteArray AuthService::registerToken(UserId user, const CallContext &context) const
{
    return context.idempotency ? m_shared.keys.deriveRefreshToken("register", user.toText() + context.idempotency->key)
                               : QByteArray();
}

QCoro::Task<Result<api::AuthAnswerDto>> AuthService::replay(CallContextPtr context, Registration registration)
{
    if (registration.requestHash != context->idempotency->requestHash)
        co_return Error{ErrorCode::IdempotencyKeyReused, {}, {}};
    const auto user = co_await m_users.findUser(context, registration.user);
    if (!user)
        co_return user.error();
    co_return m_sessions.answer(*user, registration.session, registerToken(user->id, *context), registration.createdAt,
                                m_sessions.endOf(*user, registration.createdAt, registration.createdAt));
}

QCoro::Task<Result<api::AuthAnswerDto>> AuthService::signUp(CallContextPtr context, api::RegisterDto dto)
{
    const Timestamp now = m_runtime.clock.now();
    const QByteArray key = registerKey(*context);
    if (!key.isEmpty()) {
        const auto before = co_await m_store.findRegistration(context, key, now.plusMs(-kDayMs));
        if (!before)
            co_return before.error();
        if (*before)
            co_return co_await replay(context, **before);
    }
    CARGO_CO_TRY(users::UserService::checkNameForContacts(dto.displayName));
    const Error taken{ErrorCode::AlreadyExists, QStringLiteral("email"), {}};
    const auto same = co_await m_users.findByEmail(context, dto.email);
    if (!same)
        co_return same.error();
    const bool exists = same->has_value();
    if (exists && key.isEmpty())
        co_return taken;
    if (!exists) {
        const auto hash = co_await m_shared.hasher.hash(dto.password);
        if (!hash)
            co_return hash.error();
        users::NewUser user;
        user.id = UserId::make(now);
        user.email = dto.email;
        user.passwordHash = *hash;
        user.role = dto.role;
        user.displayName = dto.displayName;
        user.locale = dto.locale;
        user.kycTier = m_runtime.settings.kyc == "auto" ? 2 : 0;
        user.createdAt = now;
        const auto created = co_await createUser(context, user, key);
        if (created || created.code() != ErrorCode::AlreadyExists || key.isEmpty())
            co_return created;
    }
    // Two of the same request at once: the other one may have made the account between our looks.
    const auto meanwhile = co_await m_store.findRegistration(context, key, now.plusMs(-kDayMs));
    if (!meanwhile)
        co_return meanwhile.error();
    if (!*meanwhile)
        co_return taken;
    co_return co_await replay(context, **meanwhile);
}

QCoro::Task<Result<api::AuthAnswerDto>> AuthService::createUser(CallContextPtr context, users::NewUser user, QByteArray key)
{
    const auto tx = co_await m_runtime.db.begin(context);
    if (!tx)
        co_return tx.error();
    const auto created = co_await m_users.create(*tx, user);
    if (!created && created.code() == ErrorCode::AlreadyExists)
        co_return Error{ErrorCode::AlreadyExists, QStringLiteral("email"), {}};
    if (!created)
        co_return created.error();
    const SessionId session = SessionId::make(user.createdAt);
    if (!key.isEmpty())
        CARGO_CO_TRY(co_await m_store.rememberRegistration(*tx, user.id, key, context->idempotency->requestHash, session));
    const auto started = co_await m_sessions.start(*tx, *created, session, registerToken(user.id, *context));
    if (!started)
        co_return started.error();
    CARGO_CO_TRY(co_await m_codes.issue(*tx, user.id, CodePurpose::EmailVerify));
    CARGO_CO_TRY(co_await tx->commit());
    // Issued at the row's own time, so that a repeated request gets the same bytes.
    co_return m_sessions.answer(*created, session,
                                QByteArray::fromBase64(started->refreshToken.toLatin1(), QByteArray::Base64UrlEncoding),
                                user.createdAt, m_sessions.endOf(*created, user.createdAt, user.createdAt));
}

QCoro::Task<Outcome> AuthService::countAttempt(CallContextPtr context, QByteArray subject, qint64 *retryAfterMs)
{
    const Timestamp now = m_runtime.clock.now();
    const auto attempts = co_await m_store.countAttempt(context, sha256(subject), now, now.plusMs(-kFailureWindowMs));
    if (!attempts)
        co_return attempts.error();
    if (attempts->count <= kMaxFailures)
        co_return ok();
    *retryAfterMs = attempts->windowStartedAt.unixMs + kFailureWindowMs - now.unixMs;
    co_return Error{ErrorCode::RateLimited, {}, QStringLiteral("failed sign-ins")};
}

QCoro::Task<Result<api::AuthAnswerDto>> AuthService::login(CallContextPtr context, api::LoginDto dto, Refusal *refusal)
{
    const QByteArray subject = "login:" + dto.email.toUtf8();
    CARGO_CO_TRY(co_await countAttempt(context, subject, &refusal->retryAfterMs));
    const auto known = co_await m_store.findCredentials(context, dto.email);
    if (!known)
        co_return known.error();
    const QByteArray stored = *known ? (*known)->passwordHash : QByteArray();
    const auto right = co_await m_shared.hasher.verify(stored, dto.password);
    if (!right)
        co_return right.error();
    if (!*right)
        co_return Error{ErrorCode::WrongCredentials, {}, {}};
    const Credentials &credentials = **known;

    const Timestamp now = m_runtime.clock.now();
    std::optional<qint64> step;
    if (credentials.totpConfirmed) {
        if (dto.totp.isEmpty())
            co_return Error{ErrorCode::SecondFactorRequired, {}, {}};
        step = matchTotp(m_shared.keys.open(credentials.totpSecret), dto.totp.toLatin1(), now, credentials.totpLastStep);
        if (!step)
            co_return Error{ErrorCode::WrongCode, QStringLiteral("totp"), {}};
    }

    const auto tx = co_await m_runtime.db.begin(context);
    if (!tx)
        co_return tx.error();
    const auto user = co_await m_users.lockActive(*tx, credentials.user);
    if (!user && user.code() == ErrorCode::Banned)
        refusal->banned = credentials.user;
    if (!user)
        co_return user.code() == ErrorCode::NotFound ? Error{ErrorCode::WrongCredentials, {}, {}} : user.error();
    if (user->role == Role::Staff && !step)
        co_return Error{ErrorCode::SecondFactorRequired, {}, {}};
    if (step) {
        const auto first = co_await m_store.useTotpStep(*tx, user->id, *step);
        if (!first)
            co_return first.error();
        if (!*first)
            co_return Error{ErrorCode::WrongCode, QStringLiteral("totp"), {}};
    }
    CARGO_CO_TRY(co_await m_store.forgetAttempts(*tx, sha256(subject)));
    const auto answer = co_await m_sessions.start(*tx, *user, SessionId::make(now), QByteArray());
    if (!answer)
        co_return answer.error();
    if (user->role == Role::Staff) {
        audit::AuditEvent event{user->id.uuid, "auth.staff_signed_in", user->id, "{}"};
        CARGO_CO_TRY(co_await audit::append(*tx, event));
    }
    CARGO_CO_TRY(co_await tx->commit());
    co_return answer;
}

QCoro::Task<Result<api::TotpSecretDto>> AuthService::enableTotp(CallContextPtr context, QString password, qint64 *retryAfterMs)
{
    const UserId id = context->principal->user;
    CARGO_CO_TRY(co_await countAttempt(context, "totp-enable:" + id.toText(), retryAfterMs));
    const auto known = co_await m_store.findCredentialsOf(context, id);
    if (!known)
        co_return known.error();
    const QByteArray stored = *known ? (*known)->passwordHash : QByteArray();
    const auto right = co_await m_shared.hasher.verify(stored, password);
    if (!right)
        co_return right.error();
    if (!*right)
        co_return Error{ErrorCode::WrongCredentials, QStringLiteral("password"), {}};
    const auto tx = co_await m_runtime.db.begin(context);
    if (!tx)
        co_return tx.error();
    const auto user = co_await m_users.lockActive(*tx, id);
    if (!user)
        co_return user.error();
    const QByteArray secret = newTotpSecret();
    CARGO_CO_TRY(co_await m_store.setTotp(*tx, id, m_shared.keys.seal(secret)));
    CARGO_CO_TRY(co_await m_store.forgetAttempts(*tx, sha256("totp-enable:" + id.toText())));
    CARGO_CO_TRY(co_await tx->commit());
    co_return api::TotpSecretDto{QString::fromLatin1(base32(secret)), otpauthUri(secret, user->email)};
}

QCoro::Task<Outcome> AuthService::provePassword(CallContextPtr context, QByteArray purpose, QString password)
{
    const UserId id = context->principal->user;
    const QByteArray subject = purpose + ':' + id.toText();
    qint64 retryAfterMs = 0;
    const auto counted = co_await countAttempt(context, subject, &retryAfterMs);
    if (!counted && counted.code() == ErrorCode::RateLimited) {
        const Timestamp until = m_runtime.clock.now().plusMs(retryAfterMs);
        co_return Error{ErrorCode::RateLimited, {}, QString::fromLatin1(until.toRfc3339())};
    }
    CARGO_CO_TRY(counted);
    const auto known = co_await m_store.findCredentialsOf(context, id);
    CARGO_CO_TRY(known);
    const QByteArray stored = *known ? (*known)->passwordHash : QByteArray();
    const auto right = co_await m_shared.hasher.verify(stored, password);
    CARGO_CO_TRY(right);
    if (!*right)
        co_return Error{ErrorCode::WrongCredentials, QStringLiteral("password"), {}};
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    CARGO_CO_TRY(co_await m_store.forgetAttempts(*tx, sha256(subject)));
    co_return co_await tx->commit();
}

QCoro::Task<Outcome> AuthService::confirmTotp(CallContextPtr context, QString code, qint64 *retryAfterMs)
{
    const UserId id = context->principal->user;
    CARGO_CO_TRY(co_await countAttempt(context, "totp-confirm:" + id.toText(), retryAfterMs));
    const auto known = co_await m_store.findCredentialsOf(context, id);
    if (!known)
        co_return known.error();
    if (!*known || (*known)->totpSecret.isEmpty() || (*known)->totpConfirmed)
        co_return Error{ErrorCode::StateConflict, {}, QStringLiteral("nothing to confirm")};
    const Timestamp now = m_runtime.clock.now();
    const auto step = matchTotp(m_shared.keys.open((*known)->totpSecret), code.toLatin1(), now, 0);
    if (!step)
        co_return Error{ErrorCode::WrongCode, QStringLiteral("code"), {}};
    const auto tx = co_await m_runtime.db.begin(context);
    if (!tx)
        co_return tx.error();
    const auto confirmed = co_await m_store.confirmTotp(*tx, id, *step, now);
    if (!confirmed)
        co_return confirmed.error();
    if (!*confirmed)
        co_return Error{ErrorCode::StateConflict, {}, QStringLiteral("confirmed meanwhile")};
    CARGO_CO_TRY(co_await m_store.forgetAttempts(*tx, sha256("totp-confirm:" + id.toText())));
    audit::AuditEvent event{id.uuid, "auth.totp_enabled", id, "{}"};
    CARGO_CO_TRY(co_await audit::append(*tx, event));
    co_return co_await tx->commit();
}

QCoro::Task<Outcome> AuthService::stepUp(CallContextPtr context, QString code, qint64 *retryAfterMs)
{
    const Principal staff = *context->principal;
    const QByteArray subject = "step-up:" + staff.user.toText();
    CARGO_CO_TRY(co_await countAttempt(context, subject, retryAfterMs));
    const auto known = co_await m_store.findCredentialsOf(context, staff.user);
    CARGO_CO_TRY(known);
    const Error wrong{ErrorCode::WrongCode, QStringLiteral("totp"), {}};
    if (!*known || !(*known)->totpConfirmed)
        co_return wrong;
    const Timestamp now = m_runtime.clock.now();
    const auto step = matchTotp(m_shared.keys.open((*known)->totpSecret), code.toLatin1(), now, (*known)->totpLastStep);
    if (!step)
        co_return wrong;
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto first = co_await m_store.useTotpStep(*tx, staff.user, *step);
    CARGO_CO_TRY(first);
    if (!*first)
        co_return wrong;
    CARGO_CO_TRY(co_await m_sessions.stepUp(*tx, staff));
    CARGO_CO_TRY(co_await m_store.forgetAttempts(*tx, sha256(subject)));
    audit::AuditEvent event{staff.user.uuid, "auth.stepped_up", staff.user, "{}"};
    CARGO_CO_TRY(co_await audit::append(*tx, event));
    co_return co_await tx->commit();
}

QCoro::Task<Result<AuthService::StaffAdded>> AuthService::addStaff(CallContextPtr context, QString email, QString password,
                                                                   QString displayName, QStringList permissions)
{
    const auto address = normalizeEmail(email);
    if (!address)
        co_return address.error();
    CARGO_CO_TRY(checkPassword(password, *address));
    const auto name = normalizeDisplayName(displayName);
    if (!name)
        co_return name.error();
    const auto granted = users::permissionsFromWords(permissions);
    if (!granted || *granted == 0)
        co_return Error{ErrorCode::UnknownValue, QStringLiteral("permission"),
                        QStringLiteral("support, moderate, finance, admin")};
    const auto hash = co_await m_shared.hasher.hash(password);
    if (!hash)
        co_return hash.error();
    const Timestamp now = m_runtime.clock.now();
    users::NewUser user;
    user.id = UserId::make(now);
    user.email = *address;
    user.passwordHash = *hash;
    user.role = Role::Staff;
    user.permissions = *granted;
    user.displayName = *name;
    user.locale = QStringLiteral("ru");
    user.createdAt = now;
    const auto tx = co_await m_runtime.db.begin(context);
    if (!tx)
        co_return tx.error();
    const auto created = co_await m_users.create(*tx, user);
    if (!created)
        co_return created.code() == ErrorCode::AlreadyExists ? Error{ErrorCode::AlreadyExists, QStringLiteral("email"), {}}
                                                             : created.error();
    const auto totp = co_await giveTotp(*tx, user.id, *address, now);
    CARGO_CO_TRY(totp);
    audit::AuditEvent event{user.id.uuid, "auth.staff_added", std::nullopt,
                            "{\"permissions\":" + QByteArray::number(*granted) + '}'};
    CARGO_CO_TRY(co_await audit::append(*tx, event));
    CARGO_CO_TRY(co_await tx->commit());
    co_return StaffAdded{user.id, *totp};
}

QCoro::Task<Result<api::TotpSecretDto>> AuthService::renewTotp(CallContextPtr context, QString email)
{
    const auto address = normalizeEmail(email);
    if (!address)
        co_return address.error();
    const auto known = co_await m_store.findCredentials(context, *address);
    if (!known)
        co_return known.error();
    if (!*known)
        co_return Error{ErrorCode::NotFound, QStringLiteral("email"), {}};
    const UserId id = (*known)->user;
    const auto tx = co_await m_runtime.db.begin(context);
    if (!tx)
        co_return tx.error();
    const auto user = co_await m_users.lockActive(*tx, id);
    if (!user)
        co_return user.error();
    if (user->role != Role::Staff)
        co_return Error{ErrorCode::Forbidden, QStringLiteral("email"), QStringLiteral("not a member of staff")};
    CARGO_CO_TRY(co_await m_store.dropTotp(*tx, id));
    const auto totp = co_await giveTotp(*tx, id, *address, m_runtime.clock.now());
    CARGO_CO_TRY(totp);
    audit::AuditEvent event{id.uuid, "auth.totp_renewed", std::nullopt, "{}"};
    CARGO_CO_TRY(co_await audit::append(*tx, event));
    CARGO_CO_TRY(co_await tx->commit());
    co_return *totp;
}

QCoro::Task<Result<api::TotpSecretDto>> AuthService::giveTotp(db::Transaction tx, UserId user, QString email, Timestamp now)
{
    const QByteArray secret = newTotpSecret();
    CARGO_CO_TRY(co_await m_store.setTotp(tx, user, m_shared.keys.seal(secret)));
    CARGO_CO_TRY(co_await m_store.confirmTotp(tx, user, 1, now));
    co_return api::TotpSecretDto{QString::fromLatin1(base32(secret)), otpauthUri(secret, email)};
}

} // namespace cargo::auth
