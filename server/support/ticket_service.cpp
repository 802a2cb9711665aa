#include "server/support/ticket_service.h"

#include "server/audit/audit.h"
#include "server/desk/desk.h"
#include "server/desk/queues.h"
#include "server/jobs/idempotency.h"
#include "server/jobs/outbox.h"
#include "server/limits.h"
#include "shared/domain/contact_filter/contact_filter.h"

#include <set>

namespace cargo::support {

namespace {

constexpr int kCaseMessages = 500; // more than anybody has written to one ticket
// Somebody does not feel safe: before everything else that waits, whatever the order of the queue.
constexpr int kSafetyPriority = 100;
constexpr qint64 kSafetyWithinMs = kHourMs;

bool isStaff(const Principal &who) { return who.may(Permission::Support); }

bool mayRead(const Ticket &ticket, const Principal &who)
{
    if (isStaff(who) || ticket.dto.openedBy == who.user)
        return true;
    return ticket.isDispute() && (ticket.buyer == who.user || ticket.driver == who.user);
}

// What the author and staff see is what was written; the other side of a dispute sees it without contacts.
api::TicketMessageDto shownTo(TicketMessage message, const Principal &who)
{
    message.dto.masked = message.dto.body != message.redactedBody;
    if (message.dto.masked && !isStaff(who) && message.dto.authorId != who.user)
        message.dto.body = message.redactedBody;
    return message.dto;
}

template <typename Dto>
QByteArray jsonOf(const Dto &dto)
{
    api::JsonWriter out;
    dto.write(out);
    return out.take();
}

} // namespace

QCoro::Task<Result<TicketService::Page<api::TicketDto>>> TicketService::list(CallContextPtr context, QString status,
                                                                             std::optional<Uuid> before, int limit)
{
    if (!status.isEmpty() && status != QLatin1String("open") && status != QLatin1String("closed"))
        co_return Error{ErrorCode::UnknownValue, QStringLiteral("status"), {}};
    const Principal me = *context->principal;
    const auto whose = isStaff(me) ? std::optional<UserId>() : std::optional<UserId>(me.user);
    const auto rows = co_await m_store.list(context, whose, status, before, limit + 1);
    CARGO_CO_TRY(rows);
    Page<api::TicketDto> page;
    for (const Ticket &ticket : *rows) {
        if (int(page.items.size()) == limit) {
            page.next = page.items.back().id.uuid;
            break;
        }
        page.items.push_back(ticket.dto);
    }
    co_return page;
}

QCoro::Task<Result<TicketId>> TicketService::openIn(db::Transaction tx, QString kind, UserId user, DealId deal, QString subject,
                                                    QString body)
{
    const Timestamp now = m_runtime.clock.now();
    api::TicketDto ticket;
    ticket.id = TicketId::make(now);
    ticket.kind = kind;
    ticket.dealId = deal;
    ticket.openedBy = user;
    ticket.subject = subject;
    ticket.createdAt = now;
    CARGO_CO_TRY(co_await m_store.insert(tx, ticket));
    TicketMessage message;
    message.dto = {newUuid(now), ticket.id, user, false, body, false, {}, now};
    message.redactedBody = body;
    CARGO_CO_TRY(co_await m_store.insertMessage(tx, message));
    const auto stored = co_await m_store.lock(tx, ticket.id);
    CARGO_CO_TRY(stored);
    CARGO_CO_TRY(co_await wait(tx, *stored, now));
    co_return ticket.id;
}

QCoro::Task<Result<Answer>> TicketService::open(CallContextPtr context, api::TicketBody body)
{
    const UserId me = context->principal->user;
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto open = co_await m_store.openOf(*tx, me);
    CARGO_CO_TRY(open);
    if (*open >= limits::kOpenTicketsPerUser)
        co_return Error{ErrorCode::Conflict, {}, QStringLiteral("too many open tickets")};
    if (body.dealId) {
        const auto side = co_await m_store.isSide(*tx, *body.dealId, me);
        CARGO_CO_TRY(side);
        if (!*side)
            co_return Error{ErrorCode::NotFound, QStringLiteral("deal_id"), {}};
    }
    const auto owns = co_await m_store.ownsMedia(*tx, me, body.attachments);
    CARGO_CO_TRY(owns);
    if (!*owns)
        co_return Error{ErrorCode::NotFound, QStringLiteral("attachments"), {}};
    const Timestamp now = m_runtime.clock.now();
    api::TicketDto ticket;
    ticket.id = TicketId::make(now);
    ticket.kind = QStringLiteral("question");
    ticket.dealId = body.dealId;
    ticket.openedBy = me;
    ticket.subject = body.subject;
    ticket.createdAt = now;
    CARGO_CO_TRY(co_await m_store.insert(*tx, ticket));
    TicketMessage message;
    message.dto = {newUuid(now), ticket.id, me, isStaff(*context->principal), body.body, false, body.attachments, now};
    message.redactedBody = body.body;
    CARGO_CO_TRY(co_await m_store.insertMessage(*tx, message));
    const auto stored = co_await m_store.lock(*tx, ticket.id);
    CARGO_CO_TRY(stored);
    if (!message.dto.fromStaff)
        CARGO_CO_TRY(co_await wait(*tx, *stored, now));
    Answer answer{201, jsonOf(stored->dto)};
    CARGO_CO_TRY(co_await jobs::remember(*tx, answer.status, answer.body));
    CARGO_CO_TRY(co_await tx->commit());
    co_return answer;
}

QCoro::Task<Result<TicketService::Page<api::TicketMessageDto>>> TicketService::messages(CallContextPtr context, TicketId id,
                                                                                        std::optional<Uuid> after, int limit)
{
    const Principal me = *context->principal;
    const auto ticket = co_await m_store.find(context, id);
    CARGO_CO_TRY(ticket);
    if (!mayRead(*ticket, me))
        co_return ErrorCode::NotFound;
    const auto rows = co_await m_store.messages(context, id, after, limit + 1);
    CARGO_CO_TRY(rows);
    Page<api::TicketMessageDto> page;
    for (const TicketMessage &message : *rows) {
        if (int(page.items.size()) == limit) {
            page.next = page.items.back().id;
            break;
        }
        page.items.push_back(shownTo(message, me));
    }
    co_return page;
}

QCoro::Task<Result<Answer>> TicketService::write(CallContextPtr context, TicketId id, api::TicketMessageBody body)
{
    const Principal me = *context->principal;
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto ticket = co_await m_store.lock(*tx, id);
    CARGO_CO_TRY(ticket);
    if (!mayRead(*ticket, me))
        co_return ErrorCode::NotFound;
    if (!ticket->isOpen())
        co_return Error{ErrorCode::StateConflict, QStringLiteral("ticket"), ticket->dto.status};
    if (body.close && ticket->isDispute())
        co_return Error{ErrorCode::StateConflict, QStringLiteral("ticket"), QStringLiteral("dispute")};
    const auto owns = co_await m_store.ownsMedia(*tx, me.user, body.attachments);
    CARGO_CO_TRY(owns);
    if (!*owns)
        co_return Error{ErrorCode::NotFound, QStringLiteral("attachments"), {}};
    const Timestamp now = m_runtime.clock.now();
    TicketMessage message;
    message.dto = {newUuid(now), id, me.user, isStaff(me), body.body, false, body.attachments, now};
    message.redactedBody = body.body;
    if (ticket->isDispute() && !message.dto.fromStaff)
        message.redactedBody = contact_filter::withoutContacts(body.body, contact_filter::Place::Dispute);
    CARGO_CO_TRY(co_await m_store.insertMessage(*tx, message));
    if (body.close)
        CARGO_CO_TRY(co_await m_store.close(*tx, id, now));
    if (!ticket->isDispute()) { // a dispute stands in a queue of its own
        if (message.dto.fromStaff)
            CARGO_CO_TRY(co_await desk::settle(*tx, "tickets", id.uuid, me.user, now));
        else if (body.close)
            CARGO_CO_TRY(co_await desk::leave(*tx, "tickets", id.uuid, now));
        else
            CARGO_CO_TRY(co_await wait(*tx, *ticket, now));
    }
    if (message.dto.fromStaff) {
        const QByteArray details = body.close ? "{\"closed\":true}" : "{}";
        audit::AuditEvent event{id.uuid, "ticket.answered", me.user, details};
        CARGO_CO_TRY(co_await audit::append(*tx, event));
    }
    CARGO_CO_TRY(co_await tellOthers(*tx, *ticket, me.user, message.dto.id));
    Answer answer{201, jsonOf(shownTo(message, me))};
    CARGO_CO_TRY(co_await jobs::remember(*tx, answer.status, answer.body));
    CARGO_CO_TRY(co_await tx->commit());
    co_return answer;
}

QCoro::Task<Result<QByteArray>> TicketService::caseOf(CallContextPtr context, TicketId id)
{
    const auto ticket = co_await m_store.find(context, id);
    CARGO_CO_TRY(ticket);
    const auto around = co_await m_store.around(context, id);
    CARGO_CO_TRY(around);
    const auto messages = co_await m_store.messages(context, id, std::nullopt, kCaseMessages);
    CARGO_CO_TRY(messages);
    api::JsonWriter out(8192);
    out.beginObject().key("ticket");
    ticket->dto.write(out);
    out.key("user").raw(around->first).key("deal").raw(around->second).key("messages").beginArray();
    for (const TicketMessage &message : *messages)
        shownTo(message, *context->principal).write(out);
    out.endArray().endObject();
    co_return out.take();
}

QCoro::Task<Result<Answer>> TicketService::close(CallContextPtr context, TicketId id)
{
    const UserId me = context->principal->user;
    const Timestamp now = m_runtime.clock.now();
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto ticket = co_await m_store.lock(*tx, id);
    CARGO_CO_TRY(ticket);
    if (ticket->isDispute())
        co_return Error{ErrorCode::StateConflict, QStringLiteral("ticket"), QStringLiteral("dispute")};
    if (!ticket->isOpen())
        co_return Error{ErrorCode::StateConflict, QStringLiteral("ticket"), ticket->dto.status};
    CARGO_CO_TRY(co_await desk::settle(*tx, "tickets", id.uuid, me, now));
    CARGO_CO_TRY(co_await m_store.close(*tx, id, now));
    audit::AuditEvent event{id.uuid, "ticket.closed", me, "{}"};
    CARGO_CO_TRY(co_await audit::append(*tx, event));
    api::JsonWriter data;
    data.beginObject().field("ticket_id", id).field("number", ticket->dto.number).endObject();
    const QByteArray key = "ticket_closed:" + id.toText();
    CARGO_CO_TRY(co_await jobs::notifyUser(*tx, ticket->dto.openedBy, "ticket_closed", data.take(), key));
    const auto closed = co_await m_store.lock(*tx, id);
    CARGO_CO_TRY(closed);
    Answer answer{200, jsonOf(closed->dto)};
    CARGO_CO_TRY(co_await jobs::remember(*tx, answer.status, answer.body));
    CARGO_CO_TRY(co_await tx->commit());
    co_return answer;
}

// Whoever is asked, answers: a question is in the queue until staff have answered, and again when its author goes on.
QCoro::Task<Outcome> TicketService::wait(db::Transaction tx, Ticket ticket, Timestamp now)
{
    const api::TicketDto &dto = ticket.dto;
    const bool urgent = dto.kind == QLatin1String("safety");
    const Timestamp due = urgent ? now.plusMs(kSafetyWithinMs) : desk::dueAt(m_runtime.settings, "tickets", now);
    desk::NewItem waiting{"tickets", dto.id.uuid, now, due, dto.openedBy, dto.subject, dto.number, dto.dealId};
    waiting.priority = urgent ? kSafetyPriority : 0;
    co_return co_await desk::open(tx, waiting);
}

QCoro::Task<Outcome> TicketService::tellOthers(db::Transaction tx, Ticket ticket, UserId author, Uuid message)
{
    std::set<UserId> others{ticket.dto.openedBy};
    if (ticket.isDispute() && ticket.buyer && ticket.driver)
        others.insert({*ticket.buyer, *ticket.driver});
    others.erase(author);
    api::JsonWriter out;
    out.beginObject().field("ticket_id", ticket.dto.id).field("number", ticket.dto.number).endObject();
    const QByteArray data = out.take();
    const QByteArray key = "ticket:" + message.toText();
    for (const UserId &user : others)
        CARGO_CO_TRY(co_await jobs::notifyUser(tx, user, "ticket_message", data, key));
    co_return ok();
}

} // namespace cargo::support
