#include "server/auth/account_service.h"

#include "server/audit/audit.h"
#include "server/desk/decisions.h"
#include "server/desk/reason_codes.h"
#include "server/jobs/idempotency.h"
#include "server/jobs/outbox.h"
#include "shared/api/json_writer.h"

namespace cargo::auth {

using users::UserStatus;

namespace {

constexpr char kBanTimer[] = "user.ban_ends";

audit::AuditEvent staffAction(UserId subject, const char *action, UserId actor, const api::SanctionDto &order)
{
    api::JsonWriter details(256);
    details.beginObject().field("reason_code", order.reasonCode).field("reason", order.text).field("until", order.until);
    details.endObject();
    return {subject.uuid, action, actor, details.take()};
}

} // namespace

QCoro::Task<Result<Answer>> AccountService::ban(CallContextPtr context, UserId id, api::SanctionDto order)
{
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    CARGO_CO_TRY(co_await impose(*tx, id, order));
    co_return co_await finish(*tx, id, UserStatus::Banned);
}

QCoro::Task<Outcome> AccountService::impose(db::Transaction tx, UserId id, api::SanctionDto order)
{
    const Principal staff = *tx.context()->principal;
    const Timestamp now = m_runtime.clock.now();
    if (staff.user == id)
        co_return Error{ErrorCode::StateConflict, {}, QStringLiteral("yourself")};
    const desk::ReasonCode *reason = desk::findReason("users", order.reasonCode.toLatin1());
    if (!reason)
        co_return Error{ErrorCode::UnknownValue, QStringLiteral("reason_code"), {}};
    if (order.until && *order.until <= now)
        co_return Error{ErrorCode::OutOfRange, QStringLiteral("until"), QStringLiteral("it has passed")};
    const auto subject = co_await m_users.lockActive(tx, id);
    if (!subject)
        co_return subject.code() == ErrorCode::Banned ? Error{ErrorCode::StateConflict, {}, QStringLiteral("banned")}
                                                      : subject.error();
    if (subject->role == Role::Staff && !staff.may(Permission::Admin))
        co_return Error{ErrorCode::Forbidden, {}, {}};
    const Locale locale = subject->locale == QLatin1String("en") ? Locale::En : Locale::Ru;
    const QString text = order.text.isEmpty() ? desk::reasonText(*reason, locale) : order.text;
    CARGO_CO_TRY(co_await m_users.changeStatus(tx, id, UserStatus::Active, UserStatus::Banned, text));
    CARGO_CO_TRY(co_await m_sessions.end(tx, id, std::nullopt, std::nullopt, "banned"));
    CARGO_CO_TRY(co_await setEnd(tx, id, order.until));
    desk::NewDecision told{id,           "ban", id.uuid,    "ban", reason->code,
                           reason->rule, text,  staff.user, now,   now.plusMs(m_runtime.settings.appealWindowMs),
                           order.until};
    CARGO_CO_TRY(co_await desk::record(tx, told));
    const auto event = staffAction(id, "user.banned", staff.user, order);
    co_return co_await audit::append(tx, event);
}

QCoro::Task<Result<Answer>> AccountService::unban(CallContextPtr context, UserId id, api::SanctionDto order)
{
    const Principal staff = *context->principal;
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto user = co_await m_users.changeStatus(*tx, id, UserStatus::Banned, UserStatus::Active, {});
    CARGO_CO_TRY(user);
    if (user->role == Role::Staff && !staff.may(Permission::Admin))
        co_return Error{ErrorCode::Forbidden, {}, {}};
    CARGO_CO_TRY(co_await setEnd(*tx, id, std::nullopt));
    const auto event = staffAction(id, "user.unbanned", staff.user, order);
    CARGO_CO_TRY(co_await audit::append(*tx, event));
    co_return co_await finish(*tx, id, UserStatus::Active);
}

QCoro::Task<Result<Answer>> AccountService::finish(db::Transaction tx, UserId id, UserStatus status)
{
    api::JsonWriter out(128);
    out.beginObject().field("id", id).field("status", users::statusWord(status)).endObject();
    Answer answer{200, out.take()};
    CARGO_CO_TRY(co_await jobs::remember(tx, answer.status, answer.body));
    CARGO_CO_TRY(co_await tx.commit());
    co_return answer;
}

QCoro::Task<Outcome> AccountService::endSessions(CallContextPtr context, UserId id)
{
    const Principal staff = *context->principal;
    const auto user = co_await m_users.findUser(context, id);
    CARGO_CO_TRY(user);
    if (user->role == Role::Staff && !staff.may(Permission::Admin))
        co_return Error{ErrorCode::Forbidden, {}, {}};
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto ended = co_await m_sessions.end(*tx, id, std::nullopt, std::nullopt, "staff");
    CARGO_CO_TRY(ended);
    audit::AuditEvent event{id.uuid, "user.sessions_ended", staff.user, "{\"ended\":" + QByteArray::number(*ended) + '}'};
    CARGO_CO_TRY(co_await audit::append(*tx, event));
    co_return co_await tx->commit();
}

QCoro::Task<Outcome> AccountService::lift(db::Transaction tx, UserId id)
{
    const auto user = co_await m_users.changeStatus(tx, id, UserStatus::Banned, UserStatus::Active, {});
    if (!user)
        co_return user.code() == ErrorCode::StateConflict || user.code() == ErrorCode::NotFound ? ok() : Outcome(user.error());
    co_return co_await setEnd(tx, id, std::nullopt);
}

QCoro::Task<Outcome> AccountService::setEnd(db::Transaction tx, UserId id, std::optional<Timestamp> until)
{
    CARGO_CO_TRY(co_await m_store.setBannedUntil(tx, id, until));
    if (until)
        co_return co_await jobs::setTimer(tx, kBanTimer, id.uuid, *until);
    co_return co_await jobs::cancelTimer(tx, kBanTimer, id.uuid);
}

void AccountService::registerOn(jobs::Registry &registry)
{
    registry.onTimer(kBanTimer, [this](CallContextPtr context, Uuid id, Timestamp) { return timeOver(context, UserId{id}); });
}

QCoro::Task<Outcome> AccountService::timeOver(CallContextPtr context, UserId id)
{
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto until = co_await m_store.bannedUntil(*tx, id);
    CARGO_CO_TRY(until);
    if (!until->has_value() || **until > m_runtime.clock.now())
        co_return ok();
    CARGO_CO_TRY(co_await lift(*tx, id));
    audit::AuditEvent event{id.uuid, "user.unbanned", std::nullopt, "{\"reason\":\"time\"}"};
    CARGO_CO_TRY(co_await audit::append(*tx, event));
    co_return co_await tx->commit();
}

QCoro::Task<Result<std::vector<Blocker>>> AccountService::blockers(db::Transaction tx, UserId id)
{
    co_return co_await m_store.blockers(tx, id);
}

QCoro::Task<Outcome> AccountService::close(db::Transaction tx, UserId id, UserId by, std::vector<Blocker> *blockers)
{
    // The lock comes first: a deal that is being made refers to this row and waits. A ban does not end the right to be erased.
    auto locking = by == id ? m_users.lockActive(tx, id) : m_users.lock(tx, id);
    const auto user = co_await locking;
    CARGO_CO_TRY(user);
    if (user->role == Role::Staff)
        co_return Error{ErrorCode::StateConflict, {}, QStringLiteral("staff are removed by an admin")};
    auto found = co_await m_store.blockers(tx, id);
    CARGO_CO_TRY(found);
    *blockers = std::move(*found);
    if (!blockers->empty())
        co_return Error{ErrorCode::StateConflict, {}, QStringLiteral("something stands in the way")};
    CARGO_CO_TRY(co_await m_sessions.end(tx, id, std::nullopt, std::nullopt, "deleted"));
    CARGO_CO_TRY(co_await m_users.pseudonymise(tx, id));
    audit::AuditEvent event{id.uuid, "user.closed", by, "{}"};
    CARGO_CO_TRY(co_await audit::append(tx, event));
    // For features that hold what is the user's: listings go off the market, what is personal goes for good.
    jobs::OutboxEvent closed{"user.closed", id.toText(), "{\"user_id\":\"" + id.toText() + "\"}"};
    co_return co_await jobs::append(tx, closed);
}

} // namespace cargo::auth
