#include "server/closures/closure_service.h"

#include "server/audit/audit.h"
#include "server/desk/desk.h"
#include "server/desk/queues.h"
#include "server/jobs/idempotency.h"
#include "server/jobs/outbox.h"
#include "shared/api/json_writer.h"
#include "shared/domain/deal/deal_number.h"

namespace cargo::closures {

namespace {
constexpr char kQueue[] = "erasures";
} // namespace

QByteArray blockersJson(const std::vector<auth::Blocker> &blockers)
{
    api::JsonWriter out;
    out.beginArray();
    for (const auth::Blocker &blocker : blockers) {
        out.beginObject().field("code", blocker.code).field("deal_id", blocker.deal);
        out.field("number", dealNumberText(blocker.number)).field("status", blocker.status);
        out.field("money_status", blocker.moneyStatus);
        out.field("link", QByteArray("cargo://deals/" + blocker.deal.toText())).endObject();
    }
    out.endArray();
    return out.take();
}

QCoro::Task<Result<QByteArray>> ClosureService::state(CallContextPtr context)
{
    const UserId me = context->principal->user;
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto blockers = co_await m_accounts.blockers(*tx, me);
    CARGO_CO_TRY(blockers);
    const auto request = co_await m_store.last(*tx, me);
    CARGO_CO_TRY(request);
    QByteArray json = "{\"blockers\":" + blockersJson(*blockers) + ",\"request\":" + *request + '}';
    co_return json;
}

QCoro::Task<Outcome> ClosureService::close(CallContextPtr context, std::vector<auth::Blocker> *blockers)
{
    const UserId me = context->principal->user;
    const Timestamp now = m_runtime.clock.now();
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    CARGO_CO_TRY(co_await m_accounts.close(*tx, me, me, blockers));
    const auto request = co_await m_store.openOf(*tx, me);
    CARGO_CO_TRY(request);
    if (*request) {
        CARGO_CO_TRY(co_await m_store.decide(*tx, **request, "done", std::nullopt, {}, now));
        CARGO_CO_TRY(co_await desk::leave(*tx, kQueue, **request, now));
    }
    co_return co_await tx->commit();
}

QCoro::Task<Result<Answer>> ClosureService::order(CallContextPtr context)
{
    const UserId me = context->principal->user;
    const Timestamp now = m_runtime.clock.now();
    if (context->principal->role == Role::Staff)
        co_return Error{ErrorCode::StateConflict, {}, QStringLiteral("staff are removed by an admin")};
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const Uuid id = newUuid(now);
    const auto fresh = co_await m_store.insert(*tx, id, me, now);
    CARGO_CO_TRY(fresh);
    if (*fresh) {
        const auto blockers = co_await m_accounts.blockers(*tx, me);
        CARGO_CO_TRY(blockers);
        const QString why = blockers->empty() ? QStringLiteral("free") : QString::fromLatin1(blockers->front().code);
        const Timestamp due = desk::dueAt(m_runtime.settings, kQueue, now);
        desk::NewItem waiting{kQueue, id, now, due, me, {}, why};
        CARGO_CO_TRY(co_await desk::open(*tx, waiting));
        audit::AuditEvent event{me.uuid, "user.erasure_ordered", me, "{\"request_id\":\"" + id.toText() + "\"}"};
        CARGO_CO_TRY(co_await audit::append(*tx, event));
    }
    const auto request = co_await m_store.last(*tx, me);
    CARGO_CO_TRY(request);
    Answer answer{*fresh ? 201 : 200, *request};
    CARGO_CO_TRY(co_await jobs::remember(*tx, answer.status, answer.body));
    CARGO_CO_TRY(co_await tx->commit());
    co_return answer;
}

QCoro::Task<Outcome> ClosureService::withdraw(CallContextPtr context)
{
    const UserId me = context->principal->user;
    const Timestamp now = m_runtime.clock.now();
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto request = co_await m_store.openOf(*tx, me);
    CARGO_CO_TRY(request);
    if (!*request)
        co_return ok();
    CARGO_CO_TRY(co_await m_store.decide(*tx, **request, "withdrawn", std::nullopt, {}, now));
    CARGO_CO_TRY(co_await desk::leave(*tx, kQueue, **request, now));
    audit::AuditEvent event{me.uuid, "user.erasure_withdrawn", me, "{\"request_id\":\"" + (*request)->toText() + "\"}"};
    CARGO_CO_TRY(co_await audit::append(*tx, event));
    co_return co_await tx->commit();
}

QCoro::Task<Result<QByteArray>> ClosureService::find(CallContextPtr context, Uuid id)
{
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto members = co_await m_store.caseOf(*tx, id);
    CARGO_CO_TRY(members);
    const auto user = co_await m_store.userOf(*tx, id);
    CARGO_CO_TRY(user);
    const auto blockers = co_await m_accounts.blockers(*tx, **user);
    CARGO_CO_TRY(blockers);
    QByteArray json = '{' + *members + ",\"blockers\":" + blockersJson(*blockers) + '}';
    co_return json;
}

QCoro::Task<Result<Answer>> ClosureService::decide(CallContextPtr context, Uuid id, api::ErasureDecisionDto body,
                                                   std::vector<auth::Blocker> *blockers)
{
    const UserId staff = context->principal->user;
    const Timestamp now = m_runtime.clock.now();
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto user = co_await m_store.userOf(*tx, id);
    CARGO_CO_TRY(user);
    if (!*user)
        co_return ErrorCode::NotFound;
    const bool erase = body.decision == QLatin1String("erase");
    // First the user, then the request: the order of his own closing.
    if (erase) {
        const auto closed = co_await m_accounts.close(*tx, **user, staff, blockers);
        if (!closed && closed.code() == ErrorCode::NotFound)
            co_return Error{ErrorCode::StateConflict, {}, QStringLiteral("decided")};
        CARGO_CO_TRY(closed);
    }
    CARGO_CO_TRY(co_await m_store.decide(*tx, id, erase ? "done" : "refused", staff, body.text, now));
    CARGO_CO_TRY(co_await desk::settle(*tx, kQueue, id, staff, now));
    if (!erase)
        CARGO_CO_TRY(co_await tellRefusal(*tx, id, **user, body.text));
    api::JsonWriter details;
    details.beginObject().field("request_id", id).field("decision", body.decision).endObject();
    audit::AuditEvent event{(*user)->uuid, "user.erasure_decided", staff, details.take()};
    CARGO_CO_TRY(co_await audit::append(*tx, event));
    api::JsonWriter out;
    out.beginObject().field("id", id).field("decision", body.decision).endObject();
    Answer answer{200, out.take()};
    CARGO_CO_TRY(co_await jobs::remember(*tx, answer.status, answer.body));
    CARGO_CO_TRY(co_await tx->commit());
    co_return answer;
}

QCoro::Task<Outcome> ClosureService::tellRefusal(db::Transaction tx, Uuid id, UserId user, QString why)
{
    api::JsonWriter data;
    data.beginObject().field("request_id", id).field("text", why).endObject();
    const QByteArray key = "erasure:" + id.toText();
    co_return co_await jobs::notifyUser(tx, user, "account_erasure_refused", data.take(), key);
}

} // namespace cargo::closures
