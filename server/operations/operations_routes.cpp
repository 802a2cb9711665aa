#include "server/operations/operations_routes.h"

#include "server/audit/audit.h"
#include "server/http/failure.h"
#include "server/http/page.h"
#include "server/jobs/idempotency.h"
#include "server/jobs/wake.h"
#include "shared/api/json_reader.h"
#include "shared/api/json_writer.h"
#include "shared/api/paths.h"

namespace cargo::operations {

using http::failure;

QCoro::Task<Result<Answer>> OperationsService::retry(CallContextPtr context, qint64 id)
{
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto event = co_await m_store.lockParked(*tx, id);
    CARGO_CO_TRY(event);
    CARGO_CO_TRY(co_await m_store.retry(*tx, id, m_runtime.clock.now()));
    tx->afterCommit([] { jobs::wakeRelay(); });
    co_return co_await finish(*tx, id, *event, "event.retried", QString());
}

QCoro::Task<Result<Answer>> OperationsService::discard(CallContextPtr context, qint64 id, QString reason)
{
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto event = co_await m_store.lockParked(*tx, id);
    CARGO_CO_TRY(event);
    CARGO_CO_TRY(co_await m_store.discard(*tx, id));
    co_return co_await finish(*tx, id, *event, "event.discarded", reason);
}

QCoro::Task<Result<Answer>> OperationsService::finish(db::Transaction tx, qint64 id, OperationsStore::Event event,
                                                      QByteArray action, QString reason)
{
    const UserId me = tx.context()->principal->user;
    api::JsonWriter details;
    details.beginObject().field("id", id).field("topic", event.topic).field("key", event.key);
    details.field("last_error", event.lastError).field("reason", reason).endObject();
    audit::AuditEvent audited{me.uuid, action, me, details.take()};
    CARGO_CO_TRY(co_await audit::append(tx, audited));
    api::JsonWriter out;
    out.beginObject().field("id", id).field("topic", event.topic).field("key", event.key).endObject();
    Answer answer{200, out.take()};
    CARGO_CO_TRY(co_await jobs::remember(tx, answer.status, answer.body));
    CARGO_CO_TRY(co_await tx.commit());
    co_return answer;
}

void OperationsRoutes::registerOn(http::Router &router)
{
    using http::Method;
    using http::RequestPtr;
    const QByteArray base = QByteArray(api::kBase) + "/admin";
    http::RouteOptions admin;
    admin.access = http::Access::Staff;
    admin.permission = Permission::Admin;
    http::RouteOptions write = admin;
    write.idempotent = true;
    router.add(Method::Get, base + "/ops", admin, [this](RequestPtr r) { return state(r); });
    router.add(Method::Get, base + "/parked-events", admin, [this](RequestPtr r) { return parked(r); });
    router.add(Method::Post, base + "/parked-events/{number}/retry", write, [this](RequestPtr r) { return decide(r, true); });
    router.add(Method::Post, base + "/parked-events/{number}/discard", write, [this](RequestPtr r) { return decide(r, false); });
}

QCoro::Task<http::Response> OperationsRoutes::state(http::RequestPtr request)
{
    const Timestamp now = m_runtime.clock.now();
    const auto json = co_await m_store.state(request->context, now);
    if (!json)
        co_return failure(json.error());
    api::JsonWriter out(4096);
    out.beginObject().key("build").beginObject().field("version", CARGO_VERSION).field("qt", qVersion());
    out.field("started_at", m_startedAt).field("time", now).endObject();
    out.key("state").raw(*json).endObject();
    co_return http::Response::json(200, out.take());
}

QCoro::Task<http::Response> OperationsRoutes::parked(http::RequestPtr request)
{
    const auto asked = http::numberPage(*request);
    if (!asked)
        co_return failure(asked.error());
    const auto page = co_await m_store.parked(request->context, asked->afterNumber, asked->limit);
    if (!page)
        co_return failure(page.error());
    co_return http::pageResponse(page->items, http::cursorOf(page->next));
}

QCoro::Task<http::Response> OperationsRoutes::decide(http::RequestPtr request, bool retry)
{
    bool isNumber = false;
    const qint64 id = request->param("number").toLongLong(&isNumber);
    if (!isNumber || id <= 0)
        co_return failure(Error{ErrorCode::NotFound, {}, {}});
    if (retry) {
        const auto answer = co_await m_service.retry(request->context, id);
        co_return http::respond(answer);
    }
    const auto object = api::parseObject(request->body);
    if (!object)
        co_return failure(object.error());
    api::JsonReader in(*object);
    const QString reason = in.text("reason", {.min = 3, .max = 1000, .lines = true});
    if (!in.ok())
        co_return failure(in.errors());
    const auto answer = co_await m_service.discard(request->context, id, reason);
    co_return http::respond(answer);
}

} // namespace cargo::operations
