#include "server/reports/report_routes.h"

#include "server/http/failure.h"
#include "server/http/page.h"
#include "shared/api/paths.h"

namespace cargo::reports {

using http::failure;

void ReportRoutes::registerOn(http::Router &router)
{
    using http::Method;
    using http::RequestPtr;
    const QByteArray base(api::kBase);
    http::RouteOptions write;
    write.idempotent = true;
    http::RouteOptions moderator;
    moderator.access = http::Access::Staff;
    moderator.permission = Permission::Moderate;
    http::RouteOptions decision = moderator;
    decision.idempotent = true;
    router.add(Method::Post, base + "/messages/{id}/report", write, [this](RequestPtr r) { return message(r); });
    router.add(Method::Get, base + "/admin/queues/reports", moderator, [this](RequestPtr r) { return queue(r); });
    router.add(Method::Post, base + "/admin/queues/reports/{id}/decide", decision, [this](RequestPtr r) { return decide(r); });
}

QCoro::Task<http::Response> ReportRoutes::message(http::RequestPtr request)
{
    const auto id = request->id<Uuid>();
    if (!id)
        co_return failure(Error{ErrorCode::NotFound, {}, {}});
    const auto body = api::MessageReportDto::parse(request->body);
    if (!body.ok())
        co_return failure(body.errors);
    const auto reported = co_await m_service.reportMessage(request->context, *id, body.value);
    co_return reported ? http::Response::noContent() : failure(reported.error());
}

QCoro::Task<http::Response> ReportRoutes::queue(http::RequestPtr request)
{
    const auto page = http::idPage(*request);
    if (!page)
        co_return failure(page.error());
    const auto open = co_await m_service.queue(request->context, request->queryValue("kind"), page->after, page->limit);
    if (!open)
        co_return failure(open.error());
    co_return http::pageResponse(open->items, http::cursorOf(open->next));
}

QCoro::Task<http::Response> ReportRoutes::decide(http::RequestPtr request)
{
    const auto id = request->id<Uuid>();
    if (!id)
        co_return failure(Error{ErrorCode::NotFound, {}, {}});
    const auto body = api::ReportDecisionDto::parse(request->body);
    if (!body.ok())
        co_return failure(body.errors);
    const auto answer = co_await m_service.decide(request->context, *id, body.value);
    co_return http::respond(answer);
}

} // namespace cargo::reports
