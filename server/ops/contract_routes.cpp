#include "server/ops/contract_routes.h"

#include <QFile>

namespace cargo::ops {

namespace {

QCoro::Task<http::Response> contract(http::RequestPtr)
{
    QFile file(QStringLiteral(":/openapi.yaml"));
    if (!file.open(QIODevice::ReadOnly))
        co_return http::Response::error({ErrorCode::NotFound, {}, {}});
    http::Response response = http::Response::json(200, file.readAll());
    response.contentType = "application/yaml";
    co_return response;
}

} // namespace

void registerContract(http::Router &router)
{
    router.add(http::Method::Get, "/openapi.yaml", {.access = http::Access::Public}, &contract);
}

} // namespace cargo::ops
