#include "server/payments/webhook_desk.h"

#include "server/audit/audit.h"
#include "server/jobs/idempotency.h"
#include "server/jobs/outbox.h"
#include "server/payments/webhook_service.h"

namespace cargo::payments {

namespace {
#define CARGO_WEBHOOK_JSON                                                                                                       \
    "json_build_object('id', w.id, 'provider', w.provider, 'event_key', w.event_key, 'status', case when w.processed_at is "     \
    "null "                                                                                                                      \
    "then 'open' when w.error is null then 'done' else 'failed' end, 'attempts', w.attempts, 'effect', w.effect, 'error', "      \
    "w.error, 'received_at', rfc3339(w.received_at), 'processed_at', rfc3339(w.processed_at), 'bytes', "                         \
    "octet_length(w.raw_body))"
const db::Query kList{"webhooks.list",
                      "select w.id, " CARGO_WEBHOOK_JSON " from webhook_in w where case $1::text when '' then true "
                      "when 'open' then w.processed_at is null "
                      "when 'done' then w.processed_at is not null and w.error is null "
                      "else w.processed_at is not null and w.error is not null end "
                      "and ($2::uuid is null or w.id < $2::uuid) order by w.id desc limit $3"};
const db::Query kReopen{"webhooks.reopen",
                        "update webhook_in w set processed_at = null, effect = null, error = null where w.id = $1 "
                        "returning " CARGO_WEBHOOK_JSON};
} // namespace

QCoro::Task<Result<WebhookDesk::Page>> WebhookDesk::list(CallContextPtr context, QString status, std::optional<Uuid> before,
                                                         int limit)
{
    const auto rows = co_await m_runtime.db.query(context, kList, status, before, limit + 1);
    CARGO_CO_TRY(rows);
    co_return db::jsonPage<Uuid>(*rows, limit);
}

QCoro::Task<Result<Answer>> WebhookDesk::replay(CallContextPtr context, Uuid id)
{
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto rows = co_await tx->run(kReopen, id);
    CARGO_CO_TRY(rows);
    if (rows->empty())
        co_return ErrorCode::NotFound;
    CARGO_CO_TRY(co_await WebhookService::orderWork(*tx, id, id.toText(), m_runtime.clock.now()));
    const UserId me = context->principal->user;
    audit::AuditEvent event{me.uuid, "webhook.replayed", me, "{\"webhook_id\":\"" + id.toText() + "\"}"};
    CARGO_CO_TRY(co_await audit::append(*tx, event));
    Answer answer{200, rows->bytes(0, 0)};
    CARGO_CO_TRY(co_await jobs::remember(*tx, answer.status, answer.body));
    CARGO_CO_TRY(co_await tx->commit());
    co_return answer;
}

} // namespace cargo::payments
