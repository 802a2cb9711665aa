#include "server/auth/code_service.h"

#include "server/audit/audit.h"
#include "server/jobs/outbox.h"
#include "shared/api/json_writer.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace cargo::auth {

namespace {

constexpr int kMaxAttempts = 5;
constexpr qint64 kCodeLifetimeMs = 15 * kMinuteMs;
constexpr int kCodesPerHour = 5;

mail::Mail composeMail(const AuthStore::CodeMail &to, const QByteArray &digits)
{
    const QString code = QString::fromLatin1(digits);
    const bool verify = to.purpose == CodePurpose::EmailVerify;
    mail::Mail mail;
    mail.to = to.email;
    if (to.locale == QLatin1String("en")) {
        mail.subject = verify ? QStringLiteral("Your CarGo code") : QStringLiteral("A new CarGo password");
        mail.text = QStringLiteral("Code: %1\n\nIt is valid for 15 minutes. Nobody from CarGo will ever ask you for it.\n"
                                   "If you did not ask for this mail, ignore it.")
                        .arg(code);
    } else {
        mail.subject = verify ? QStringLiteral("Код подтверждения CarGo") : QStringLiteral("Новый пароль CarGo");
        mail.text = QStringLiteral("Код: %1\n\nОн действует 15 минут. Сотрудники CarGo никогда его не спрашивают.\n"
                                   "Если вы не запрашивали это письмо, не обращайте на него внимания.")
                        .arg(code);
    }
    return mail;
}

} // namespace

CodeService::CodeService(const Runtime &runtime, AuthShared &shared, AuthStore &store, users::UserService &users,
                         SessionService &sessions)
    : m_runtime(runtime), m_shared(shared), m_store(store), m_users(users), m_sessions(sessions)
{
}

QCoro::Task<Outcome> CodeService::issue(db::Transaction tx, UserId user, CodePurpose purpose)
{
    const Timestamp now = m_runtime.clock.now();
    const auto recent = co_await m_store.countCodes(tx, user, purpose, now.plusMs(-kHourMs));
    if (!recent)
        co_return recent.error();
    if (*recent >= kCodesPerHour)
        co_return Error{ErrorCode::RateLimited, {}, QString::fromLatin1(now.plusMs(kHourMs).toRfc3339())};
    OneTimeCode code;
    code.id = newUuid(now);
    code.user = user;
    code.hash = m_shared.keys.codeHash(code.id, m_shared.keys.codeDigits(code.id));
    CARGO_CO_TRY(co_await m_store.insertCode(tx, code, purpose, now, now.plusMs(kCodeLifetimeMs)));
    api::JsonWriter payload(128);
    payload.beginObject().field("kind", "code").field("code_id", code.id).endObject();
    jobs::OutboxEvent event{"mail", user.toText(), payload.take()};
    co_return co_await jobs::append(tx, event);
}

QCoro::Task<Outcome> CodeService::sendAgain(CallContextPtr context)
{
    const auto tx = co_await m_runtime.db.begin(context);
    if (!tx)
        co_return tx.error();
    const auto user = co_await m_users.lockActive(*tx, context->principal->user);
    if (!user)
        co_return user.error();
    if (user->emailVerified)
        co_return Error{ErrorCode::StateConflict, {}, QStringLiteral("confirmed already")};
    CARGO_CO_TRY(co_await issue(*tx, user->id, CodePurpose::EmailVerify));
    co_return co_await tx->commit();
}

QCoro::Task<Result<Uuid>> CodeService::checkCode(CallContextPtr context, UserId user, CodePurpose purpose, QString code)
{
    const Error wrong{ErrorCode::WrongCode, QStringLiteral("code"), {}};
    // The attempt is taken and committed before the comparison: a thousand guesses at once are five.
    const auto stored = co_await m_store.tryCode(context, user, purpose, kMaxAttempts, m_runtime.clock.now());
    if (!stored)
        co_return stored.error();
    if (!*stored || !sameBytes((*stored)->hash, m_shared.keys.codeHash((*stored)->id, code.toLatin1())))
        co_return wrong;
    co_return (*stored)->id;
}

QCoro::Task<Result<users::User>> CodeService::verify(CallContextPtr context, QString code)
{
    const UserId id = context->principal->user;
    const auto codeId = co_await checkCode(context, id, CodePurpose::EmailVerify, code);
    if (!codeId)
        co_return codeId.error();
    const auto tx = co_await m_runtime.db.begin(context);
    if (!tx)
        co_return tx.error();
    const auto used = co_await m_store.useCode(*tx, *codeId, m_runtime.clock.now());
    if (!used)
        co_return used.error();
    if (!*used)
        co_return Error{ErrorCode::WrongCode, QStringLiteral("code"), {}};
    CARGO_CO_TRY(co_await m_users.markEmailVerified(*tx, id));
    CARGO_CO_TRY(co_await tx->commit());
    co_return co_await m_users.findUser(context, id);
}

QCoro::Task<Outcome> CodeService::forgot(CallContextPtr context, QString email)
{
    const auto tx = co_await m_runtime.db.begin(context);
    if (!tx)
        co_return tx.error();
    api::JsonWriter payload(128);
    payload.beginObject().field("email", email).endObject();
    jobs::OutboxEvent event{"auth.password_forgot", sha256(email.toUtf8()).toHex(), payload.take()};
    CARGO_CO_TRY(co_await jobs::append(*tx, event));
    co_return co_await tx->commit();
}

QCoro::Task<Outcome> CodeService::reset(CallContextPtr context, api::PasswordResetDto reset)
{
    const Error wrong{ErrorCode::WrongCode, QStringLiteral("code"), {}};
    const auto known = co_await m_store.findCredentials(context, reset.email);
    if (!known)
        co_return known.error();
    if (!*known)
        co_return wrong;
    const UserId id = (*known)->user;
    const auto codeId = co_await checkCode(context, id, CodePurpose::PasswordReset, reset.code);
    if (!codeId)
        co_return codeId.error();
    const auto hash = co_await m_shared.hasher.hash(reset.password);
    if (!hash)
        co_return hash.error();
    const auto tx = co_await m_runtime.db.begin(context);
    if (!tx)
        co_return tx.error();
    const auto user = co_await m_users.lockActive(*tx, id);
    if (!user)
        co_return user.error();
    const auto used = co_await m_store.useCode(*tx, *codeId, m_runtime.clock.now());
    if (!used)
        co_return used.error();
    if (!*used)
        co_return wrong;
    CARGO_CO_TRY(co_await m_store.setPassword(*tx, id, *hash));
    CARGO_CO_TRY(co_await m_users.markEmailVerified(*tx, id)); // the code came by that mail
    const auto ended = co_await m_sessions.end(*tx, id, std::nullopt, std::nullopt, "password_reset");
    if (!ended)
        co_return ended.error();
    CARGO_CO_TRY(co_await m_store.forgetAttempts(*tx, sha256("login:" + reset.email.toUtf8())));
    audit::AuditEvent event{id.uuid, "auth.password_reset", id, "{}"};
    CARGO_CO_TRY(co_await audit::append(*tx, event));
    co_return co_await tx->commit();
}

void CodeService::registerOn(jobs::Registry &registry)
{
    registry.onEvent("mail", "auth.code_mail", [this](CallContextPtr context, jobs::StoredEvent event) {
        return onMail(std::move(context), std::move(event));
    });
    registry.onEvent("auth.password_forgot", "auth.password_forgot", [this](CallContextPtr context, jobs::StoredEvent event) {
        return onForgot(std::move(context), std::move(event));
    });
}

QCoro::Task<Outcome> CodeService::onMail(CallContextPtr context, jobs::StoredEvent event)
{
    const QJsonObject payload = QJsonDocument::fromJson(event.event.payload).object();
    const auto id = Uuid::fromText(QStringView(payload.value(QLatin1String("code_id")).toString()));
    if (payload.value(QLatin1String("kind")).toString() != QLatin1String("code") || !id)
        co_return ok(); // another kind of mail, another reader
    const auto to = co_await m_store.findCodeMail(context, *id, m_runtime.clock.now());
    if (!to)
        co_return to.error();
    if (!*to)
        co_return ok();
    const mail::Mail message = composeMail(**to, m_shared.keys.codeDigits(*id));
    co_return co_await m_shared.mail.send(context, message);
}

QCoro::Task<Outcome> CodeService::onForgot(CallContextPtr context, jobs::StoredEvent event)
{
    const QString email = QJsonDocument::fromJson(event.event.payload).object().value(QLatin1String("email")).toString();
    const auto user = co_await m_users.findByEmail(context, email);
    if (!user)
        co_return user.error();
    if (!*user || !(*user)->active())
        co_return ok();
    const auto tx = co_await m_runtime.db.begin(context);
    if (!tx)
        co_return tx.error();
    const auto issued = co_await issue(*tx, (*user)->id, CodePurpose::PasswordReset);
    if (!issued)
        co_return issued.code() == ErrorCode::RateLimited ? Outcome() : issued;
    co_return co_await tx->commit();
}

} // namespace cargo::auth
