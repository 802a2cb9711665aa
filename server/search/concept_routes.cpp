#include "server/search/concept_routes.h"

#include "server/http/failure.h"
#include "server/http/page.h"
#include "shared/api/json_reader.h"
#include "shared/api/json_writer.h"
#include "shared/api/paths.h"

namespace cargo::search {

using http::failure;

namespace {
constexpr api::JsonReader::Text kText{.min = 1, .max = 12'000, .lines = true};
constexpr api::JsonReader::Text kNote{.min = 3, .max = 1000, .lines = true};
constexpr qint64 kVersionMost = 1'000'000'000;

// With every wrong line told: "line 3: body_type is never minivans".
http::Response refused(const std::vector<Error> &problems)
{
    http::Response response = failure(problems);
    api::JsonWriter out;
    out.beginArray();
    for (const Error &problem : problems)
        out.value(problem.detail);
    response.member("faults", out.endArray().take());
    return response;
}
} // namespace

void ConceptRoutes::registerOn(http::Router &router)
{
    using http::Method;
    using http::RequestPtr;
    const QByteArray base = QByteArray(api::kBase) + "/admin/concepts";
    http::RouteOptions admin;
    admin.access = http::Access::Staff;
    admin.permission = Permission::Admin;
    http::RouteOptions publish = admin;
    publish.idempotent = true;
    publish.stepUp = true;
    router.add(Method::Get, base, admin, [this](RequestPtr r) { return list(r); });
    router.add(Method::Get, base + "/versions", admin, [this](RequestPtr r) { return versions(r); });
    router.add(Method::Post, base + "/restore", publish, [this](RequestPtr r) { return restore(r); });
    router.add(Method::Post, base + "/{concept}/preview", admin, [this](RequestPtr r) { return preview(r); });
    router.add(Method::Put, base + "/{concept}", publish, [this](RequestPtr r) { return change(r); });
}

QCoro::Task<http::Response> ConceptRoutes::list(http::RequestPtr request)
{
    const auto json = co_await m_service.list(request->context);
    co_return json ? http::Response::json(200, *json) : failure(json.error());
}

QCoro::Task<http::Response> ConceptRoutes::versions(http::RequestPtr request)
{
    const auto asked = http::numberPage(*request);
    if (!asked)
        co_return failure(asked.error());
    const auto page = co_await m_service.history(request->context, asked->afterNumber, asked->limit);
    if (!page)
        co_return failure(page.error());
    co_return http::pageResponse(page->items, http::cursorOf(page->next));
}

QCoro::Task<http::Response> ConceptRoutes::preview(http::RequestPtr request)
{
    const auto object = api::parseObject(request->body);
    if (!object)
        co_return failure(object.error());
    api::JsonReader in(*object);
    const QString text = in.text("text", kText);
    if (!in.ok())
        co_return failure(in.errors());
    const auto problems = std::make_shared<std::vector<Error>>();
    const auto json = co_await m_service.preview(request->context, request->param("concept"), text, problems);
    if (!problems->empty())
        co_return refused(*problems);
    co_return json ? http::Response::json(200, *json) : failure(json.error());
}

QCoro::Task<http::Response> ConceptRoutes::change(http::RequestPtr request)
{
    const auto object = api::parseObject(request->body);
    if (!object)
        co_return failure(object.error());
    api::JsonReader in(*object);
    ConceptChange order;
    order.text = in.text("text", kText);
    order.seen = in.integer("version", {.min = 0, .max = kVersionMost});
    order.note = in.text("note", kNote);
    if (!in.ok())
        co_return failure(in.errors());
    const auto problems = std::make_shared<std::vector<Error>>();
    const auto answer = co_await m_service.change(request->context, request->param("concept"), order, problems);
    if (!problems->empty())
        co_return refused(*problems);
    co_return http::respond(answer);
}

QCoro::Task<http::Response> ConceptRoutes::restore(http::RequestPtr request)
{
    const auto object = api::parseObject(request->body);
    if (!object)
        co_return failure(object.error());
    api::JsonReader in(*object);
    ConceptRestore order;
    order.version = in.integer("restores", {.min = 0, .max = kVersionMost});
    order.seen = in.integer("version", {.min = 0, .max = kVersionMost});
    order.note = in.text("note", kNote);
    if (!in.ok())
        co_return failure(in.errors());
    const auto answer = co_await m_service.restore(request->context, order);
    co_return http::respond(answer);
}

} // namespace cargo::search
