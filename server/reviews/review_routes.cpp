#include "server/reviews/review_routes.h"

#include "server/http/failure.h"
#include "server/http/page.h"
#include "shared/api/paths.h"

namespace cargo::reviews {

void ReviewRoutes::registerOn(http::Router &router)
{
    const QByteArray base(api::kBase);
    http::RouteOptions write;
    write.idempotent = true;
    router.add(http::Method::Post, base + "/deals/{id}/reviews", write, [this](http::RequestPtr r) { return create(r); });
    http::RouteOptions open;
    open.access = http::Access::Public;
    router.add(http::Method::Get, base + "/users/{id}/reviews", open, [this](http::RequestPtr r) { return about(r); });
}

QCoro::Task<http::Response> ReviewRoutes::create(http::RequestPtr request)
{
    const auto id = request->id<DealId>();
    if (!id)
        co_return http::failure(Error{ErrorCode::NotFound, {}, {}});
    const auto body = api::ReviewBody::parse(request->body);
    if (!body.ok())
        co_return http::failure(body.errors);
    const auto answer = co_await m_service.create(request->context, *id, body.value);
    co_return http::respond(answer);
}

QCoro::Task<http::Response> ReviewRoutes::about(http::RequestPtr request)
{
    const auto id = request->id<UserId>();
    if (!id)
        co_return http::failure(Error{ErrorCode::NotFound, {}, {}});
    const auto asked = http::idPage(*request);
    if (!asked.ok())
        co_return http::failure(asked.error());
    const auto rating = http::queryWord(*request, "rating", {QLatin1String("high"), QLatin1String("low")});
    if (!rating.ok())
        co_return http::failure(rating.error());
    const auto page = co_await m_service.about(request->context, *id, asked->after, asked->limit, *rating);
    if (!page.ok())
        co_return http::failure(page.error());
    api::JsonWriter out;
    out.beginObject().key("items").beginArray();
    for (const api::ReviewDto &review : page->items)
        review.write(out);
    out.endArray().key("next_cursor");
    if (page->next)
        out.value(http::cursorOf(*page->next));
    else
        out.null();
    out.endObject();
    co_return http::Response::json(200, out.take());
}

} // namespace cargo::reviews
