#include "server/notifications/notification_routes.h"

#include "server/http/page.h"
#include "shared/api/paths.h"

namespace cargo::notifications {

using http::Response;

void NotificationRoutes::registerOn(http::Router &router)
{
    const QByteArray base(api::kBase);
    using http::Method;
    using http::RequestPtr;
    router.add(Method::Get, base + "/notifications", {}, [this](RequestPtr r) { return list(std::move(r)); });
    router.add(Method::Post, base + "/notifications/read", {}, [this](RequestPtr r) { return markRead(std::move(r)); });
    router.add(Method::Get, base + "/me/notification-settings", {}, [this](RequestPtr r) { return settings(std::move(r)); });
    router.add(Method::Put, base + "/me/notification-settings", {}, [this](RequestPtr r) { return setSettings(std::move(r)); });
}

QCoro::Task<Response> NotificationRoutes::list(http::RequestPtr request)
{
    const auto page = http::idPage(*request);
    if (!page)
        co_return Response::error(page.error());
    const auto list = co_await m_service.list(request->context, page->after, page->limit);
    if (!list)
        co_return Response::error(list.error());
    const QByteArray next = list->next ? QByteArray('"' + http::cursorOf(*list->next) + '"') : QByteArray("null");
    co_return Response::json(200, "{\"items\":" + list->items + ",\"unread\":" + QByteArray::number(list->unread)
                                      + ",\"next_cursor\":" + next + '}');
}

QCoro::Task<Response> NotificationRoutes::markRead(http::RequestPtr request)
{
    auto dto = api::ReadNotificationsDto::parse(request->body);
    if (!dto.ok())
        co_return Response::invalid(dto.errors);
    const auto unread = co_await m_service.markRead(request->context, std::move(dto.value));
    if (!unread)
        co_return Response::error(unread.error());
    co_return Response::json(200, "{\"unread\":" + QByteArray::number(*unread) + '}');
}

QCoro::Task<Response> NotificationRoutes::settings(http::RequestPtr request)
{
    const auto json = co_await m_service.settings(request->context);
    if (!json)
        co_return Response::error(json.error());
    co_return Response::json(200, *json);
}

QCoro::Task<Response> NotificationRoutes::setSettings(http::RequestPtr request)
{
    const auto object = api::parseObject(request->body);
    if (!object)
        co_return Response::error(object.error());
    const auto json = co_await m_service.setSettings(request->context, *object);
    if (!json)
        co_return json.error().field.isEmpty() ? Response::error(json.error()) : Response::invalid({json.error()});
    co_return Response::json(200, *json);
}

} // namespace cargo::notifications
