#include "server/auth/account_service.h"

#include "server/audit/audit.h"
#include "server/jobs/idempotency.h"
#include "server/jobs/outbox.h"
#include "shared/api/json_writer.h"

namespace cargo::auth {

namespace {

audit::AuditEvent staffAction(UserId subject, const char *action, UserId actor, const QString &reason)
{
    api::JsonWriter details(256);
    details.beginObject().field("reason", reason).endObject();
    return {subject.uuid, action, actor, details.take()};
}

} // namespace

QCoro::Task<Result<Answer>> AccountService::setBanned(CallContextPtr context, UserId id, bool banned, QString reason)
{
    using users::UserStatus;
    const Principal staff = *context->principal;
    if (banned && staff.user == id)
        co_return Error{ErrorCode::StateConflict, {}, QStringLiteral("yourself")};
    const auto tx = co_await m_runtime.db.begin(context);
    if (!tx)
        co_return tx.error();
    const UserStatus from = banned ? UserStatus::Active : UserStatus::Banned;
    const UserStatus to = banned ? UserStatus::Banned : UserStatus::Active;
    const QString shown = banned ? reason : QString();
    const auto user = co_await m_users.changeStatus(*tx, id, from, to, shown);
    if (!user)
        co_return user.error();
    if (user->role == Role::Staff && !staff.may(Permission::Admin))
        co_return Error{ErrorCode::Forbidden, {}, {}};
    if (banned) {
        const auto ended = co_await m_sessions.end(*tx, id, std::nullopt, std::nullopt, "banned");
        if (!ended)
            co_return ended.error();
    }
    const auto event = staffAction(id, banned ? "user.banned" : "user.unbanned", staff.user, reason);
    CARGO_CO_TRY(co_await audit::append(*tx, event));
    api::JsonWriter out(128);
    out.beginObject().field("id", id).field("status", users::statusWord(to)).endObject();
    Answer answer{200, out.take()};
    CARGO_CO_TRY(co_await jobs::remember(*tx, answer.status, answer.body));
    CARGO_CO_TRY(co_await tx->commit());
    co_return answer;
}

QCoro::Task<Result<std::vector<Blocker>>> AccountService::blockers(CallContextPtr context)
{
    const auto tx = co_await m_runtime.db.begin(context);
    if (!tx)
        co_return tx.error();
    co_return co_await m_store.blockers(*tx, context->principal->user);
}

QCoro::Task<Outcome> AccountService::close(CallContextPtr context, std::vector<Blocker> *blockers)
{
    const UserId id = context->principal->user;
    const auto tx = co_await m_runtime.db.begin(context);
    if (!tx)
        co_return tx.error();
    // The lock comes first: a deal that is being made refers to this row and waits.
    const auto user = co_await m_users.lockActive(*tx, id);
    if (!user)
        co_return user.error();
    if (user->role == Role::Staff)
        co_return Error{ErrorCode::StateConflict, {}, QStringLiteral("staff are removed by an admin")};
    auto found = co_await m_store.blockers(*tx, id);
    if (!found)
        co_return found.error();
    *blockers = std::move(*found);
    if (!blockers->empty())
        co_return Error{ErrorCode::StateConflict, {}, QStringLiteral("something stands in the way")};
    const auto ended = co_await m_sessions.end(*tx, id, std::nullopt, std::nullopt, "deleted");
    if (!ended)
        co_return ended.error();
    CARGO_CO_TRY(co_await m_users.pseudonymise(*tx, id));
    audit::AuditEvent event{id.uuid, "user.closed", id, "{}"};
    CARGO_CO_TRY(co_await audit::append(*tx, event));
    // For features that hold what is the user's: listings go off the market, what is personal goes for good.
    jobs::OutboxEvent closed{"user.closed", id.toText(), "{\"user_id\":\"" + id.toText() + "\"}"};
    CARGO_CO_TRY(co_await jobs::append(*tx, closed));
    co_return co_await tx->commit();
}

} // namespace cargo::auth
