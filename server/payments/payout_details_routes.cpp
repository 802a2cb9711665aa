#include "server/payments/payout_details_routes.h"

#include "server/http/failure.h"
#include "shared/api/paths.h"

namespace cargo::payments {

using http::failure;
using http::Response;

void PayoutDetailsRoutes::registerOn(http::Router &router)
{
    using http::Method;
    using http::RequestPtr;
    const QByteArray path = QByteArray(api::kBase) + "/me/payout-details";
    router.add(Method::Get, path, {}, [this](RequestPtr r) { return show(std::move(r)); });
    router.add(Method::Put, path, {}, [this](RequestPtr r) { return change(std::move(r)); });
}

QCoro::Task<Response> PayoutDetailsRoutes::show(http::RequestPtr request)
{
    const auto json = co_await m_service.show(request->context);
    co_return json ? Response::json(200, *json) : failure(json.error());
}

QCoro::Task<Response> PayoutDetailsRoutes::change(http::RequestPtr request)
{
    const auto body = api::PayoutDetailsBody::parse(request->body);
    if (!body.ok())
        co_return failure(body.errors);
    const auto json = co_await m_service.change(request->context, body.value);
    co_return json ? Response::json(200, *json) : failure(json.error());
}

} // namespace cargo::payments
