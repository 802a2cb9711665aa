#include "server/search/saved_search_routes.h"

#include "server/http/failure.h"
#include "server/http/page.h"
#include "shared/api/paths.h"

namespace cargo::search {

void SavedSearchRoutes::registerOn(http::Router &router)
{
    using http::Method;
    using http::RequestPtr;
    const QByteArray path = QByteArray(api::kBase) + "/me/saved-searches";
    http::RouteOptions post;
    post.idempotent = true;
    router.add(Method::Get, path, {}, [this](RequestPtr r) { return list(r); });
    router.add(Method::Post, path, post, [this](RequestPtr r) { return save(r); });
    router.add(Method::Patch, path + "/{id}", {}, [this](RequestPtr r) { return change(r); });
    router.add(Method::Delete, path + "/{id}", {}, [this](RequestPtr r) { return remove(r); });
}

QCoro::Task<http::Response> SavedSearchRoutes::list(http::RequestPtr request)
{
    const auto asked = http::idPage(*request);
    if (!asked)
        co_return http::failure(asked.error());
    const auto page = co_await m_service.list(request->context, asked->after, asked->limit);
    if (!page)
        co_return http::failure(page.error());
    api::JsonWriter out;
    out.beginObject().key("items").beginArray();
    for (const api::SavedSearchDto &search : page->items)
        search.write(out);
    const auto cursor = page->next ? std::optional<QByteArray>(http::cursorOf(*page->next)) : std::nullopt;
    out.endArray().field("next_cursor", cursor).endObject();
    co_return http::Response::json(200, out.take());
}

QCoro::Task<http::Response> SavedSearchRoutes::save(http::RequestPtr request)
{
    const auto body = api::SavedSearchBody::parse(request->body);
    if (!body.ok())
        co_return http::failure(body.errors);
    const auto answer = co_await m_service.save(request->context, body.value);
    co_return http::respond(answer);
}

QCoro::Task<http::Response> SavedSearchRoutes::change(http::RequestPtr request)
{
    const auto id = request->id<Uuid>();
    if (!id)
        co_return http::failure(Error{ErrorCode::NotFound, {}, {}});
    const auto body = api::SavedSearchChange::parse(request->body);
    if (!body.ok())
        co_return http::failure(body.errors);
    const auto json = co_await m_service.change(request->context, *id, body.value);
    co_return json ? http::Response::json(200, *json) : http::failure(json.error());
}

QCoro::Task<http::Response> SavedSearchRoutes::remove(http::RequestPtr request)
{
    const auto id = request->id<Uuid>();
    if (!id)
        co_return http::failure(Error{ErrorCode::NotFound, {}, {}});
    const auto removed = co_await m_service.remove(request->context, *id);
    co_return removed ? http::Response::noContent() : http::failure(removed.error());
}

} // namespace cargo::search
