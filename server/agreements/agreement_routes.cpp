#include "server/agreements/agreement_routes.h"

#include "server/http/failure.h"
#include "server/http/page.h"
#include "shared/api/knowledge_dto.h"
#include "shared/api/paths.h"

namespace cargo::agreements {

using http::failure;

void AgreementRoutes::registerOn(http::Router &router)
{
    using http::Method;
    using http::RequestPtr;
    const QByteArray path = QByteArray(api::kBase) + "/me/agreements";
    http::RouteOptions write;
    write.idempotent = true;
    router.add(Method::Get, path, {}, [this](RequestPtr r) { return list(r); });
    router.add(Method::Post, path + "/{slug}", write, [this](RequestPtr r) { return sign(r); });
}

QCoro::Task<http::Response> AgreementRoutes::list(http::RequestPtr request)
{
    const auto items = co_await m_service.list(request->context);
    co_return items ? http::pageResponse(*items, std::nullopt) : failure(items.error());
}

QCoro::Task<http::Response> AgreementRoutes::sign(http::RequestPtr request)
{
    const auto body = api::SignDto::parse(request->body);
    if (!body.ok())
        co_return failure(body.errors);
    const auto answer = co_await m_service.sign(request->context, request->param("slug"), body.value.version);
    co_return http::respond(answer);
}

} // namespace cargo::agreements
