#include "server/recommendations/recommendation_routes.h"

#include "server/http/failure.h"
#include "server/http/page.h"
#include "shared/api/paths.h"
#include "shared/domain/listing/listing.h"

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
    router.add(Method::Get, base + "/recommendations/corridor", open, [this](RequestPtr r) { return corridor(r); });
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

QCoro::Task<http::Response> RecommendationRoutes::corridor(http::RequestPtr request)
{
    const auto limit = http::pageLimit(*request);
    if (!limit)
        co_return http::failure(limit.error());
    const QString country = request->queryValue("country_from");
    if (!listing::findCountry(country))
        co_return http::failure(
            Error{country.isEmpty() ? ErrorCode::Required : ErrorCode::UnknownValue, QStringLiteral("country_from"), {}});
    Corridor corridor{country.toLatin1(), {}};
    if (const QString text = request->queryValue("except"); !text.isEmpty()) {
        corridor.except = ListingId::fromText(QStringView(text));
        if (!corridor.except)
            co_return http::failure(Error{ErrorCode::InvalidFormat, QStringLiteral("except"), {}});
    }
    const auto items = co_await m_service.popular(request->context, std::move(corridor), *limit);
    if (!items)
        co_return http::failure(items.error());
    http::Response response = http::Response::json(200, "{\"items\":" + *items + ",\"next_cursor\":null}");
    response.header("Cache-Control", "private, no-cache");
    co_return response;
}

} // namespace cargo::recommendations
