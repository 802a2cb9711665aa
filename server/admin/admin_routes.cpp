#include "server/admin/admin_routes.h"

#include "server/http/failure.h"
#include "shared/api/paths.h"

namespace cargo::admin {

void AdminRoutes::registerOn(http::Router &router)
{
    http::RouteOptions anyStaff;
    anyStaff.access = http::Access::Staff;
    anyStaff.permission = Permission::Support | Permission::Moderate | Permission::Finance;
    router.add(http::Method::Get, QByteArray(api::kBase) + "/admin/stats", anyStaff,
               [this](http::RequestPtr request) { return stats(request); });
}

QCoro::Task<http::Response> AdminRoutes::stats(http::RequestPtr request)
{
    const auto json = co_await m_store.stats(request->context);
    co_return json ? http::Response::json(200, *json) : http::failure(json.error());
}

} // namespace cargo::admin
