#include "server/media/media_routes.h"

#include "server/http/etag.h"
#include "server/limits.h"
#include "shared/api/paths.h"

namespace cargo::media {

using http::Method;
using http::RequestPtr;
using http::Response;

void MediaRoutes::registerOn(http::Router &router)
{
    const QByteArray base(api::kBase);
    http::RouteOptions upload;
    upload.upload = true;
    upload.idempotent = true;
    upload.maxBodyBytes = limits::kImageUploadBytes + limits::kMultipartOverheadBytes;
    upload.rateLimit = "upload";
    http::RouteOptions open;
    open.access = http::Access::Public;
    router.add(Method::Post, base + "/media", upload, [this](RequestPtr r) { return this->upload(std::move(r)); });
    router.add(Method::Get, base + "/media/{id}/{variant}", open, [this](RequestPtr r) { return show(std::move(r)); });
}

QCoro::Task<Response> MediaRoutes::upload(RequestPtr request)
{
    if (request->uploadPath.isEmpty())
        co_return Response::error(Error{ErrorCode::Required, QStringLiteral("file"), {}});
    const auto json = co_await m_service.upload(request->context, request->uploadPath);
    if (!json)
        co_return Response::error(json.error());
    co_return Response::json(201, *json);
}

QCoro::Task<Response> MediaRoutes::show(RequestPtr request)
{
    const auto id = request->id<MediaId>();
    const auto variant = api::mediaVariantFromWord(request->param("variant"));
    if (!id || !variant)
        co_return Response::error(Error{ErrorCode::NotFound, {}, {}});
    const auto file = co_await m_service.find(request->context, *id, *variant);
    if (!file)
        co_return Response::error(file.error());
    Response response;
    response.header("Cache-Control", "public, max-age=31536000, immutable");
    if (!file->location.redirectUrl.isEmpty()) {
        response.status = 307;
        response.header("Location", file->location.redirectUrl);
        co_return response;
    }
    response.contentType = "image/jpeg";
    response.filePath = file->location.localPath;
    co_return http::withEtag(*request, std::move(response), '"' + file->sha256.toHex() + '"');
}

} // namespace cargo::media
