#include "server/admin/sla_job.h"

#include "server/audit/audit.h"
#include "server/desk/desk.h"
#include "server/desk/queues.h"
#include "server/jobs/outbox.h"
#include "shared/api/json_writer.h"

namespace cargo::admin {

void SlaJob::registerOn(jobs::Registry &registry)
{
    for (const desk::Queue &queue : desk::queues()) {
        const QByteArray name(queue.name);
        registry.onTimer(desk::dueTimer(name),
                         [this, name](CallContextPtr context, Uuid item, Timestamp) { return rings(context, name, item); });
    }
}

QCoro::Task<Outcome> SlaJob::rings(CallContextPtr context, QByteArray queue, Uuid item)
{
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto found = co_await desk::lock(*tx, queue, item);
    if (!found)
        co_return found.code() == ErrorCode::NotFound ? ok() : Outcome(found.error());
    const desk::WaitingItem waiting = **found;
    if (waiting.dueAt > m_runtime.clock.now())
        co_return ok();
    api::JsonWriter details;
    details.beginObject().field("queue", queue).field("due_at", waiting.dueAt).endObject();
    audit::AuditEvent event{item, "desk.overdue", std::nullopt, details.take()};
    CARGO_CO_TRY(co_await audit::append(*tx, event));
    const auto whose = waiting.assignedTo ? waiting.assignedTo : waiting.claimedBy;
    const quint32 owners = quint32(desk::findQueue(queue)->owners);
    const auto staff = co_await m_store.staffWho(*tx, owners | quint32(Permission::Admin), whose);
    CARGO_CO_TRY(staff);
    api::JsonWriter data;
    data.beginObject().field("queue", queue).field("item_id", item).field("title", waiting.title).endObject();
    const QByteArray json = data.take();
    const QByteArray key = "desk_overdue:" + item.toText() + ':' + waiting.dueAt.toRfc3339();
    for (const UserId &one : *staff)
        CARGO_CO_TRY(co_await jobs::notifyUser(*tx, one, "desk_overdue", json, key));
    co_return co_await tx->commit();
}

} // namespace cargo::admin
