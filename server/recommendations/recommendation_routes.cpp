#include "server/recommendations/recommendation_routes.h"

#include "server/http/failure.h"
#include "server/http/page.h"
#include "shared/api/paths.h"

namespace cargo::recommendations {

void RecommendationRoutes::registerOn(http::Router &router)
{
    using http::Method;
    using http::RequestPtr;
    const QByteArray base(api::kBase);
    http::RouteOptions open;
    open.access = http::Access::Public;
    open.rateLimit = "search";
    router.add(Method::Get, base + "/recommendations/home", open, [this](RequestPtr r) { return home(r); });
    http::RouteOptions events;
    events.idempotent = true;
    router.add(Method::Post, base + "/events", events, [this](RequestPtr r) { return note(r); });
}

QCoro::Task<http::Response> RecommendationRoutes::home(http::RequestPtr request)
{
    const auto limit = http::pageLimit(*request);
    if (!limit)
        co_return http::failure(limit.error());
    const auto asked = http::queryWord(*request, "personal", {QLatin1String("0"), QLatin1String("1")});
    if (!asked)
        co_return http::failure(asked.error());
    const bool personal = *asked != QLatin1String("0");
    const auto items = co_await m_service.home(request->context, personal, *limit);
    if (!items)
        co_return http::failure(items.error());
    http::Response response = http::Response::json(200, "{\"items\":" + *items + ",\"next_cursor\":null}");
    response.header("Cache-Control", "private, no-cache");
    co_return response;
}

QCoro::Task<http::Response> RecommendationRoutes::note(http::RequestPtr request)
{
    auto body = api::InterestsBody::parse(request->body);
    if (!body.ok())
        co_return http::failure(body.errors);
    const auto noted = co_await m_service.note(request->context, std::move(body.value));
    co_return noted ? http::Response::noContent() : http::failure(noted.error());
}

} // namespace cargo::recommendations
