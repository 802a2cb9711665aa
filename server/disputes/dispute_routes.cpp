#include "server/disputes/dispute_routes.h"

#include "server/disputes/dispute_json.h"
#include "server/http/failure.h"
#include "shared/api/paths.h"

namespace cargo::disputes {

using http::failure;
using http::respond;

void DisputeRoutes::registerOn(http::Router &router)
{
    using http::Method;
    using http::RequestPtr;
    const QByteArray base(api::kBase);
    http::RouteOptions write;
    write.idempotent = true;
    router.add(Method::Post, base + "/deals/{id}/dispute", write, [this](RequestPtr r) { return open(r); });
    router.add(Method::Get, base + "/deals/{id}/dispute", {}, [this](RequestPtr r) { return cases(r); });
    router.add(Method::Post, base + "/deals/{id}/evidence", write, [this](RequestPtr r) { return evidence(r); });
    router.add(Method::Post, base + "/deals/{id}/withdraw-dispute", write, [this](RequestPtr r) { return withdraw(r); });
    http::RouteOptions decide;
    decide.access = http::Access::Staff;
    decide.permission = Permission::Support | Permission::Finance;
    decide.idempotent = true;
    decide.stepUp = true;
    router.add(Method::Post, base + "/admin/disputes/{id}/resolve", decide, [this](RequestPtr r) { return resolve(r); });
    http::RouteOptions look;
    look.access = http::Access::Staff;
    look.permission = Permission::Support | Permission::Finance;
    router.add(Method::Get, base + "/admin/disputes/{id}", look, [this](RequestPtr r) { return show(r); });
    router.add(Method::Post, base + "/admin/disputes/{id}/preview", look, [this](RequestPtr r) { return preview(r); });
}

QCoro::Task<http::Response> DisputeRoutes::open(http::RequestPtr request)
{
    const auto id = request->id<DealId>();
    if (!id)
        co_return failure(Error{ErrorCode::NotFound, {}, {}});
    const auto body = api::OpenDisputeBody::parse(request->body);
    if (!body.ok())
        co_return failure(body.errors);
    const auto answer = co_await m_service.open(request->context, *id, body.value);
    co_return respond(answer);
}

QCoro::Task<http::Response> DisputeRoutes::evidence(http::RequestPtr request)
{
    const auto id = request->id<DealId>();
    if (!id)
        co_return failure(Error{ErrorCode::NotFound, {}, {}});
    const auto body = api::EvidenceBody::parse(request->body);
    if (!body.ok())
        co_return failure(body.errors);
    const auto answer = co_await m_service.addEvidence(request->context, *id, body.value);
    co_return respond(answer);
}

QCoro::Task<http::Response> DisputeRoutes::withdraw(http::RequestPtr request)
{
    const auto id = request->id<DealId>();
    if (!id)
        co_return failure(Error{ErrorCode::NotFound, {}, {}});
    const auto answer = co_await m_service.withdraw(request->context, *id);
    co_return respond(answer);
}

QCoro::Task<http::Response> DisputeRoutes::resolve(http::RequestPtr request)
{
    const auto id = request->id<Uuid>();
    if (!id)
        co_return failure(Error{ErrorCode::NotFound, {}, {}});
    const auto body = api::ResolveDisputeBody::parse(request->body);
    if (!body.ok())
        co_return failure(body.errors);
    const auto answer = co_await m_service.resolve(request->context, *id, body.value);
    co_return respond(answer);
}

QCoro::Task<http::Response> DisputeRoutes::show(http::RequestPtr request)
{
    const auto id = request->id<Uuid>();
    if (!id)
        co_return failure(Error{ErrorCode::NotFound, {}, {}});
    const auto json = co_await m_case.show(request->context, *id);
    co_return json ? http::Response::json(200, *json) : failure(json.error());
}

QCoro::Task<http::Response> DisputeRoutes::preview(http::RequestPtr request)
{
    const auto id = request->id<Uuid>();
    if (!id)
        co_return failure(Error{ErrorCode::NotFound, {}, {}});
    const auto body = api::ResolveDisputeBody::parse(request->body);
    if (!body.ok())
        co_return failure(body.errors);
    const auto json = co_await m_service.preview(request->context, *id, body.value);
    co_return json ? http::Response::json(200, *json) : failure(json.error());
}

QCoro::Task<http::Response> DisputeRoutes::cases(http::RequestPtr request)
{
    const auto id = request->id<DealId>();
    if (!id)
        co_return failure(Error{ErrorCode::NotFound, {}, {}});
    const auto list = co_await m_service.cases(request->context, *id);
    if (!list.ok())
        co_return failure(list.error());
    api::JsonWriter out;
    out.beginObject().key("items").beginArray();
    for (const DisputeService::Case &one : *list) {
        out.beginObject();
        writeDispute(out, one.dispute, one.currency, request->context->locale == Locale::En);
        out.key("evidence").beginArray();
        for (const Evidence &piece : one.evidence) {
            out.beginObject().field("id", piece.id).field("side", word(piece.side)).field("text", piece.text);
            out.key("photos").raw(piece.photos).field("created_at", piece.createdAt).endObject();
        }
        out.endArray().endObject();
    }
    out.endArray().key("next_cursor").null().endObject();
    co_return http::Response::json(200, out.take());
}

} // namespace cargo::disputes
