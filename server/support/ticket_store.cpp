#include "server/support/ticket_store.h"

namespace cargo::support {

namespace {

#define CARGO_TICKET_SELECT                                                                                                      \
    "select t.id, t.number, t.kind, t.deal_id, t.opened_by, t.subject, t.status, t.created_at, t.closed_at, d.buyer_id, "        \
    "d.driver_id, coalesce((select max(m.created_at) from ticket_messages m where m.ticket_id = t.id), t.created_at) "           \
    "from tickets t left join deals d on d.id = t.deal_id "

const db::Query kFind{"support.find_ticket", CARGO_TICKET_SELECT "where t.id = $1"};
const db::Query kLock{"support.lock_ticket", CARGO_TICKET_SELECT "where t.id = $1 for no key update of t"};
const db::Query kListAll{"support.all_tickets",
                         CARGO_TICKET_SELECT "where ($1::text = '' or t.status = $1) and ($2::uuid is null or t.id < $2::uuid) "
                                             "order by t.id desc limit $3::int"};
const db::Query kListMine{
    "support.my_tickets", CARGO_TICKET_SELECT
    "where t.id in (select o.id from tickets o where o.opened_by = $4::uuid union "
    "  select o.id from deals s join tickets o on o.deal_id = s.id and o.kind = 'dispute' "
    "  where s.buyer_id = $4::uuid or s.driver_id = $4::uuid) "
    "and ($1::text = '' or t.status = $1) and ($2::uuid is null or t.id < $2::uuid) order by t.id desc limit $3::int"};
const db::Query kOpenOf{"support.open_tickets",
                        "select count(*) from tickets where opened_by = $1 and status = 'open' and kind = 'question'"};
const db::Query kIsSide{"support.is_side", "select 1 from deals where id = $1 and $2::uuid in (buyer_id, driver_id)"};
const db::Query kOwnedMedia{"support.owned_media", "select count(*) from media where id = any ($1::uuid[]) and owner_id = $2"};
const db::Query kInsert{"support.insert_ticket",
                        R"(insert into tickets (id, kind, deal_id, opened_by, subject, status, created_at)
       values ($1, $2, $3, $4, $5, 'open', $6))"};
const db::Query kInsertMessage{
    "support.insert_message",
    R"(insert into ticket_messages (id, ticket_id, author_id, from_staff, body, redacted_body, attachments, created_at)
       values ($1, $2, $3, $4, $5, $6, $7::uuid[], $8))"};
const db::Query kClose{"support.close_ticket",
                       "update tickets set status = 'closed', closed_at = $2 where id = $1 and status = 'open'"};
const db::Query kMessages{"support.messages",
                          R"(select id, ticket_id, author_id, from_staff, body, redacted_body, array_to_string(attachments, ','),
           created_at
       from ticket_messages where ticket_id = $1 and ($2::uuid is null or id > $2::uuid) order by id limit $3)"};

const db::Query kAround{"support.around_ticket", R"(
    select u.card, case when d.id is not null
        then json_build_object('id', d.id, 'number', 'CG-' || d.number, 'status', d.status) end
    from tickets t join users u on u.id = t.opened_by left join deals d on d.id = t.deal_id where t.id = $1)"};

Ticket ticketAt(const db::Rows &rows, int row)
{
    Ticket ticket;
    api::TicketDto &dto = ticket.dto;
    dto.id = rows.id<TicketId>(row, 0);
    dto.number = QStringLiteral("T-") + QString::number(rows.int64(row, 1));
    dto.kind = rows.text(row, 2);
    dto.dealId = rows.optionalId<DealId>(row, 3);
    dto.openedBy = rows.id<UserId>(row, 4);
    dto.subject = rows.text(row, 5);
    dto.status = rows.text(row, 6);
    dto.createdAt = rows.timestamp(row, 7);
    dto.closedAt = rows.optionalTimestamp(row, 8);
    ticket.buyer = rows.optionalId<UserId>(row, 9);
    ticket.driver = rows.optionalId<UserId>(row, 10);
    dto.lastMessageAt = rows.timestamp(row, 11);
    return ticket;
}

Result<Ticket> oneTicket(const Result<db::Rows> &rows)
{
    if (!rows)
        return rows.error();
    if (rows->empty())
        return ErrorCode::NotFound;
    return ticketAt(*rows, 0);
}

} // namespace

QCoro::Task<Result<Ticket>> TicketStore::find(CallContextPtr context, TicketId id)
{
    const auto rows = co_await m_db.query(context, kFind, id);
    co_return oneTicket(rows);
}

QCoro::Task<Result<Ticket>> TicketStore::lock(db::Transaction tx, TicketId id)
{
    const auto rows = co_await tx.run(kLock, id);
    co_return oneTicket(rows);
}

QCoro::Task<Result<std::vector<Ticket>>> TicketStore::list(CallContextPtr context, std::optional<UserId> user, QString status,
                                                           std::optional<Uuid> before, int limit)
{
    db::Params params = db::Params::of(status, before, limit);
    if (user)
        params.add(*user);
    const auto rows = co_await m_db.queryParams(context, user ? kListMine : kListAll, std::move(params));
    CARGO_CO_TRY(rows);
    std::vector<Ticket> tickets;
    for (int row = 0; row < rows->count(); ++row)
        tickets.push_back(ticketAt(*rows, row));
    co_return tickets;
}

QCoro::Task<Result<int>> TicketStore::openOf(db::Transaction tx, UserId user)
{
    const auto rows = co_await tx.run(kOpenOf, user);
    CARGO_CO_TRY(rows);
    co_return rows->int32(0, 0);
}

QCoro::Task<Result<bool>> TicketStore::isSide(db::Transaction tx, DealId deal, UserId user)
{
    const auto rows = co_await tx.run(kIsSide, deal, user);
    CARGO_CO_TRY(rows);
    co_return !rows->empty();
}

QCoro::Task<Result<bool>> TicketStore::ownsMedia(db::Transaction tx, UserId user, std::vector<MediaId> media)
{
    if (media.empty())
        co_return true;
    const auto rows = co_await tx.run(kOwnedMedia, media, user);
    CARGO_CO_TRY(rows);
    co_return rows->int64(0, 0) == qint64(media.size());
}

QCoro::Task<Outcome> TicketStore::insert(db::Transaction tx, api::TicketDto ticket)
{
    CARGO_CO_TRY(
        co_await tx.run(kInsert, ticket.id, ticket.kind, ticket.dealId, ticket.openedBy, ticket.subject, ticket.createdAt));
    co_return ok();
}

QCoro::Task<Outcome> TicketStore::insertMessage(db::Transaction tx, TicketMessage message)
{
    const api::TicketMessageDto &dto = message.dto;
    CARGO_CO_TRY(co_await tx.run(kInsertMessage, dto.id, dto.ticketId, dto.authorId, dto.fromStaff, dto.body,
                                 message.redactedBody, dto.attachments, dto.createdAt));
    co_return ok();
}

QCoro::Task<Outcome> TicketStore::close(db::Transaction tx, TicketId id, Timestamp now)
{
    CARGO_CO_TRY(co_await tx.run(kClose, id, now));
    co_return ok();
}

QCoro::Task<Result<std::vector<TicketMessage>>> TicketStore::messages(CallContextPtr context, TicketId id,
                                                                      std::optional<Uuid> after, int limit)
{
    const auto rows = co_await m_db.query(context, kMessages, id, after, limit);
    CARGO_CO_TRY(rows);
    std::vector<TicketMessage> list;
    for (int row = 0; row < rows->count(); ++row) {
        TicketMessage message;
        api::TicketMessageDto &dto = message.dto;
        dto.id = rows->uuid(row, 0);
        dto.ticketId = rows->id<TicketId>(row, 1);
        dto.authorId = rows->id<UserId>(row, 2);
        dto.fromStaff = rows->boolean(row, 3);
        dto.body = rows->text(row, 4);
        message.redactedBody = rows->text(row, 5);
        for (const QString &media : rows->text(row, 6).split(u',', Qt::SkipEmptyParts)) {
            if (const auto mediaId = MediaId::fromText(QStringView(media)))
                dto.attachments.push_back(*mediaId);
        }
        dto.createdAt = rows->timestamp(row, 7);
        list.push_back(std::move(message));
    }
    co_return list;
}

QCoro::Task<Result<std::pair<QByteArray, QByteArray>>> TicketStore::around(CallContextPtr context, TicketId id)
{
    const auto rows = co_await m_db.query(context, kAround, id);
    CARGO_CO_TRY(rows);
    if (rows->empty())
        co_return ErrorCode::NotFound;
    co_return std::pair(rows->bytes(0, 0), rows->isNull(0, 1) ? QByteArray("null") : rows->bytes(0, 1));
}

} // namespace cargo::support
