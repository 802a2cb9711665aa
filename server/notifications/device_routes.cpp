#include "server/notifications/device_routes.h"

#include "server/http/failure.h"
#include "shared/api/paths.h"

namespace cargo::notifications {

using http::Response;

void DeviceRoutes::registerOn(http::Router &router)
{
    using http::Method;
    using http::RequestPtr;
    const QByteArray path = QByteArray(api::kBase) + "/me/devices";
    http::RouteOptions post;
    post.idempotent = true;
    router.add(Method::Post, path, post, [this](RequestPtr r) { return put(r); });
    router.add(Method::Delete, path, {}, [this](RequestPtr r) { return remove(r); });
}

QCoro::Task<Response> DeviceRoutes::put(http::RequestPtr request)
{
    const auto body = api::DeviceBody::parse(request->body);
    if (!body.ok())
        co_return http::failure(body.errors);
    const auto answer = co_await m_service.put(request->context, body.value);
    co_return http::respond(answer);
}

QCoro::Task<Response> DeviceRoutes::remove(http::RequestPtr request)
{
    const auto body = api::DeviceBody::parseToken(request->body);
    if (!body.ok())
        co_return http::failure(body.errors);
    const auto removed = co_await m_service.remove(request->context, body.value.token);
    co_return removed ? Response::noContent() : http::failure(removed.error());
}

} // namespace cargo::notifications
