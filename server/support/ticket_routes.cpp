#include "server/support/ticket_routes.h"

#include "server/http/failure.h"
#include "server/http/page.h"
#include "shared/api/paths.h"

namespace cargo::support {

using http::failure;
using http::respond;

namespace {
// A message may fill its 8,000 code points with escapes.
constexpr qint64 kBodyBytes = 128 * 1024;

template <typename Item>
http::Response pageOf(const TicketService::Page<Item> &page)
{
    api::JsonWriter out;
    out.beginObject().key("items").beginArray();
    for (const Item &item : page.items)
        item.write(out);
    const auto cursor = page.next ? std::optional<QByteArray>(http::cursorOf(*page.next)) : std::nullopt;
    out.endArray().field("next_cursor", cursor).endObject();
    return http::Response::json(200, out.take());
}
} // namespace

void TicketRoutes::registerOn(http::Router &router)
{
    using http::Method;
    using http::RequestPtr;
    const QByteArray base = QByteArray(api::kBase) + "/tickets";
    http::RouteOptions post;
    post.idempotent = true;
    post.maxBodyBytes = kBodyBytes;
    router.add(Method::Get, base, {}, [this](RequestPtr r) { return list(r); });
    router.add(Method::Post, base, post, [this](RequestPtr r) { return open(r); });
    router.add(Method::Get, base + "/{id}/messages", {}, [this](RequestPtr r) { return messages(r); });
    router.add(Method::Post, base + "/{id}/messages", post, [this](RequestPtr r) { return write(r); });

    const QByteArray desk = QByteArray(api::kBase) + "/admin/tickets/{id}";
    http::RouteOptions support;
    support.access = http::Access::Staff;
    support.permission = Permission::Support;
    http::RouteOptions closing = support;
    closing.idempotent = true;
    router.add(Method::Get, desk, support, [this](RequestPtr r) { return caseOf(r); });
    router.add(Method::Post, desk + "/close", closing, [this](RequestPtr r) { return close(r); });
}

QCoro::Task<http::Response> TicketRoutes::caseOf(http::RequestPtr request)
{
    const auto id = request->id<TicketId>();
    if (!id)
        co_return failure(Error{ErrorCode::NotFound, {}, {}});
    const auto json = co_await m_service.caseOf(request->context, *id);
    co_return json ? http::Response::json(200, *json) : failure(json.error());
}

QCoro::Task<http::Response> TicketRoutes::close(http::RequestPtr request)
{
    const auto id = request->id<TicketId>();
    if (!id)
        co_return failure(Error{ErrorCode::NotFound, {}, {}});
    const auto answer = co_await m_service.close(request->context, *id);
    co_return respond(answer);
}

QCoro::Task<http::Response> TicketRoutes::list(http::RequestPtr request)
{
    const auto asked = http::idPage(*request);
    if (!asked)
        co_return failure(asked.error());
    const auto page = co_await m_service.list(request->context, request->queryValue("status"), asked->after, asked->limit);
    if (!page)
        co_return failure(page.error());
    co_return pageOf(*page);
}

QCoro::Task<http::Response> TicketRoutes::open(http::RequestPtr request)
{
    const auto body = api::TicketBody::parse(request->body);
    if (!body.ok())
        co_return failure(body.errors);
    const auto answer = co_await m_service.open(request->context, body.value);
    co_return respond(answer);
}

QCoro::Task<http::Response> TicketRoutes::messages(http::RequestPtr request)
{
    const auto id = request->id<TicketId>();
    if (!id)
        co_return failure(Error{ErrorCode::NotFound, {}, {}});
    const auto asked = http::idPage(*request);
    if (!asked)
        co_return failure(asked.error());
    const auto page = co_await m_service.messages(request->context, *id, asked->after, asked->limit);
    if (!page)
        co_return failure(page.error());
    co_return pageOf(*page);
}

QCoro::Task<http::Response> TicketRoutes::write(http::RequestPtr request)
{
    const auto id = request->id<TicketId>();
    if (!id)
        co_return failure(Error{ErrorCode::NotFound, {}, {}});
    const auto body = api::TicketMessageBody::parse(request->body);
    if (!body.ok())
        co_return failure(body.errors);
    const auto answer = co_await m_service.write(request->context, *id, body.value);
    co_return respond(answer);
}

} // namespace cargo::support
