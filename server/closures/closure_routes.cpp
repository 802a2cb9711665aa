#include "server/closures/closure_routes.h"

#include "server/http/failure.h"
#include "shared/api/json_writer.h"
#include "shared/api/paths.h"

#include <set>

namespace cargo::closures {

using http::failure;
using http::Response;

namespace {
// With what stands in the way, where something does.
Response refusal(Response response, const std::vector<auth::Blocker> &blockers)
{
    if (blockers.empty())
        return response;
    std::set<QByteArray> codes;
    int running = 0;
    for (const auth::Blocker &blocker : blockers) {
        codes.insert(blocker.code);
        running += blocker.code != "money_under_way";
    }
    api::JsonWriter reasons;
    reasons.beginArray();
    for (const QByteArray &code : codes)
        reasons.value(code);
    reasons.endArray();
    response.member("reasons", reasons.take()).member("running_deals", QByteArray::number(running));
    response.member("blockers", blockersJson(blockers));
    return response;
}
} // namespace

void ClosureRoutes::registerOn(http::Router &router)
{
    using http::Method;
    using http::RequestPtr;
    const QByteArray base(api::kBase);
    http::RouteOptions own;
    own.rateLimit = "auth";
    own.maxBodyBytes = 16 * 1024;
    http::RouteOptions ordering = own;
    ordering.idempotent = true;
    http::RouteOptions support;
    support.access = http::Access::Staff;
    support.permission = Permission::Support;
    http::RouteOptions deciding = support;
    deciding.idempotent = true;
    deciding.stepUp = true;
    router.add(Method::Get, base + "/me/closure", own, [this](RequestPtr r) { return state(r); });
    router.add(Method::Post, base + "/me/closure", ordering, [this](RequestPtr r) { return order(r); });
    router.add(Method::Delete, base + "/me/closure", own, [this](RequestPtr r) { return withdraw(r); });
    router.add(Method::Delete, base + "/me", own, [this](RequestPtr r) { return close(r); });
    router.add(Method::Get, base + "/admin/erasures/{id}", support, [this](RequestPtr r) { return show(r); });
    router.add(Method::Post, base + "/admin/queues/erasures/{id}/decide", deciding, [this](RequestPtr r) { return decide(r); });
}

QCoro::Task<Response> ClosureRoutes::state(http::RequestPtr request)
{
    const auto json = co_await m_service.state(request->context);
    co_return json ? Response::json(200, *json) : failure(json.error());
}

QCoro::Task<Response> ClosureRoutes::close(http::RequestPtr request)
{
    std::vector<auth::Blocker> blockers;
    const auto done = co_await m_service.close(request->context, &blockers);
    co_return done ? Response::noContent() : refusal(failure(done.error()), blockers);
}

QCoro::Task<Response> ClosureRoutes::order(http::RequestPtr request)
{
    const auto answer = co_await m_service.order(request->context);
    co_return http::respond(answer);
}

QCoro::Task<Response> ClosureRoutes::withdraw(http::RequestPtr request)
{
    const auto done = co_await m_service.withdraw(request->context);
    co_return done ? Response::noContent() : failure(done.error());
}

QCoro::Task<Response> ClosureRoutes::show(http::RequestPtr request)
{
    const auto id = request->id<Uuid>();
    if (!id)
        co_return failure(Error{ErrorCode::NotFound, {}, {}});
    const auto json = co_await m_service.find(request->context, *id);
    co_return json ? Response::json(200, *json) : failure(json.error());
}

QCoro::Task<Response> ClosureRoutes::decide(http::RequestPtr request)
{
    const auto id = request->id<Uuid>();
    if (!id)
        co_return failure(Error{ErrorCode::NotFound, {}, {}});
    const auto body = api::ErasureDecisionDto::parse(request->body);
    if (!body.ok())
        co_return failure(body.errors);
    std::vector<auth::Blocker> blockers;
    const auto answer = co_await m_service.decide(request->context, *id, body.value, &blockers);
    co_return answer ? http::respond(answer) : refusal(failure(answer.error()), blockers);
}

} // namespace cargo::closures
