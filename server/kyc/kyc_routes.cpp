#include "server/kyc/kyc_routes.h"

#include "server/http/failure.h"
#include "server/limits.h"
#include "shared/api/paths.h"

namespace cargo::kyc {

using http::failure;
using http::Method;
using http::notFound;
using http::RequestPtr;
using http::Response;

namespace {
constexpr qint64 kWebhookBytes = 256 * 1024;

} // namespace

// ---- The user

void KycRoutes::registerOn(http::Router &router)
{
    const QByteArray base = QByteArray(api::kBase) + "/kyc/applications";
    http::RouteOptions write;
    write.idempotent = true;
    http::RouteOptions upload = write;
    upload.upload = true;
    upload.maxBodyBytes = limits::kImageUploadBytes + limits::kMultipartOverheadBytes;
    upload.rateLimit = "upload";
    router.add(Method::Post, base, write, [this](RequestPtr r) { return begin(r); });
    router.add(Method::Get, base + "/current", {}, [this](RequestPtr r) { return current(r); });
    router.add(Method::Post, base + "/{id}/documents", upload, [this](RequestPtr r) { return addDocument(r); });
    router.add(Method::Post, base + "/{id}/submit", write, [this](RequestPtr r) { return submit(r); });
    http::RouteOptions hooked;
    hooked.access = http::Access::Public;
    hooked.maxBodyBytes = kWebhookBytes;
    hooked.webhook = true;
    const QByteArray hooks = QByteArray(api::kBase) + "/webhooks/kyc/{provider}";
    router.add(Method::Post, hooks, hooked, [this](RequestPtr r) { return webhook(r); });
}

QCoro::Task<Response> KycRoutes::begin(RequestPtr request)
{
    const auto answer = co_await m_service.begin(request->context);
    co_return http::respond(answer);
}

QCoro::Task<Response> KycRoutes::current(RequestPtr request)
{
    const auto json = co_await m_service.current(request->context);
    co_return json ? Response::json(200, *json) : failure(json.error());
}

QCoro::Task<Response> KycRoutes::addDocument(RequestPtr request)
{
    const auto id = request->id<Uuid>("id");
    if (!id)
        co_return notFound();
    if (request->uploadPath.isEmpty())
        co_return failure(Error{ErrorCode::Required, QStringLiteral("file"), {}});
    const auto json = co_await m_service.addDocument(request->context, *id, request->queryValue("kind"), request->uploadPath);
    co_return json ? Response::json(201, *json) : failure(json.error());
}

QCoro::Task<Response> KycRoutes::submit(RequestPtr request)
{
    const auto id = request->id<Uuid>("id");
    if (!id)
        co_return notFound();
    const auto answer = co_await m_service.submit(request->context, *id);
    co_return http::respond(answer);
}

QCoro::Task<Response> KycRoutes::webhook(RequestPtr request)
{
    const QByteArray provider = request->param("provider");
    const Outcome heard = co_await m_checks.hear(request->context, provider, request->headers, request->body);
    co_return heard ? Response::json(200, "{}") : failure(heard.error());
}

// ---- The desk

void KycDeskRoutes::registerOn(http::Router &router)
{
    const QByteArray base = QByteArray(api::kBase) + "/admin";
    http::RouteOptions moderator;
    moderator.access = http::Access::Staff;
    moderator.permission = Permission::Moderate;
    http::RouteOptions decision = moderator;
    decision.idempotent = true;
    const QByteArray application = base + "/kyc/applications/{id}";
    router.add(Method::Post, base + "/queues/kyc/{id}/decide", decision, [this](RequestPtr r) { return decide(r); });
    router.add(Method::Get, application, moderator, [this](RequestPtr r) { return show(r); });
    http::RouteOptions look = moderator;
    look.stepUp = true;
    router.add(Method::Post, application + "/documents/{document}/reveal", look, [this](RequestPtr r) { return reveal(r); });
}

QCoro::Task<Response> KycDeskRoutes::show(RequestPtr request)
{
    const auto id = request->id<Uuid>("id");
    if (!id)
        co_return notFound();
    const auto json = co_await m_service.find(request->context, *id);
    co_return json ? Response::json(200, *json) : failure(json.error());
}

QCoro::Task<Response> KycDeskRoutes::reveal(RequestPtr request)
{
    const auto id = request->id<Uuid>("id");
    const auto document = request->id<Uuid>("document");
    if (!id || !document)
        co_return notFound();
    const auto body = api::RevealDto::parse(request->body);
    if (!body.ok())
        co_return failure(body.errors);
    const auto jpeg = co_await m_service.reveal(request->context, *id, *document, body.value.reason);
    if (!jpeg)
        co_return failure(jpeg.error());
    Response response;
    response.contentType = "image/jpeg";
    response.body = *jpeg;
    response.header("Cache-Control", "no-store");
    co_return response;
}

QCoro::Task<Response> KycDeskRoutes::decide(RequestPtr request)
{
    const auto id = request->id<Uuid>("id");
    if (!id)
        co_return notFound();
    const auto body = api::KycDecisionDto::parse(request->body);
    if (!body.ok())
        co_return failure(body.errors);
    const auto answer = co_await m_service.decide(request->context, *id, body.value);
    co_return http::respond(answer);
}

} // namespace cargo::kyc
