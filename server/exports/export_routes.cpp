#include "server/exports/export_routes.h"

#include "server/http/failure.h"
#include "shared/api/paths.h"

namespace cargo::exports {

using http::failure;

void ExportRoutes::registerOn(http::Router &router)
{
    using http::Method;
    using http::RequestPtr;
    const QByteArray path = QByteArray(api::kBase) + "/me/export";
    http::RouteOptions write;
    write.idempotent = true;
    router.add(Method::Post, path, write, [this](RequestPtr r) { return order(r); });
    router.add(Method::Get, path, {}, [this](RequestPtr r) { return everything(r); });
    router.add(Method::Get, path + "/archive", {}, [this](RequestPtr r) { return state(r); });
    router.add(Method::Get, path + "/{id}/archive", {}, [this](RequestPtr r) { return archive(r); });
}

QCoro::Task<http::Response> ExportRoutes::order(http::RequestPtr request)
{
    const auto answer = co_await m_service.order(request->context);
    co_return http::respond(answer);
}

QCoro::Task<http::Response> ExportRoutes::everything(http::RequestPtr request)
{
    const auto json = co_await m_service.everything(request->context);
    if (!json)
        co_return failure(json.error());
    http::Response response = http::Response::json(200, *json);
    response.header("Content-Disposition", "attachment; filename=\"cargo-export.json\"");
    co_return response;
}

QCoro::Task<http::Response> ExportRoutes::state(http::RequestPtr request)
{
    const auto json = co_await m_service.state(request->context);
    co_return json ? http::Response::json(200, *json) : failure(json.error());
}

QCoro::Task<http::Response> ExportRoutes::archive(http::RequestPtr request)
{
    const auto id = request->id<Uuid>();
    if (!id)
        co_return failure(Error{ErrorCode::NotFound, {}, {}});
    const auto found = co_await m_service.download(request->context, *id);
    if (!found)
        co_return failure(found.error());
    http::Response response;
    response.contentType = "application/zip";
    response.filePath = found->path;
    response.header("Content-Disposition", "attachment; filename=\"cargo-export.zip\"");
    response.header("Cache-Control", "no-store").header("ETag", '"' + found->sha256 + '"');
    co_return response;
}

} // namespace cargo::exports
