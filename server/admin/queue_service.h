#pragma once

#include "server/admin/queue_store.h"
#include "server/desk/desk.h"
#include "server/desk/queues.h"
#include "shared/api/desk_dto.h"

namespace cargo::admin {

// The queues as staff work on them: what waits, who has taken what, what is put off, whose it is. Who may not decide in a queue
// sees nothing of it (Forbidden), and a queue that does not exist is nobody's. Decisions are the features' own.
class QueueService
{
public:
    explicit QueueService(Runtime &runtime) : m_runtime(runtime), m_store(runtime) {}

    // Every queue of the caller's, also where nothing waits.
    QCoro::Task<Result<std::vector<QueueCount>>> counts(CallContextPtr context);
    struct Page
    {
        std::vector<QueueLine> lines;
        std::optional<Uuid> next;
        qint64 total = 0; // of all pages
        Timestamp now;    // when it was looked at
    };
    // `me` and `now` of the question are filled in here.
    QCoro::Task<Result<Page>> page(CallContextPtr context, QueueAsk ask);

    // Errors of these: Forbidden, NotFound (it does not wait there), StateConflict ("claimed").
    QCoro::Task<Result<desk::WaitingItem>> claim(CallContextPtr context, QByteArray queue, Uuid item);
    QCoro::Task<Outcome> release(CallContextPtr context, QByteArray queue, Uuid item);
    QCoro::Task<Outcome> snooze(CallContextPtr context, QByteArray queue, Uuid item, std::optional<Timestamp> until);
    // And UnknownValue (staff_id): nobody who may decide there.
    QCoro::Task<Outcome> assign(CallContextPtr context, QByteArray queue, Uuid item, std::optional<UserId> to);
    // "I look at this"; answers all who do, as a JSON array.
    QCoro::Task<Result<QByteArray>> look(CallContextPtr context, QByteArray queue, Uuid item);

    // One order for many, in one transaction; each that cannot be done is told and does not hinder the others. A dry run does
    // the same and takes it back.
    struct BulkLine
    {
        Uuid item;
        std::optional<Error> refused;
    };
    QCoro::Task<Result<std::vector<BulkLine>>> bulk(CallContextPtr context, QByteArray queue, api::DeskBulkDto order);

private:
    QCoro::Task<Result<db::Transaction>> begin(CallContextPtr context, QByteArray queue);
    QCoro::Task<Outcome> carryOut(db::Transaction tx, desk::WaitingItemPtr item, api::DeskBulkDto order);
    QCoro::Task<Outcome> one(CallContextPtr context, QByteArray queue, Uuid item, api::DeskBulkDto order);
    QCoro::Task<Outcome> take(db::Transaction tx, desk::WaitingItemPtr item);
    QCoro::Task<Outcome> assignTo(db::Transaction tx, desk::WaitingItemPtr item, std::optional<UserId> to);

    Runtime &m_runtime;
    QueueStore m_store;
};

} // namespace cargo::admin
