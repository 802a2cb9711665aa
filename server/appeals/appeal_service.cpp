#include "server/appeals/appeal_service.h"

#include "server/audit/audit.h"
#include "server/desk/desk.h"
#include "server/desk/queues.h"
#include "server/jobs/idempotency.h"
#include "server/jobs/outbox.h"
#include "shared/api/json_writer.h"

namespace cargo::appeals {

namespace {
Error conflict(const char *why) { return {ErrorCode::StateConflict, {}, QString::fromLatin1(why)}; }

// Who may undo is who may decide such a thing.
Permission ownersOf(const QByteArray &kind)
{
    return kind == "dispute" ? Permission::Support | Permission::Finance : Permission::Moderate;
}
} // namespace

QCoro::Task<Result<AppealStore::Page>> AppealService::mine(CallContextPtr context, std::optional<Uuid> before, int limit)
{
    co_return co_await m_store.decisionsOf(context, context->principal->user, before, limit);
}

QCoro::Task<Result<QByteArray>> AppealService::decision(CallContextPtr context, Uuid id)
{
    co_return co_await m_store.decision(context, id, context->principal->user);
}

QCoro::Task<Result<std::optional<Ban>>> AppealService::ban(CallContextPtr context, UserId user)
{
    co_return co_await m_store.ban(context, user);
}

QCoro::Task<Result<Answer>> AppealService::appeal(CallContextPtr context, UserId me, Uuid id, api::AppealDto body)
{
    const Timestamp now = m_runtime.clock.now();
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto decision = co_await m_store.lock(*tx, id);
    CARGO_CO_TRY(decision);
    if (decision->user != me)
        co_return ErrorCode::NotFound;
    if (decision->appealed)
        co_return conflict("appealed");
    if (decision->overturned)
        co_return conflict("overturned");
    if (decision->appealUntil <= now)
        co_return conflict("too_late");
    const Uuid appeal = newUuid(now);
    CARGO_CO_TRY(co_await m_store.insert(*tx, appeal, id, body.text, now));
    const Timestamp due = desk::dueAt(m_runtime.settings, "appeals", now);
    desk::NewItem waiting{"appeals", appeal, now, due, me, {}, QString::fromLatin1(decision->kind)};
    CARGO_CO_TRY(co_await desk::open(*tx, waiting));
    audit::AuditEvent event{me.uuid, "appeal.made", me, "{\"decision_id\":\"" + id.toText() + "\"}"};
    CARGO_CO_TRY(co_await audit::append(*tx, event));
    api::JsonWriter out;
    out.beginObject().field("id", appeal).field("decision_id", id).field("created_at", now).endObject();
    Answer answer{201, out.take()};
    CARGO_CO_TRY(co_await jobs::remember(*tx, answer.status, answer.body));
    CARGO_CO_TRY(co_await tx->commit());
    co_return answer;
}

QCoro::Task<Result<QByteArray>> AppealService::find(CallContextPtr context, Uuid id)
{
    co_return co_await m_store.appeal(context, id);
}

QCoro::Task<Result<Answer>> AppealService::decide(CallContextPtr context, Uuid id, api::AppealDecisionDto body)
{
    const Principal me = *context->principal;
    const Timestamp now = m_runtime.clock.now();
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto found = co_await m_store.lockAppeal(*tx, id);
    CARGO_CO_TRY(found);
    const Decision decision = found->decision;
    if (!me.may(ownersOf(decision.kind)) || decision.decidedBy == me.user)
        co_return ErrorCode::Forbidden;
    if (found->decided)
        co_return conflict("decided");
    CARGO_CO_TRY(co_await desk::settle(*tx, "appeals", id, me.user, now));
    CARGO_CO_TRY(co_await m_store.close(*tx, *found, body.decision, body.text, me.user, now));
    if (body.decision == QLatin1String("overturn"))
        CARGO_CO_TRY(co_await m_undo->undo(*tx, decision));
    api::JsonWriter details;
    details.beginObject().field("appeal_id", id).field("decision_id", decision.id).field("kind", decision.kind);
    details.field("outcome", body.decision).endObject();
    audit::AuditEvent event{decision.user.uuid, "appeal.decided", me.user, details.take()};
    CARGO_CO_TRY(co_await audit::append(*tx, event));
    api::JsonWriter data;
    data.beginObject().field("decision_id", decision.id).field("kind", decision.kind).field("outcome", body.decision);
    data.field("text", body.text).endObject();
    const QByteArray key = "appeal:" + id.toText();
    CARGO_CO_TRY(co_await jobs::notifyUser(*tx, decision.user, "account_appeal_decided", data.take(), key));
    api::JsonWriter out;
    out.beginObject().field("id", id).field("decision_id", decision.id).field("outcome", body.decision).endObject();
    Answer answer{200, out.take()};
    CARGO_CO_TRY(co_await jobs::remember(*tx, answer.status, answer.body));
    CARGO_CO_TRY(co_await tx->commit());
    co_return answer;
}

} // namespace cargo::appeals
