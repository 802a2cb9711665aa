#include "server/proposals/proposal_service.h"

#include "server/audit/audit.h"
#include "server/desk/desk.h"
#include "server/desk/queues.h"
#include "server/jobs/idempotency.h"
#include "server/jobs/outbox.h"
#include "shared/api/json_writer.h"

#include <algorithm>

namespace cargo::proposals {

namespace {
constexpr char kQueue[] = "proposals";

QByteArray auditDetails(const Proposal &proposal, const QString &text)
{
    api::JsonWriter out;
    out.beginObject().field("proposal_id", proposal.id).field("kind", proposal.kind).field("subject", proposal.subject);
    out.field("title", proposal.title).key("payload").raw(proposal.payload).field("text", text).endObject();
    return out.take();
}
} // namespace

Order *ProposalService::orderOf(const QByteArray &kind) const
{
    const auto found = std::find_if(m_orders.begin(), m_orders.end(), [&](const Order *order) { return order->kind() == kind; });
    return found == m_orders.end() ? nullptr : *found;
}

QCoro::Task<Result<QByteArray>> ProposalService::propose(db::Transaction tx, Proposal proposal)
{
    CARGO_CO_TRY(co_await m_store.insert(tx, proposal));
    desk::NewItem waiting;
    waiting.queue = kQueue;
    waiting.item = proposal.id;
    waiting.at = proposal.createdAt;
    waiting.dueAt = desk::dueAt(m_runtime.settings, kQueue, proposal.createdAt);
    waiting.title = proposal.title;
    waiting.detail = QString::fromLatin1(proposal.kind);
    CARGO_CO_TRY(co_await desk::open(tx, waiting));
    audit::AuditEvent event{proposal.proposedBy.uuid, "proposal.made", proposal.proposedBy, auditDetails(proposal, {})};
    CARGO_CO_TRY(co_await audit::append(tx, event));
    co_return co_await m_store.json(tx, proposal.id);
}

QCoro::Task<Outcome> ProposalService::dropOf(db::Transaction tx, QByteArray kind, QByteArray subject)
{
    const Timestamp now = m_runtime.clock.now();
    const auto dropped = co_await m_store.closeVoid(tx, kind, subject, now);
    CARGO_CO_TRY(dropped);
    if (!dropped->has_value())
        co_return ok();
    co_return co_await desk::leave(tx, kQueue, **dropped, now);
}

QCoro::Task<Result<ProposalStore::Page>> ProposalService::list(CallContextPtr context, QString status, std::optional<Uuid> before,
                                                               int limit)
{
    std::vector<QByteArray> kinds;
    for (const Order *order : m_orders) {
        if (context->principal->may(order->deciders()))
            kinds.push_back(order->kind());
    }
    co_return co_await m_store.page(context, kinds, status, before, limit);
}

QCoro::Task<Result<QByteArray>> ProposalService::show(CallContextPtr context, Uuid id)
{
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto proposal = co_await m_store.find(*tx, id);
    CARGO_CO_TRY(proposal);
    const Order *order = orderOf(proposal->kind);
    const bool mine = proposal->proposedBy == context->principal->user;
    if (!mine && (!order || !context->principal->may(order->deciders())))
        co_return ErrorCode::NotFound;
    co_return co_await m_store.json(*tx, id);
}

QCoro::Task<Result<Answer>> ProposalService::decide(CallContextPtr context, Uuid id, bool approve, QString text)
{
    const Principal me = *context->principal;
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto proposal = co_await m_store.find(*tx, id);
    CARGO_CO_TRY(proposal);
    Order *order = orderOf(proposal->kind);
    const bool mine = proposal->proposedBy == me.user;
    if (!order || (!mine && !me.may(order->deciders())))
        co_return ErrorCode::NotFound;
    if (mine)
        co_return Error{ErrorCode::Forbidden, {}, QStringLiteral("one's own proposal")};
    if (proposal->status != "open")
        co_return Error{ErrorCode::StateConflict, QStringLiteral("status"), QString::fromLatin1(proposal->status)};
    // The subject is locked first, as everywhere; of two who decide at once the second finds the proposal closed.
    if (approve)
        CARGO_CO_TRY(co_await order->carryOut(*tx, *proposal, me.user));
    else
        CARGO_CO_TRY(co_await order->rejected(*tx, *proposal));
    const Timestamp now = m_runtime.clock.now();
    Decision decision{approve ? QByteArray("approved") : QByteArray("rejected"), me.user, text, now};
    CARGO_CO_TRY(co_await m_store.close(*tx, id, decision));
    CARGO_CO_TRY(co_await desk::settle(*tx, kQueue, id, me.user, now));
    const QByteArray action = "proposal." + decision.status;
    audit::AuditEvent event{proposal->proposedBy.uuid, action, me.user, auditDetails(*proposal, text)};
    CARGO_CO_TRY(co_await audit::append(*tx, event));
    api::JsonWriter data;
    data.beginObject().field("proposal_id", id).field("title", proposal->title).field("status", decision.status).endObject();
    CARGO_CO_TRY(
        co_await jobs::notifyUser(*tx, proposal->proposedBy, "staff_proposal_decided", data.take(), "proposal:" + id.toText()));
    const auto json = co_await m_store.json(*tx, id);
    CARGO_CO_TRY(json);
    Answer answer{200, *json};
    CARGO_CO_TRY(co_await jobs::remember(*tx, answer.status, answer.body));
    CARGO_CO_TRY(co_await tx->commit());
    co_return answer;
}

} // namespace cargo::proposals
