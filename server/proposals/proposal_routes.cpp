#include "server/proposals/proposal_routes.h"

#include "server/http/failure.h"
#include "server/http/page.h"
#include "shared/api/json_reader.h"
#include "shared/api/paths.h"

namespace cargo::proposals {

using http::failure;

void ProposalRoutes::registerOn(http::Router &router)
{
    using http::Method;
    using http::RequestPtr;
    const QByteArray base = QByteArray(api::kBase) + "/admin/proposals";
    http::RouteOptions staff;
    staff.access = http::Access::Staff;
    staff.permission = Permission::Support | Permission::Moderate | Permission::Finance;
    http::RouteOptions decision = staff;
    decision.idempotent = true;
    decision.stepUp = true;
    router.add(Method::Get, base, staff, [this](RequestPtr r) { return list(r); });
    router.add(Method::Get, base + "/{id}", staff, [this](RequestPtr r) { return show(r); });
    router.add(Method::Post, base + "/{id}/approve", decision, [this](RequestPtr r) { return decide(r, true); });
    router.add(Method::Post, base + "/{id}/reject", decision, [this](RequestPtr r) { return decide(r, false); });
}

QCoro::Task<http::Response> ProposalRoutes::list(http::RequestPtr request)
{
    const auto asked = http::idPage(*request);
    if (!asked)
        co_return failure(asked.error());
    const auto status = http::queryWord(
        *request, "status", {QLatin1String("open"), QLatin1String("approved"), QLatin1String("rejected"), QLatin1String("void")});
    if (!status)
        co_return failure(status.error());
    const auto page = co_await m_service.list(request->context, *status, asked->after, asked->limit);
    if (!page)
        co_return failure(page.error());
    co_return http::pageResponse(page->items, http::cursorOf(page->next));
}

QCoro::Task<http::Response> ProposalRoutes::show(http::RequestPtr request)
{
    const auto id = request->id<Uuid>();
    if (!id)
        co_return failure(Error{ErrorCode::NotFound, {}, {}});
    const auto json = co_await m_service.show(request->context, *id);
    co_return json ? http::Response::json(200, *json) : failure(json.error());
}

QCoro::Task<http::Response> ProposalRoutes::decide(http::RequestPtr request, bool approve)
{
    const auto id = request->id<Uuid>();
    if (!id)
        co_return failure(Error{ErrorCode::NotFound, {}, {}});
    const auto object = api::parseObject(request->body);
    if (!object)
        co_return failure(object.error());
    api::JsonReader in(*object);
    // Who is refused is told why.
    const QString text = in.text("text", {.min = approve ? 0 : 3, .max = 2000, .required = !approve, .lines = true});
    if (!in.ok())
        co_return failure(in.errors());
    const auto answer = co_await m_service.decide(request->context, *id, approve, text);
    co_return http::respond(answer);
}

} // namespace cargo::proposals
