#include "server/listings/moderation_routes.h"

#include "server/http/failure.h"
#include "shared/api/paths.h"

namespace cargo::listings {

using http::failure;

void ModerationRoutes::registerOn(http::Router &router)
{
    using http::Method;
    using http::RequestPtr;
    const QByteArray base = QByteArray(api::kBase) + "/admin";
    http::RouteOptions moderator;
    moderator.access = http::Access::Staff;
    moderator.permission = Permission::Moderate;
    http::RouteOptions decision = moderator;
    decision.idempotent = true;
    router.add(Method::Get, base + "/listings/{id}/review", moderator, [this](RequestPtr r) { return review(r); });
    for (const char *queue : {"listings", "edits"})
        router.add(Method::Post, base + "/queues/" + queue + "/{id}/decide", decision,
                   [this, queue](RequestPtr r) { return decide(r, queue); });
}

QCoro::Task<http::Response> ModerationRoutes::review(http::RequestPtr request)
{
    const auto id = request->id<ListingId>();
    if (!id)
        co_return failure(Error{ErrorCode::NotFound, {}, {}});
    const auto json = co_await m_service.review(request->context, *id);
    co_return json ? http::Response::json(200, *json) : failure(json.error());
}

QCoro::Task<http::Response> ModerationRoutes::decide(http::RequestPtr request, const char *queue)
{
    const auto id = request->id<ListingId>();
    if (!id)
        co_return failure(Error{ErrorCode::NotFound, {}, {}});
    const auto body = api::ListingDecisionDto::parse(request->body);
    if (!body.ok())
        co_return failure(body.errors);
    const auto answer = co_await m_service.decide(request->context, queue, *id, body.value);
    co_return http::respond(answer);
}

} // namespace cargo::listings
