#include "server/payments/payment_routes.h"

#include "server/http/failure.h"
#include "server/http/page.h"
#include "shared/api/json_reader.h"
#include "shared/api/paths.h"

namespace cargo::payments {

namespace {
constexpr qint64 kWebhookBytes = 256 * 1024;
} // namespace

void PaymentRoutes::registerOn(http::Router &router)
{
    const QByteArray base(api::kBase);
    router.add(http::Method::Get, base + "/me/payouts", {}, [this](http::RequestPtr request) { return payouts(request); });
    http::RouteOptions webhookOptions;
    webhookOptions.access = http::Access::Public;
    webhookOptions.maxBodyBytes = kWebhookBytes;
    webhookOptions.webhook = true;
    router.add(http::Method::Post, base + "/webhooks/payments/{provider}", webhookOptions,
               [this](http::RequestPtr request) { return webhook(request); });
    http::RouteOptions finance;
    finance.access = http::Access::Staff;
    finance.permission = Permission::Finance;
    finance.idempotent = true;
    finance.stepUp = true;
    router.add(http::Method::Post, base + "/admin/deals/{id}/retry-money", finance,
               [this](http::RequestPtr request) { return retry(request); });
    router.add(http::Method::Post, base + "/admin/queues/finance_tasks/{id}/decide", finance,
               [this](http::RequestPtr request) { return decideTask(request); });
    http::RouteOptions admin;
    admin.access = http::Access::Staff;
    admin.permission = Permission::Admin;
    router.add(http::Method::Get, base + "/admin/webhooks", admin, [this](http::RequestPtr request) { return inbox(request); });
    admin.idempotent = true;
    router.add(http::Method::Post, base + "/admin/webhooks/{id}/replay", admin,
               [this](http::RequestPtr request) { return replayWebhook(request); });
    http::RouteOptions look;
    look.access = http::Access::Staff;
    look.permission = Permission::Finance;
    router.add(http::Method::Get, base + "/admin/finance-tasks/{id}", look,
               [this](http::RequestPtr request) { return task(request); });
    router.add(http::Method::Get, base + "/admin/payouts", look,
               [this](http::RequestPtr request) { return allPayouts(request); });
}

QCoro::Task<http::Response> PaymentRoutes::payouts(http::RequestPtr request)
{
    const auto asked = http::idPage(*request);
    if (!asked.ok())
        co_return http::Response::error(asked.error());
    const UserId driver = request->context->principal->user;
    const auto page = co_await m_service.payouts(request->context, driver, asked->after, asked->limit);
    if (!page.ok())
        co_return http::Response::error(page.error());
    api::JsonWriter out;
    out.beginObject().key("items").beginArray();
    for (const api::PayoutDto &payout : page->items)
        payout.write(out);
    out.endArray().key("next_cursor");
    if (page->next)
        out.value(http::cursorOf(*page->next));
    else
        out.null();
    out.endObject();
    co_return http::Response::json(200, out.take());
}

QCoro::Task<http::Response> PaymentRoutes::webhook(http::RequestPtr request)
{
    const Outcome received =
        co_await m_webhooks.receive(request->context, request->param("provider"), request->headers, request->body);
    if (!received.ok())
        co_return http::Response::error(received.error());
    co_return http::Response::json(200, "{}");
}

QCoro::Task<http::Response> PaymentRoutes::task(http::RequestPtr request)
{
    const auto id = request->id<Uuid>();
    if (!id)
        co_return http::failure(Error{ErrorCode::NotFound, {}, {}});
    const auto json = co_await m_desk.task(request->context, *id);
    co_return json ? http::Response::json(200, *json) : http::failure(json.error());
}

QCoro::Task<http::Response> PaymentRoutes::decideTask(http::RequestPtr request)
{
    const auto id = request->id<Uuid>();
    if (!id)
        co_return http::failure(Error{ErrorCode::NotFound, {}, {}});
    const auto object = api::parseObject(request->body);
    if (!object)
        co_return http::failure(object.error());
    api::JsonReader in(*object);
    FinanceDesk::Decision decision;
    decision.word = in.word("decision", {QLatin1String("retry"), QLatin1String("done")});
    decision.text = in.text("text", {.min = 3, .max = 2000, .lines = true});
    if (!in.ok())
        co_return http::failure(in.errors());
    const auto answer = co_await m_desk.decide(request->context, *id, decision);
    co_return http::respond(answer);
}

QCoro::Task<http::Response> PaymentRoutes::allPayouts(http::RequestPtr request)
{
    const auto asked = http::idPage(*request);
    if (!asked)
        co_return http::failure(asked.error());
    const auto status = http::queryWord(
        *request, "status",
        {QLatin1String("queued"), QLatin1String("sent"), QLatin1String("paid"), QLatin1String("failed"), QLatin1String("stuck")});
    if (!status)
        co_return http::failure(status.error());
    const auto page = co_await m_desk.payouts(request->context, *status, asked->after, asked->limit);
    if (!page)
        co_return http::failure(page.error());
    co_return http::pageResponse(page->items, http::cursorOf(page->next));
}

QCoro::Task<http::Response> PaymentRoutes::inbox(http::RequestPtr request)
{
    const auto asked = http::idPage(*request);
    if (!asked)
        co_return http::failure(asked.error());
    const auto status =
        http::queryWord(*request, "status", {QLatin1String("open"), QLatin1String("done"), QLatin1String("failed")});
    if (!status)
        co_return http::failure(status.error());
    const auto page = co_await m_inbox.list(request->context, *status, asked->after, asked->limit);
    if (!page)
        co_return http::failure(page.error());
    co_return http::pageResponse(page->items, http::cursorOf(page->next));
}

QCoro::Task<http::Response> PaymentRoutes::replayWebhook(http::RequestPtr request)
{
    const auto id = request->id<Uuid>();
    if (!id)
        co_return http::failure(Error{ErrorCode::NotFound, {}, {}});
    const auto answer = co_await m_inbox.replay(request->context, *id);
    co_return http::respond(answer);
}

QCoro::Task<http::Response> PaymentRoutes::retry(http::RequestPtr request)
{
    const auto deal = request->id<DealId>();
    if (!deal)
        co_return http::Response::error(Error{ErrorCode::NotFound, {}, {}});
    const Outcome ordered = co_await m_job.retryFailed(request->context, *deal);
    if (!ordered.ok())
        co_return http::Response::error(ordered.error());
    co_return http::Response::json(200, "{}");
}

} // namespace cargo::payments
