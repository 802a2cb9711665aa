#include "server/reports/report_store.h"

#include "shared/api/json_writer.h"

namespace cargo::reports {

namespace {

// Of one thing one report is filed or decided at a time: whoever comes second sees what the first has done.
#define CARGO_ONE_AT_A_TIME(kind, subject)                                                                                       \
    "select pg_advisory_xact_lock(hashtextextended(" kind "::text || " subject "::text, 0))"
const db::Query kQueueUp{"reports.queue_up", CARGO_ONE_AT_A_TIME("$1", "$2::uuid")};
const db::Query kQueueUpFor{"reports.queue_up_for", CARGO_ONE_AT_A_TIME("kind", "subject_id") " from reports where id = $1"};
#undef CARGO_ONE_AT_A_TIME
const db::Query kInsert{"reports.insert", R"(
    insert into reports (id, kind, subject_id, about_id, reporter_id, reason, text, created_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8)
    on conflict (reporter_id, kind, subject_id) where closed_at is null
        do update set reason = excluded.reason, text = excluded.text)"};
// The first of the open ones stands in the queue for all of them.
const db::Query kCase{"reports.case", R"(
    select (array_agg(r.id order by r.id))[1], count(*), coalesce(
        case r.kind when 'listing' then (select brand || ' ' || model || ' ' || year from listings where id = r.subject_id)
                    when 'user' then ''
                    else (select left(redacted_body, 120) from messages where id = r.subject_id) end, '')
    from reports r where r.kind = $1 and r.subject_id = $2 and r.closed_at is null group by r.kind, r.subject_id)"};
const db::Query kMessage{"reports.message", R"(
    select m.sender_id, m.masked and c.contacts_open_at is null and m.deleted_at is null from messages m join conversations c on c.id = m.conversation_id
    where m.id = $1 and $2::uuid in (c.buyer_id, c.driver_id) and m.sender_id is not null)"};
// What it is about in a line: a message as the other side sees it.
const db::Query kOpen{"reports.open", R"(
    select r.id, r.kind, r.subject_id, r.reason, r.text, r.created_at, a.card, p.card,
        (select count(*) from reports o where o.kind = r.kind and o.subject_id = r.subject_id and o.closed_at is null),
        case r.kind when 'listing' then (select brand || ' ' || model || ' ' || year from listings where id = r.subject_id)
                    when 'user' then a.display_name
                    else (select left(redacted_body, 500) from messages where id = r.subject_id) end,
        case when r.kind in ('message', 'filter') then (select conversation_id from messages where id = r.subject_id) end
    from reports r join users a on a.id = r.about_id join users p on p.id = r.reporter_id
    where r.closed_at is null and (coalesce($1::text, '') = '' or r.kind = $1)
      and ($2::uuid is null or (r.created_at, r.id) > (select created_at, id from reports where id = $2::uuid))
    order by r.created_at, r.id limit $3)"};
const db::Query kLock{
    "reports.lock",
    "select id, kind, subject_id, reporter_id, about_id, closed_at is not null from reports where id = $1 for no key update"};
const db::Query kClose{"reports.close", R"(
    update reports set closed_at = $5, decision = $3, decision_text = $4, decided_by = $6
    where kind = $1 and subject_id = $2 and closed_at is null returning id, reporter_id)"};

} // namespace

QCoro::Task<Outcome> ReportStore::insert(db::Transaction tx, NewReport report)
{
    const Uuid id = newUuid(report.at);
    CARGO_CO_TRY(co_await tx.run(kQueueUp, report.kind, report.subject));
    CARGO_CO_TRY(co_await tx.run(kInsert, id, report.kind, report.subject, report.about, report.reporter, report.reason,
                                 report.text, report.at));
    co_return ok();
}

QCoro::Task<Result<ReportCase>> ReportStore::caseOf(db::Transaction tx, QByteArray kind, Uuid subject)
{
    const auto rows = co_await tx.run(kCase, kind, subject);
    CARGO_CO_TRY(rows);
    co_return ReportCase{rows->uuid(0, 0), rows->int32(0, 1), rows->text(0, 2)};
}

QCoro::Task<Result<std::optional<ReportStore::Message>>> ReportStore::message(db::Transaction tx, Uuid message, UserId reader)
{
    const auto rows = co_await tx.run(kMessage, message, reader);
    CARGO_CO_TRY(rows);
    std::optional<Message> found;
    if (!rows->empty())
        found = Message{rows->id<UserId>(0, 0), rows->boolean(0, 1)};
    co_return found;
}

QCoro::Task<Result<ReportStore::Page>> ReportStore::open(CallContextPtr context, QByteArray kind, std::optional<Uuid> after,
                                                         int limit)
{
    const auto rows = co_await m_db.query(context, kOpen, kind, after, limit + 1);
    CARGO_CO_TRY(rows);
    Page page;
    api::JsonWriter out(4096);
    out.beginArray();
    const int shown = std::min(rows->count(), limit);
    for (int row = 0; row < shown; ++row) {
        out.beginObject().field("id", rows->uuid(row, 0)).field("kind", rows->bytes(row, 1));
        out.field("subject_id", rows->uuid(row, 2)).field("reason", rows->bytes(row, 3)).field("text", rows->bytes(row, 4));
        out.field("created_at", rows->timestamp(row, 5)).key("about").raw(rows->bytes(row, 6));
        out.key("reporter").raw(rows->bytes(row, 7)).field("open_of_same", rows->int64(row, 8));
        out.field("excerpt", rows->bytes(row, 9));
        out.field("conversation_id", rows->optionalId<ConversationId>(row, 10)).endObject();
    }
    out.endArray();
    page.items = out.take();
    if (rows->count() > limit)
        page.next = rows->uuid(limit - 1, 0);
    co_return page;
}

QCoro::Task<Result<std::optional<ReportStore::Found>>> ReportStore::lock(db::Transaction tx, Uuid id)
{
    CARGO_CO_TRY(co_await tx.run(kQueueUpFor, id));
    const auto rows = co_await tx.run(kLock, id);
    CARGO_CO_TRY(rows);
    if (rows->empty())
        co_return std::optional<Found>();
    Found found;
    found.report = {rows->uuid(0, 0), rows->bytes(0, 1), rows->uuid(0, 2), rows->id<UserId>(0, 3)};
    found.about = rows->id<UserId>(0, 4);
    found.closed = rows->boolean(0, 5);
    co_return std::optional<Found>(found);
}

QCoro::Task<Result<std::vector<OpenReport>>> ReportStore::close(db::Transaction tx, OpenReport like, QString decision,
                                                                QString text, UserId by, Timestamp now)
{
    const auto rows = co_await tx.run(kClose, like.kind, like.subject, decision, text, now, by);
    CARGO_CO_TRY(rows);
    std::vector<OpenReport> closed;
    for (int row = 0; row < rows->count(); ++row)
        closed.push_back({rows->uuid(row, 0), like.kind, like.subject, rows->id<UserId>(row, 1)});
    co_return closed;
}

} // namespace cargo::reports
