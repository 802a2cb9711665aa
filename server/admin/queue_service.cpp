#include "server/admin/queue_service.h"

#include "server/audit/audit.h"
#include "server/jobs/outbox.h"
#include "server/limits.h"
#include "shared/api/json_writer.h"

#include <algorithm>

namespace cargo::admin {

namespace {
constexpr char kParked[] = "parked_events"; // failed jobs: counted here, worked on elsewhere

bool mayWorkOn(const Principal &who, const QByteArray &queue)
{
    const desk::Queue *known = desk::findQueue(queue);
    return known && who.may(known->owners);
}

QByteArray itemData(const desk::WaitingItem &item)
{
    api::JsonWriter data;
    data.beginObject().field("queue", item.queue).field("item_id", item.item).field("title", item.title).endObject();
    return data.take();
}
} // namespace

QCoro::Task<Result<std::vector<QueueCount>>> QueueService::counts(CallContextPtr context)
{
    const Principal me = *context->principal;
    const auto waiting = co_await m_store.counts(context, me.user, m_runtime.clock.now());
    CARGO_CO_TRY(waiting);
    std::vector<QueueCount> mine;
    const auto add = [&](const char *name) {
        const auto found = std::find_if(waiting->begin(), waiting->end(), [&](const QueueCount &c) { return c.name == name; });
        QueueCount count;
        count.name = name;
        mine.push_back(found == waiting->end() ? count : *found);
    };
    for (const desk::Queue &queue : desk::queues()) {
        if (me.may(queue.owners))
            add(queue.name);
    }
    if (me.may(Permission::Admin))
        add(kParked);
    co_return mine;
}

QCoro::Task<Result<QueueService::Page>> QueueService::page(CallContextPtr context, QueueAsk ask)
{
    if (!mayWorkOn(*context->principal, ask.queue))
        co_return ErrorCode::Forbidden;
    ask.me = context->principal->user;
    ask.now = m_runtime.clock.now();
    Page page;
    auto lines = co_await m_store.page(context, ask);
    CARGO_CO_TRY(lines);
    const auto total = co_await m_store.total(context, ask);
    CARGO_CO_TRY(total);
    page.total = *total;
    page.now = ask.now;
    page.lines = std::move(*lines);
    if (int(page.lines.size()) > ask.limit) {
        page.lines.pop_back();
        page.next = page.lines.back().id;
    }
    co_return page;
}

QCoro::Task<Result<db::Transaction>> QueueService::begin(CallContextPtr context, QByteArray queue)
{
    if (!mayWorkOn(*context->principal, queue))
        co_return ErrorCode::Forbidden;
    co_return co_await m_runtime.db.begin(context);
}

QCoro::Task<Result<desk::WaitingItem>> QueueService::claim(CallContextPtr context, QByteArray queue, Uuid item)
{
    const auto tx = co_await begin(context, queue);
    CARGO_CO_TRY(tx);
    const auto waiting = co_await desk::lock(*tx, queue, item);
    CARGO_CO_TRY(waiting);
    api::DeskBulkDto order;
    order.action = QStringLiteral("claim");
    CARGO_CO_TRY(co_await carryOut(*tx, *waiting, order));
    CARGO_CO_TRY(co_await tx->commit());
    co_return **waiting;
}

QCoro::Task<Outcome> QueueService::one(CallContextPtr context, QByteArray queue, Uuid item, api::DeskBulkDto order)
{
    const auto tx = co_await begin(context, queue);
    CARGO_CO_TRY(tx);
    const auto waiting = co_await desk::lock(*tx, queue, item);
    CARGO_CO_TRY(waiting);
    CARGO_CO_TRY(co_await carryOut(*tx, *waiting, order));
    co_return co_await tx->commit();
}

QCoro::Task<Outcome> QueueService::release(CallContextPtr context, QByteArray queue, Uuid item)
{
    api::DeskBulkDto order;
    order.action = QStringLiteral("release");
    co_return co_await one(context, queue, item, order);
}

QCoro::Task<Outcome> QueueService::snooze(CallContextPtr context, QByteArray queue, Uuid item, std::optional<Timestamp> until)
{
    api::DeskBulkDto order;
    order.action = QStringLiteral("snooze");
    order.until = until;
    co_return co_await one(context, queue, item, order);
}

QCoro::Task<Outcome> QueueService::assign(CallContextPtr context, QByteArray queue, Uuid item, std::optional<UserId> to)
{
    api::DeskBulkDto order;
    order.action = QStringLiteral("assign");
    order.staff = to;
    co_return co_await one(context, queue, item, order);
}

QCoro::Task<Outcome> QueueService::carryOut(db::Transaction tx, desk::WaitingItemPtr item, api::DeskBulkDto order)
{
    const UserId me = tx.context()->principal->user;
    const Timestamp now = m_runtime.clock.now();
    if (order.action == QLatin1String("claim"))
        co_return co_await take(tx, item);
    if (order.action == QLatin1String("release"))
        co_return co_await desk::release(tx, item, me);
    if (order.action == QLatin1String("assign"))
        co_return co_await assignTo(tx, item, order.staff);
    if (order.until && *order.until > now.plusMs(limits::kSnoozeMs))
        co_return Error{ErrorCode::OutOfRange, QStringLiteral("until"), {}};
    CARGO_CO_TRY(co_await desk::snooze(tx, item, me, order.until, now));
    api::JsonWriter details;
    details.beginObject().field("queue", item->queue).field("until", order.until).endObject();
    audit::AuditEvent event{item->item, "desk.snoozed", me, details.take()};
    co_return co_await audit::append(tx, event);
}

// Never beyond the session: whom time signs out cannot give it back.
QCoro::Task<Outcome> QueueService::take(db::Transaction tx, desk::WaitingItemPtr item)
{
    const Principal me = *tx.context()->principal;
    const Timestamp now = m_runtime.clock.now();
    const auto ends = co_await m_store.sessionEnds(tx, me.session);
    CARGO_CO_TRY(ends);
    const qint64 left = *ends ? std::max<qint64>(0, (*ends)->unixMs - now.unixMs) : m_runtime.settings.claimMs;
    co_return co_await desk::claim(tx, item, me.user, now, std::min(left, m_runtime.settings.claimMs));
}

QCoro::Task<Outcome> QueueService::assignTo(db::Transaction tx, desk::WaitingItemPtr item, std::optional<UserId> to)
{
    const UserId me = tx.context()->principal->user;
    if (to) {
        const quint32 owners = quint32(desk::findQueue(item->queue)->owners | Permission::Admin);
        const auto known = co_await m_store.staffWho(tx, owners, to);
        CARGO_CO_TRY(known);
        if (known->empty())
            co_return Error{ErrorCode::UnknownValue, QStringLiteral("staff_id"), {}};
    }
    if (item->assignedTo == to)
        co_return ok();
    const Timestamp now = m_runtime.clock.now();
    CARGO_CO_TRY(co_await desk::assign(tx, item, me, to, now));
    api::JsonWriter details;
    details.beginObject().field("queue", item->queue).field("staff_id", to).endObject();
    audit::AuditEvent event{item->item, "desk.assigned", me, details.take()};
    CARGO_CO_TRY(co_await audit::append(tx, event));
    if (!to || *to == me)
        co_return ok();
    const QByteArray key = "desk_assigned:" + item->item.toText() + ':' + now.toRfc3339();
    co_return co_await jobs::notifyUser(tx, *to, "desk_assigned", itemData(*item), key);
}

QCoro::Task<Result<QByteArray>> QueueService::look(CallContextPtr context, QByteArray queue, Uuid item)
{
    const auto tx = co_await begin(context, queue);
    CARGO_CO_TRY(tx);
    CARGO_CO_TRY(co_await desk::lock(*tx, queue, item));
    auto viewers = co_await m_store.look(*tx, queue, item, context->principal->user, m_runtime.clock.now());
    CARGO_CO_TRY(viewers);
    CARGO_CO_TRY(co_await tx->commit());
    co_return viewers;
}

QCoro::Task<Result<std::vector<QueueService::BulkLine>>> QueueService::bulk(CallContextPtr context, QByteArray queue,
                                                                            api::DeskBulkDto order)
{
    const auto tx = co_await begin(context, queue);
    CARGO_CO_TRY(tx);
    std::sort(order.items.begin(), order.items.end()); // the order of locks
    order.items.erase(std::unique(order.items.begin(), order.items.end()), order.items.end());
    std::vector<BulkLine> lines;
    for (const Uuid &item : order.items) {
        const auto waiting = co_await desk::lock(*tx, queue, item);
        Outcome done = waiting ? ok() : Outcome(waiting.error());
        if (waiting)
            done = co_await carryOut(*tx, *waiting, order);
        const bool says = done || done.code() == ErrorCode::NotFound || done.code() == ErrorCode::StateConflict;
        if (!says) // the order itself is wrong, or the database is away
            co_return done.error();
        lines.push_back({item, done ? std::nullopt : std::optional<Error>(done.error())});
    }
    if (!order.dryRun)
        CARGO_CO_TRY(co_await tx->commit());
    co_return lines;
}

} // namespace cargo::admin
