#include "server/notifications/device_service.h"

#include "server/jobs/idempotency.h"
#include "shared/api/json_writer.h"

namespace cargo::notifications {

QCoro::Task<Result<Answer>> DeviceService::put(CallContextPtr context, api::DeviceBody body)
{
    const Principal me = *context->principal;
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto device = co_await m_store.put(*tx, me.user, me.session, body, m_runtime.clock.now());
    CARGO_CO_TRY(device);
    api::JsonWriter out(160);
    out.beginObject().field("id", device->id).field("platform", body.platform);
    out.field("created_at", device->createdAt).endObject();
    Answer answer{device->isNew ? 201 : 200, out.take()};
    CARGO_CO_TRY(co_await jobs::remember(*tx, answer.status, answer.body));
    CARGO_CO_TRY(co_await tx->commit());
    co_return answer;
}

QCoro::Task<Outcome> DeviceService::remove(CallContextPtr context, QString token)
{
    const auto removed = co_await m_store.remove(context, context->principal->user, token);
    CARGO_CO_TRY(removed);
    co_return *removed ? ok() : Outcome(ErrorCode::NotFound);
}

void DeviceService::registerJobs(jobs::Registry &registry)
{
    registry.onEvent("user.closed", "notifications.devices",
                     [this](CallContextPtr context, jobs::StoredEvent event) -> QCoro::Task<Outcome> {
                         const auto user = UserId::fromText(QByteArrayView(event.event.key));
                         return m_store.removeAll(std::move(context), user.value_or(UserId{}));
                     });
}

} // namespace cargo::notifications
