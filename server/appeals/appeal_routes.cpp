#include "server/appeals/appeal_routes.h"

#include "server/desk/reason_codes.h"
#include "server/http/failure.h"
#include "server/http/page.h"
#include "shared/api/json_writer.h"
#include "shared/api/paths.h"

namespace cargo::appeals {

using http::failure;
using http::notFound;
using http::Response;

void AppealRoutes::registerOn(http::Router &router)
{
    using http::Method;
    using http::RequestPtr;
    const QByteArray base(api::kBase);
    http::RouteOptions write;
    write.idempotent = true;
    http::RouteOptions staff;
    staff.access = http::Access::Staff;
    staff.permission = Permission::Support | Permission::Moderate;
    http::RouteOptions decision = staff;
    decision.idempotent = true;
    router.add(Method::Get, base + "/me/decisions", {}, [this](RequestPtr r) { return mine(r); });
    router.add(Method::Get, base + "/me/decisions/{id}", {}, [this](RequestPtr r) { return this->decision(r); });
    router.add(Method::Post, base + "/me/decisions/{id}/appeal", write, [this](RequestPtr r) { return appeal(r); });
    router.add(Method::Get, base + "/admin/appeals/{id}", staff, [this](RequestPtr r) { return show(r); });
    router.add(Method::Post, base + "/admin/queues/appeals/{id}/decide", decision, [this](RequestPtr r) { return decide(r); });
    router.add(Method::Get, base + "/admin/reason-codes", staff, [](RequestPtr r) { return reasonCodes(r); });
}

QCoro::Task<Response> AppealRoutes::mine(http::RequestPtr request)
{
    const auto page = http::idPage(*request);
    if (!page)
        co_return failure(page.error());
    const auto list = co_await m_service.mine(request->context, page->after, page->limit);
    if (!list)
        co_return failure(list.error());
    co_return http::pageResponse(list->items, http::cursorOf(list->next));
}

QCoro::Task<Response> AppealRoutes::decision(http::RequestPtr request)
{
    const auto id = request->id<Uuid>();
    if (!id)
        co_return notFound();
    const auto json = co_await m_service.decision(request->context, *id);
    co_return json ? Response::json(200, *json) : failure(json.error());
}

QCoro::Task<Response> AppealRoutes::appeal(http::RequestPtr request)
{
    const auto id = request->id<Uuid>();
    if (!id)
        co_return notFound();
    const auto body = api::AppealDto::parse(request->body);
    if (!body.ok())
        co_return failure(body.errors);
    const auto answer = co_await m_service.appeal(request->context, request->context->principal->user, *id, body.value);
    co_return http::respond(answer);
}

QCoro::Task<Response> AppealRoutes::show(http::RequestPtr request)
{
    const auto id = request->id<Uuid>();
    if (!id)
        co_return notFound();
    const auto json = co_await m_service.find(request->context, *id);
    co_return json ? Response::json(200, *json) : failure(json.error());
}

QCoro::Task<Response> AppealRoutes::decide(http::RequestPtr request)
{
    const auto id = request->id<Uuid>();
    if (!id)
        co_return notFound();
    const auto body = api::AppealDecisionDto::parse(request->body);
    if (!body.ok())
        co_return failure(body.errors);
    const auto answer = co_await m_service.decide(request->context, *id, body.value);
    co_return http::respond(answer);
}

QCoro::Task<Response> AppealRoutes::reasonCodes(http::RequestPtr request)
{
    using namespace Qt::Literals;
    const auto asked = http::queryWord(*request, "queue", {"listings"_L1, "edits"_L1, "users"_L1, "conversations"_L1, "kyc"_L1});
    if (!asked)
        co_return failure(asked.error());
    const QByteArray queue = *asked == u"edits" ? QByteArray("listings") : asked->toLatin1();
    api::JsonWriter out(8192);
    out.beginObject().key("items").beginArray();
    for (const desk::ReasonCode &reason : desk::reasonCodes()) {
        if (!queue.isEmpty() && queue != reason.queue)
            continue;
        out.beginObject().field("queue", reason.queue).field("code", reason.code).key("title").beginObject();
        out.field("ru", reason.titleRu).field("en", reason.titleEn).endObject().key("text").beginObject();
        out.field("ru", reason.textRu).field("en", reason.textEn).endObject().field("rule", reason.rule).endObject();
    }
    out.endArray().key("next_cursor").null().endObject();
    co_return Response::json(200, out.take());
}

} // namespace cargo::appeals
