#pragma once

#include "server/core/answer.h"
#include "server/support/ticket_store.h"

namespace cargo::support {

// Who may read and write on which ticket. To everybody but its people and staff with the permission a ticket does not
// exist. On a dispute's ticket the two sides never read each other's contacts.
class TicketService
{
public:
    TicketService(Runtime &runtime, TicketStore &store) : m_runtime(runtime), m_store(store) {}

    template <typename Item>
    struct Page
    {
        std::vector<Item> items;
        std::optional<Uuid> next;
    };

    // Staff with the permission see everybody's. Errors: UnknownValue (status).
    QCoro::Task<Result<Page<api::TicketDto>>> list(CallContextPtr context, QString status, std::optional<Uuid> before, int limit);
    // For another feature, in its transaction: a case of its own kind, in the words of who opens it.
    QCoro::Task<Result<TicketId>> openIn(db::Transaction tx, QString kind, UserId user, DealId deal, QString subject,
                                         QString body);
    // 201 with the ticket. Errors: NotFound (deal_id, attachments), Conflict (too many open ones).
    QCoro::Task<Result<Answer>> open(CallContextPtr context, api::TicketBody body);
    QCoro::Task<Result<Page<api::TicketMessageDto>>> messages(CallContextPtr context, TicketId id, std::optional<Uuid> after,
                                                              int limit);
    // 201 with the message. Errors: NotFound, StateConflict (closed; a dispute's ticket ends with the dispute).
    QCoro::Task<Result<Answer>> write(CallContextPtr context, TicketId id, api::TicketMessageBody body);

    // ---- The desk

    // The ticket with all that was said, whose it is and the deal that it is about, as a JSON object. Error NotFound.
    QCoro::Task<Result<QByteArray>> caseOf(CallContextPtr context, TicketId id);
    // Without a word: its author is told. 200 with the ticket. Errors: NotFound, StateConflict (closed; "claimed"; a dispute's).
    QCoro::Task<Result<Answer>> close(CallContextPtr context, TicketId id);

private:
    QCoro::Task<Outcome> wait(db::Transaction tx, Ticket ticket, Timestamp now);
    QCoro::Task<Outcome> tellOthers(db::Transaction tx, Ticket ticket, UserId author, Uuid message);

    Runtime &m_runtime;
    TicketStore &m_store;
};

} // namespace cargo::support
