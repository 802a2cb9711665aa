#include "server/listings/my_listings_routes.h"

#include "server/http/failure.h"
#include "server/limits.h"
#include "shared/api/json_reader.h"
#include "shared/api/paths.h"

#include <QJsonValue>

namespace cargo::listings {

using http::Method;
using http::RequestPtr;
using http::Response;

void MyListingsRoutes::registerOn(http::Router &router)
{
    const QByteArray base(api::kBase);
    const http::RouteOptions own;
    http::RouteOptions table;
    table.maxBodyBytes = limits::kImportBodyBytes;
    table.idempotent = true;
    router.add(Method::Get, base + "/me/listings/{id}/stats", own, [this](RequestPtr r) { return numbers(std::move(r)); });
    router.add(Method::Post, base + "/me/imports", table, [this](RequestPtr r) { return import(std::move(r)); });
    router.add(Method::Get, base + "/me/imports/{id}", own, [this](RequestPtr r) { return report(std::move(r)); });
}

QCoro::Task<Response> MyListingsRoutes::numbers(RequestPtr request)
{
    const auto id = request->id<ListingId>();
    if (!id)
        co_return http::failure(Error{ErrorCode::NotFound, {}, {}});
    auto numbers = co_await m_service.numbers(request->context, *id);
    co_return numbers ? Response::json(200, std::move(*numbers)) : http::failure(numbers.error());
}

QCoro::Task<Response> MyListingsRoutes::import(RequestPtr request)
{
    const auto body = api::parseObject(request->body);
    if (!body)
        co_return http::failure(body.error());
    const QJsonValue csv = body->value(QLatin1String("csv"));
    if (!csv.isString()) // what the text holds is answered row by row
        co_return http::failure(Error{csv.isUndefined() ? ErrorCode::Required : ErrorCode::WrongType, QStringLiteral("csv"), {}});
    auto report = co_await m_service.import(request->context, csv.toString().toUtf8());
    co_return report ? Response::json(201, std::move(*report)) : http::failure(report.error());
}

QCoro::Task<Response> MyListingsRoutes::report(RequestPtr request)
{
    const auto id = request->id<Uuid>();
    if (!id)
        co_return http::failure(Error{ErrorCode::NotFound, {}, {}});
    auto report = co_await m_service.report(request->context, *id);
    co_return report ? Response::json(200, std::move(*report)) : http::failure(report.error());
}

} // namespace cargo::listings
