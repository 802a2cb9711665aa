#include "server/behaviour/behaviour_routes.h"

#include "server/http/failure.h"
#include "shared/api/paths.h"

namespace cargo::behaviour {

using http::Response;

namespace {
// The answer changes at once when he chooses on another device.
Response answerOf(const api::PersonalisationDto &choice)
{
    Response response = Response::json(200, choice.toJson());
    response.header("Cache-Control", "private, no-cache");
    return response;
}
} // namespace

void BehaviourRoutes::registerOn(http::Router &router)
{
    using http::Method;
    using http::RequestPtr;
    const QByteArray base(api::kBase);
    http::RouteOptions events;
    events.idempotent = true;
    const http::RouteOptions own;
    router.add(Method::Post, base + "/events", events, [this](RequestPtr r) { return note(std::move(r)); });
    router.add(Method::Get, base + "/me/personalisation", own, [this](RequestPtr r) { return choice(std::move(r)); });
    router.add(Method::Put, base + "/me/personalisation", own, [this](RequestPtr r) { return choose(std::move(r)); });
}

QCoro::Task<Response> BehaviourRoutes::note(http::RequestPtr request)
{
    auto body = api::InterestsBody::parse(request->body);
    if (!body.ok())
        co_return http::failure(body.errors);
    const auto noted = co_await m_service.note(request->context, std::move(body.value));
    co_return noted ? Response::noContent() : http::failure(noted.error());
}

QCoro::Task<Response> BehaviourRoutes::choice(http::RequestPtr request)
{
    const auto choice = co_await m_service.choice(request->context, request->context->principal->user);
    co_return choice ? answerOf({choice->personal}) : http::failure(choice.error());
}

QCoro::Task<Response> BehaviourRoutes::choose(http::RequestPtr request)
{
    const auto body = api::PersonalisationDto::parse(request->body);
    if (!body.ok())
        co_return http::failure(body.errors);
    const auto chosen = co_await m_service.choose(request->context, request->context->principal->user, body.value.enabled);
    co_return chosen ? answerOf(body.value) : http::failure(chosen.error());
}

} // namespace cargo::behaviour
