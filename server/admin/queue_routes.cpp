#include "server/admin/queue_routes.h"

#include "server/http/failure.h"
#include "server/http/page.h"
#include "shared/api/json_writer.h"
#include "shared/api/paths.h"

namespace cargo::admin {

using http::failure;
using http::notFound;
using http::Response;
using namespace Qt::Literals;

namespace {
Response done(const Outcome &outcome) { return outcome ? Response::noContent() : failure(outcome.error()); }

// Late, or the last quarter of its time has begun.
const char *slaWord(const QueueLine &line, Timestamp now)
{
    if (line.dueAt <= now)
        return "late";
    return (line.dueAt.unixMs - now.unixMs) * 4 <= line.dueAt.unixMs - line.openedAt.unixMs ? "soon" : "ok";
}

void writeNamed(api::JsonWriter &out, const char *key, const std::optional<Named> &who)
{
    out.key(key);
    if (who)
        out.beginObject().field("id", who->id).field("name", who->name).endObject();
    else
        out.null();
}

void writeLine(api::JsonWriter &out, const QByteArray &queue, const QueueLine &line, Timestamp now)
{
    out.beginObject().field("id", line.id).field("queue", queue).field("title", line.title).field("detail", line.detail);
    out.key("user");
    if (line.user) {
        out.beginObject().field("id", *line.user).field("display_name", line.userName).field("role", line.userRole);
        out.endObject();
    } else {
        out.null();
    }
    out.field("deal_id", line.deal).field("opened_at", line.openedAt).field("due_at", line.dueAt);
    out.field("sla", slaWord(line, now)).field("priority", line.priority).field("snoozed_until", line.snoozedUntil);
    writeNamed(out, "assigned_to", line.assignedTo);
    out.key("claim");
    if (line.claimedBy) {
        out.beginObject().field("staff_id", line.claimedBy->id).field("staff_name", line.claimedBy->name);
        out.field("expires_at", line.claimedUntil).endObject();
    } else {
        out.null();
    }
    out.key("viewers").raw(line.viewers).endObject();
}

Result<QueueAsk> readAsk(const http::Request &request)
{
    const auto page = http::idPage(request);
    CARGO_TRY(page);
    const auto sort = http::queryWord(request, "sort", {"due_at"_L1, "opened_at"_L1, "priority"_L1});
    CARGO_TRY(sort);
    const auto order = http::queryWord(request, "order", {"asc"_L1, "desc"_L1});
    CARGO_TRY(order);
    const auto state = http::queryWord(request, "state", {"open"_L1, "mine"_L1, "unclaimed"_L1, "snoozed"_L1, "overdue"_L1});
    CARGO_TRY(state);
    QueueAsk ask;
    ask.queue = request.param("name");
    if (!sort->isEmpty())
        ask.sort = *sort == "priority"_L1    ? QueueSort::Priority
                   : *sort == "opened_at"_L1 ? QueueSort::OpenedAt
                                             : QueueSort::DueAt;
    // A high priority is a large number: descending is the most urgent first, and what one gets without asking.
    ask.descending = ask.sort == QueueSort::Priority ? *order == "asc"_L1 : *order == "desc"_L1;
    if (!state->isEmpty())
        ask.state = state->toLatin1();
    ask.text = request.queryValue("q").left(100);
    ask.after = page->after;
    ask.limit = page->limit;
    return ask;
}
} // namespace

void QueueRoutes::registerOn(http::Router &router)
{
    using http::Method;
    using http::RequestPtr;
    const QByteArray base = QByteArray(api::kBase) + "/admin/queues";
    const QByteArray one = base + "/{name}/{item}";
    http::RouteOptions staff;
    staff.access = http::Access::Staff;
    staff.permission = Permission::Support | Permission::Moderate | Permission::Finance;
    router.add(Method::Get, base, staff, [this](RequestPtr r) { return counts(r); });
    router.add(Method::Get, base + "/{name}", staff, [this](RequestPtr r) { return page(r); });
    router.add(Method::Post, base + "/{name}/bulk", staff, [this](RequestPtr r) { return bulk(r); });
    router.add(Method::Post, one + "/claim", staff, [this](RequestPtr r) { return claim(r); });
    router.add(Method::Delete, one + "/claim", staff, [this](RequestPtr r) { return release(r); });
    router.add(Method::Post, one + "/snooze", staff, [this](RequestPtr r) { return snooze(r); });
    router.add(Method::Post, one + "/assign", staff, [this](RequestPtr r) { return assign(r); });
    router.add(Method::Post, one + "/viewing", staff, [this](RequestPtr r) { return viewing(r); });
}

QCoro::Task<Response> QueueRoutes::counts(http::RequestPtr request)
{
    const auto counts = co_await m_service.counts(request->context);
    if (!counts)
        co_return failure(counts.error());
    api::JsonWriter out;
    out.beginObject().key("items").beginArray();
    for (const QueueCount &queue : *counts) {
        out.beginObject().field("name", queue.name).field("count", queue.count).field("overdue", queue.overdue);
        out.field("mine", queue.mine).field("oldest_at", queue.oldestAt).field("due_at", queue.dueAt).endObject();
    }
    out.endArray().key("next_cursor").null().endObject();
    co_return Response::json(200, out.take());
}

QCoro::Task<Response> QueueRoutes::page(http::RequestPtr request)
{
    const auto ask = readAsk(*request);
    if (!ask)
        co_return failure(ask.error());
    const auto page = co_await m_service.page(request->context, *ask);
    if (!page)
        co_return failure(page.error());
    api::JsonWriter out(8192);
    out.beginObject().key("items").beginArray();
    for (const QueueLine &line : page->lines)
        writeLine(out, ask->queue, line, page->now);
    out.endArray().field("total", page->total).field("next_cursor", http::cursorOf(page->next)).endObject();
    co_return Response::json(200, out.take());
}

QCoro::Task<Response> QueueRoutes::claim(http::RequestPtr request)
{
    const auto item = request->id<Uuid>("item");
    if (!item)
        co_return notFound();
    const QByteArray queue = request->param("name");
    const auto claimed = co_await m_service.claim(request->context, queue, *item);
    if (!claimed)
        co_return failure(claimed.error());
    api::JsonWriter out;
    out.beginObject().field("queue", queue).field("item", *item).field("staff_id", claimed->claimedBy);
    out.field("claimed_at", claimed->claimedAt).field("expires_at", claimed->claimedUntil).endObject();
    co_return Response::json(200, out.take());
}

QCoro::Task<Response> QueueRoutes::release(http::RequestPtr request)
{
    const auto item = request->id<Uuid>("item");
    if (!item)
        co_return notFound();
    const auto released = co_await m_service.release(request->context, request->param("name"), *item);
    co_return done(released);
}

QCoro::Task<Response> QueueRoutes::snooze(http::RequestPtr request)
{
    const auto item = request->id<Uuid>("item");
    if (!item)
        co_return notFound();
    const auto body = api::SnoozeDto::parse(request->body);
    if (!body.ok())
        co_return failure(body.errors);
    const auto snoozed = co_await m_service.snooze(request->context, request->param("name"), *item, body.value.until);
    co_return done(snoozed);
}

QCoro::Task<Response> QueueRoutes::assign(http::RequestPtr request)
{
    const auto item = request->id<Uuid>("item");
    if (!item)
        co_return notFound();
    const auto body = api::AssignDto::parse(request->body);
    if (!body.ok())
        co_return failure(body.errors);
    const auto assigned = co_await m_service.assign(request->context, request->param("name"), *item, body.value.staff);
    co_return done(assigned);
}

QCoro::Task<Response> QueueRoutes::viewing(http::RequestPtr request)
{
    const auto item = request->id<Uuid>("item");
    if (!item)
        co_return notFound();
    const auto viewers = co_await m_service.look(request->context, request->param("name"), *item);
    co_return viewers ? Response::json(200, "{\"viewers\":" + *viewers + '}') : failure(viewers.error());
}

QCoro::Task<Response> QueueRoutes::bulk(http::RequestPtr request)
{
    const auto order = api::DeskBulkDto::parse(request->body);
    if (!order.ok())
        co_return failure(order.errors);
    const auto lines = co_await m_service.bulk(request->context, request->param("name"), order.value);
    if (!lines)
        co_return failure(lines.error());
    api::JsonWriter out;
    out.beginObject().field("dry_run", order.value.dryRun).key("items").beginArray();
    for (const QueueService::BulkLine &line : *lines) {
        out.beginObject().field("id", line.item).field("done", !line.refused);
        const auto code = line.refused ? std::optional<QByteArray>(errorWord(line.refused->code)) : std::nullopt;
        const auto current = line.refused ? std::optional<QString>(line.refused->detail) : std::nullopt;
        out.field("code", code).field("current", current).endObject();
    }
    out.endArray().endObject();
    co_return Response::json(200, out.take());
}

} // namespace cargo::admin
