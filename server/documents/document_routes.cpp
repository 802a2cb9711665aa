#include "server/documents/documents_feature.h"

#include "server/http/failure.h"
#include "server/limits.h"
#include "shared/api/paths.h"

#include <QUrl>

namespace cargo::documents {

using http::failure;
using http::notFound;
using http::RequestPtr;
using http::Response;

void DocumentRoutes::registerOn(http::Router &router)
{
    using http::Method;
    const QByteArray all = QByteArray(api::kBase) + "/deals/{id}/documents";
    http::RouteOptions upload;
    upload.idempotent = true;
    upload.upload = true;
    upload.maxBodyBytes = limits::kDocumentUploadBytes + limits::kMultipartOverheadBytes;
    upload.rateLimit = "upload";
    router.add(Method::Post, all, upload, [this](RequestPtr r) { return add(std::move(r)); });
    router.add(Method::Get, all, {}, [this](RequestPtr r) { return list(std::move(r)); });
    router.add(Method::Get, all + "/{document}", {}, [this](RequestPtr r) { return open(std::move(r)); });
    router.add(Method::Delete, all + "/{document}", {}, [this](RequestPtr r) { return remove(std::move(r)); });
}

QCoro::Task<Response> DocumentRoutes::add(RequestPtr request)
{
    const auto deal = request->id<DealId>();
    if (!deal)
        co_return notFound();
    if (request->uploadPath.isEmpty())
        co_return failure(Error{ErrorCode::Required, QStringLiteral("file"), {}});
    const QString kind = request->queryValue("kind");
    const QString name = request->queryValue("name");
    const auto json = co_await m_service.add(request->context, *deal, kind, name, request->uploadPath);
    co_return json ? Response::json(201, *json) : failure(json.error());
}

QCoro::Task<Response> DocumentRoutes::list(RequestPtr request)
{
    const auto deal = request->id<DealId>();
    if (!deal)
        co_return notFound();
    const auto items = co_await m_service.list(request->context, *deal);
    if (!items)
        co_return failure(items.error());
    const QByteArray json = "{\"items\":" + *items + '}';
    co_return Response::json(200, json);
}

QCoro::Task<Response> DocumentRoutes::open(RequestPtr request)
{
    const auto deal = request->id<DealId>();
    const auto id = request->id<Uuid>("document");
    if (!deal || !id)
        co_return notFound();
    const auto opened = co_await m_service.open(request->context, *deal, *id);
    if (!opened)
        co_return failure(opened.error());
    Response response;
    response.contentType = opened->document.contentType;
    response.body = opened->bytes;
    // Never shown by a browser as a page of ours, whatever is in it.
    const QByteArray name = QUrl::toPercentEncoding(opened->document.name);
    response.header("Content-Disposition", "attachment; filename*=UTF-8''" + name);
    response.header("Cache-Control", "no-store");
    co_return response;
}

QCoro::Task<Response> DocumentRoutes::remove(RequestPtr request)
{
    const auto deal = request->id<DealId>();
    const auto id = request->id<Uuid>("document");
    if (!deal || !id)
        co_return notFound();
    const auto removed = co_await m_service.remove(request->context, *deal, *id);
    co_return removed ? Response::noContent() : failure(removed.error());
}

} // namespace cargo::documents
