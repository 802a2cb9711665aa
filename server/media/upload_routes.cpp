#include "server/media/upload_routes.h"

#include "server/http/failure.h"
#include "server/limits.h"
#include "shared/api/paths.h"

namespace cargo::media {

using http::failure;
using http::notFound;
using http::RequestPtr;
using http::Response;

namespace {
Response answer(const Result<api::UploadDto> &upload)
{
    if (!upload)
        return failure(upload.error());
    Response response = Response::json(200, upload->toJson());
    response.header("Upload-Offset", QByteArray::number(upload->offset));
    response.header("Cache-Control", "no-store");
    return response;
}
} // namespace

void UploadRoutes::registerOn(http::Router &router)
{
    using http::Method;
    const QByteArray path = QByteArray(api::kBase) + "/media/uploads/{id}";
    http::RouteOptions begin;
    begin.rateLimit = "upload";
    http::RouteOptions piece;
    piece.octets = true;
    piece.maxBodyBytes = limits::kUploadPieceBytes;
    router.add(Method::Put, path, begin, [this](RequestPtr r) { return this->begin(std::move(r)); });
    router.add(Method::Patch, path, piece, [this](RequestPtr r) { return append(std::move(r)); });
    router.add(Method::Get, path, {}, [this](RequestPtr r) { return state(std::move(r)); });
}

QCoro::Task<Response> UploadRoutes::begin(RequestPtr request)
{
    const auto id = request->id<Uuid>();
    if (!id)
        co_return notFound();
    const auto body = api::UploadBody::parse(request->body, limits::kImageUploadBytes);
    if (!body.ok())
        co_return failure(body.errors);
    const auto begun = co_await m_service.begin(request->context, *id, body.value);
    co_return http::respond(begun);
}

QCoro::Task<Response> UploadRoutes::append(RequestPtr request)
{
    const auto id = request->id<Uuid>();
    if (!id)
        co_return notFound();
    bool isNumber = false;
    const qint64 offset = request->header("upload-offset").toLongLong(&isNumber);
    if (!isNumber || offset < 0)
        co_return failure(Error{ErrorCode::InvalidFormat, QStringLiteral("Upload-Offset"), {}});
    const auto upload = co_await m_service.append(request->context, *id, offset, request->body);
    co_return answer(upload);
}

QCoro::Task<Response> UploadRoutes::state(RequestPtr request)
{
    const auto id = request->id<Uuid>();
    if (!id)
        co_return notFound();
    const auto upload = co_await m_service.state(request->context, *id);
    co_return answer(upload);
}

} // namespace cargo::media
