#pragma once

#include "server/core/runtime.h"
#include "shared/api/ticket_dto.h"

#include <QCoroTask>

#include <optional>
#include <vector>

namespace cargo::support {

// A ticket with those who may read it besides staff.
struct Ticket
{
    api::TicketDto dto;
    std::optional<UserId> buyer; // of its deal
    std::optional<UserId> driver;

    bool isDispute() const { return dto.kind == QLatin1String("dispute"); }
    bool isOpen() const { return dto.status == QLatin1String("open"); }
};

struct TicketMessage
{
    api::TicketMessageDto dto; // body as written
    QString redactedBody;
};

// SQL of tickets and ticket_messages. The ticket of a dispute is made and closed by disputes.
class TicketStore
{
public:
    explicit TicketStore(Runtime &runtime) : m_db(runtime.db) {}

    // Error: NotFound.
    QCoro::Task<Result<Ticket>> find(CallContextPtr context, TicketId id);
    QCoro::Task<Result<Ticket>> lock(db::Transaction tx, TicketId id);
    // Newest first; `user` null: everybody's. `status` may be empty.
    QCoro::Task<Result<std::vector<Ticket>>> list(CallContextPtr context, std::optional<UserId> user, QString status,
                                                  std::optional<Uuid> before, int limit);
    QCoro::Task<Result<int>> openOf(db::Transaction tx, UserId user);
    QCoro::Task<Result<bool>> isSide(db::Transaction tx, DealId deal, UserId user);
    QCoro::Task<Result<bool>> ownsMedia(db::Transaction tx, UserId user, std::vector<MediaId> media);
    QCoro::Task<Outcome> insert(db::Transaction tx, api::TicketDto ticket);
    QCoro::Task<Outcome> insertMessage(db::Transaction tx, TicketMessage message);
    QCoro::Task<Outcome> close(db::Transaction tx, TicketId id, Timestamp now);
    // Oldest first.
    QCoro::Task<Result<std::vector<TicketMessage>>> messages(CallContextPtr context, TicketId id, std::optional<Uuid> after,
                                                             int limit);

    // {"user": card, "deal": {id, number, status} or null} of a ticket.
    QCoro::Task<Result<std::pair<QByteArray, QByteArray>>> around(CallContextPtr context, TicketId id);

private:
    db::Database &m_db;
};

} // namespace cargo::support
