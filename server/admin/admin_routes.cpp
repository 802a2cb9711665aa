#include "server/admin/admin_routes.h"

#include "server/http/failure.h"
#include "server/http/page.h"
#include "shared/api/paths.h"

namespace cargo::admin {

void AdminRoutes::registerOn(http::Router &router)
{
    http::RouteOptions anyStaff;
    anyStaff.access = http::Access::Staff;
    anyStaff.permission = Permission::Support | Permission::Moderate | Permission::Finance;
    router.add(http::Method::Get, QByteArray(api::kBase) + "/admin/stats", anyStaff,
               [this](http::RequestPtr request) { return stats(request); });
    router.add(http::Method::Get, QByteArray(api::kBase) + "/admin/search", anyStaff,
               [this](http::RequestPtr request) { return find(request); });
}

QCoro::Task<http::Response> AdminRoutes::stats(http::RequestPtr request)
{
    const auto json = co_await m_store.stats(request->context);
    co_return json ? http::Response::json(200, *json) : http::failure(json.error());
}

QCoro::Task<http::Response> AdminRoutes::find(http::RequestPtr request)
{
    const QString text = request->queryValue("q").trimmed().left(100);
    if (text.size() < 2)
        co_return http::pageResponse("[]", std::nullopt);
    const auto items = co_await m_finder.find(request->context, text);
    co_return items ? http::pageResponse(*items, std::nullopt) : http::failure(items.error());
}

} // namespace cargo::admin
