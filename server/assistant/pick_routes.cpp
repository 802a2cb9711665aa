#include "server/assistant/pick_routes.h"

#include "server/assistant/pick_answer.h"
#include "server/http/failure.h"
#include "shared/api/paths.h"

namespace cargo::assistant {

void PickRoutes::registerOn(http::Router &router)
{
    http::RouteOptions open;
    open.access = http::Access::Public;
    open.rateLimit = "search";
    router.add(http::Method::Post, QByteArray(api::kBase) + "/assistant/pick", open,
               [this](http::RequestPtr r) { return pick(std::move(r)); });
}

QCoro::Task<http::Response> PickRoutes::pick(http::RequestPtr request)
{
    auto body = api::PickBody::parse(request->body);
    if (!body.ok())
        co_return http::failure(body.errors);
    const QString sentence = body.value.query;
    const auto picked = co_await m_service.pick(request->context, std::move(body.value));
    if (!picked)
        co_return http::failure(picked.error());
    http::Response response = http::Response::json(200, pickAnswer(**picked, sentence, request->context->locale));
    response.header("Vary", "Accept-Language");
    co_return response;
}

} // namespace cargo::assistant
