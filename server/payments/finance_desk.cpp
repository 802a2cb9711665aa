#include "server/payments/finance_desk.h"

#include "server/audit/audit.h"
#include "server/desk/desk.h"
#include "server/jobs/idempotency.h"
#include "shared/api/json_writer.h"

namespace cargo::payments {

namespace {
#define CARGO_OP_JSON                                                                                                            \
    "json_build_object('id', o.id, 'kind', o.kind, 'state', o.state, 'amount', json_build_object('amount', o.amount_minor, "     \
    "'currency', o.currency), 'attempts', o.attempt, 'accepted', o.accepted, 'provider', o.provider, 'provider_ref', "           \
    "o.provider_ref, 'last_http', o.last_http, 'last_error', o.last_error, 'created_at', rfc3339(o.created_at), "                \
    "'next_try_at', case when o.state in ('new', 'unknown') then rfc3339(o.next_try_at) end, "                                   \
    "'finished_at', rfc3339(o.finished_at))"
const db::Query kTask{
    "finance.task", "select json_build_object('id', t.id, 'kind', t.kind, 'detail', t.detail, 'created_at', "
                    "rfc3339(t.created_at), 'resolved_at', rfc3339(t.resolved_at), 'decision', t.decision, 'decision_text', "
                    "t.decision_text, 'resolved_by', case when u.id is null then null else json_build_object('id', u.id, 'name', "
                    "u.display_name) end, 'deal', case when d.id is null then null else json_build_object('id', d.id, 'number', "
                    "'CG-' || d.number, 'status', d.status, 'money_status', coalesce(e.money_status, 'none'), 'amount', "
                    "json_build_object('amount', d.amount_minor, 'currency', d.currency)) end, 'operation_id', t.op_id, "
                    "'operations', (select coalesce(json_agg(" CARGO_OP_JSON " order by o.id), '[]') from provider_ops o "
                    "where o.deal_id = t.deal_id)) from finance_tasks t left join deals d on d.id = t.deal_id "
                    "left join escrows e on e.deal_id = d.id left join users u on u.id = t.resolved_by where t.id = $1"};
const db::Query kFind{"finance.find", "select deal_id, resolved_at is not null from finance_tasks where id = $1"};
// One retry is for all that failed in the deal's money.
const db::Query kClose{"finance.close", R"(
    update finance_tasks set resolved_at = $3, resolved_by = $2, decision = $4, decision_text = $5
    where id = $1 and resolved_at is null)"};
const db::Query kPayouts{
    "finance.payouts", "select o.id, json_build_object('operation', " CARGO_OP_JSON ", 'deal_id', o.deal_id, 'deal_number', "
                       "'CG-' || d.number, 'payee', json_build_object('id', u.id, 'name', u.display_name), 'money_status', "
                       "e.money_status) from provider_ops o join deals d on d.id = o.deal_id join escrows e on e.deal_id = d.id "
                       "join users u on u.id = e.payee_id where o.kind = 'payout' and case $1::text when '' then true "
                       "when 'queued' then o.state = 'new' when 'sent' then o.state in ('sent', 'unknown') "
                       "when 'paid' then o.state = 'succeeded' when 'failed' then o.state = 'failed' "
                       "else (o.state = 'failed' and e.money_status = 'failed') "
                       "or (o.state in ('new', 'sent', 'unknown') and o.created_at < $2) end "
                       "and ($3::uuid is null or o.id < $3::uuid) order by o.id desc limit $4"};
constexpr qint64 kStuckAfterMs = kHourMs;
} // namespace

QCoro::Task<Result<QByteArray>> FinanceDesk::task(CallContextPtr context, Uuid id)
{
    const auto rows = co_await m_runtime.db.query(context, kTask, id);
    CARGO_CO_TRY(rows);
    if (rows->empty())
        co_return ErrorCode::NotFound;
    co_return rows->bytes(0, 0);
}

QCoro::Task<Result<Answer>> FinanceDesk::decide(CallContextPtr context, Uuid id, Decision decision)
{
    const UserId me = context->principal->user;
    const Timestamp now = m_runtime.clock.now();
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto found = co_await tx->run(kFind, id);
    CARGO_CO_TRY(found);
    if (found->empty())
        co_return ErrorCode::NotFound;
    const Error decided{ErrorCode::StateConflict, QStringLiteral("status"), QStringLiteral("decided")};
    if (found->boolean(0, 1))
        co_return decided;
    const auto deal = found->optionalId<DealId>(0, 0);
    // The deal's lock comes first, as everywhere; of two who decide at once the second finds the task closed.
    if (decision.word == QLatin1String("retry")) {
        if (!deal)
            co_return Error{ErrorCode::StateConflict, QStringLiteral("decision"), QStringLiteral("no deal")};
        CARGO_CO_TRY(co_await m_job.retryFailedIn(*tx, *deal));
    }
    CARGO_CO_TRY(co_await desk::settle(*tx, "finance_tasks", id, me, now));
    const auto closed = co_await tx->run(kClose, id, me, now, decision.word, decision.text);
    CARGO_CO_TRY(closed);
    if (closed->affected() == 0)
        co_return decided;
    api::JsonWriter details;
    details.beginObject().field("task_id", id).field("decision", decision.word).field("text", decision.text).endObject();
    audit::AuditEvent event{deal ? deal->uuid : id, "finance.task_decided", me, details.take()};
    CARGO_CO_TRY(co_await audit::append(*tx, event));
    const auto json = co_await tx->run(kTask, id);
    CARGO_CO_TRY(json);
    Answer answer{200, json->bytes(0, 0)};
    CARGO_CO_TRY(co_await jobs::remember(*tx, answer.status, answer.body));
    CARGO_CO_TRY(co_await tx->commit());
    co_return answer;
}

QCoro::Task<Result<FinanceDesk::Page>> FinanceDesk::payouts(CallContextPtr context, QString status, std::optional<Uuid> before,
                                                            int limit)
{
    const Timestamp late = m_runtime.clock.now().plusMs(-kStuckAfterMs);
    const auto rows = co_await m_runtime.db.query(context, kPayouts, status, late, before, limit + 1);
    CARGO_CO_TRY(rows);
    co_return db::jsonPage<Uuid>(*rows, limit);
}

} // namespace cargo::payments
