#include "server/admin/queue_store.h"

#include "server/limits.h"

namespace cargo::admin {

namespace {
const db::Query kCounts{"admin.queue_counts", R"(
    select queue, count(*), count(*) filter (where due_at <= $2::timestamptz),
        count(*) filter (where assigned_to = $1::uuid or (claimed_by = $1::uuid and claimed_until > $2::timestamptz)),
        min(opened_at), min(due_at)
    from desk_items where closed_at is null and (snoozed_until is null or snoozed_until <= $2::timestamptz) group by queue
    union all select 'parked_events', count(*), 0, 0, min(created_at), null from outbox where parked_at is not null)"};

// $1 queue, $2 state, $3 text, $4 who asks, $5 now.
#define CARGO_STATE                                                                                                              \
    "from desk_items i where i.queue = $1 and i.closed_at is null "                                                              \
    "and ($2 = 'snoozed') = (i.snoozed_until is not null and i.snoozed_until > $5::timestamptz) and case $2::text "              \
    "when 'mine' then i.assigned_to = $4::uuid or (i.claimed_by = $4::uuid and i.claimed_until > $5::timestamptz) "              \
    "when 'unclaimed' then i.claimed_by is null or i.claimed_until <= $5::timestamptz "                                          \
    "when 'overdue' then i.due_at <= $5::timestamptz else true end and ($3::text = '' "
#define CARGO_WAITING                                                                                                            \
    CARGO_STATE "or strpos(lower(i.title), $3) > 0 or strpos(lower(i.detail), $3) > 0 "                                          \
                "or exists (select from users u where u.id = i.user_id and strpos(lower(u.display_name), $3) > 0)) "
// $5 now, $6 how many seconds a look counts.
#define CARGO_VIEWERS                                                                                                            \
    "(select coalesce(json_agg(json_build_object('staff_id', v.staff_id, 'name', s.display_name) order by s.display_name), "     \
    "'[]') from desk_viewers v join users s on s.id = v.staff_id where v.queue = i.queue and v.item_id = i.item_id "             \
    "and v.seen_at > $5::timestamptz - $6::int * interval '1 second') "
// $7 the last one of the page before, $8 limit. `columns` are those of an index; the page goes along it.
#define CARGO_PAGE(columns, order, beyond)                                                                                       \
    "select i.item_id, coalesce(nullif(i.title, ''), u.display_name, ''), i.detail, i.user_id, u.display_name, u.role, "         \
    "i.deal_id, i.opened_at, i.due_at, i.priority, case when i.snoozed_until > $5::timestamptz then i.snoozed_until end, "       \
    "i.assigned_to, a.display_name, case when i.claimed_until > $5::timestamptz then i.claimed_by end, c.display_name, "         \
    "i.claimed_until, " CARGO_VIEWERS "from (select i.* " CARGO_WAITING "and ($7::uuid is null or (" columns ") " beyond         \
    " (select " columns " from desk_items i where i.queue = $1 and i.item_id = $7::uuid)) order by " order                       \
    " limit $8::int) i left join users u on u.id = i.user_id left join users a on a.id = i.assigned_to "                         \
    "left join users c on c.id = i.claimed_by order by " order
#define CARGO_PRIORITY "(-i.priority), i.due_at, i.item_id"
const db::Query kByDue{"admin.queue_by_due", CARGO_PAGE("i.due_at, i.item_id", "i.due_at, i.item_id", ">")};
const db::Query kByDueDown{"admin.queue_by_due_down", CARGO_PAGE("i.due_at, i.item_id", "i.due_at desc, i.item_id desc", "<")};
const db::Query kByAge{"admin.queue_by_age", CARGO_PAGE("i.opened_at, i.item_id", "i.opened_at, i.item_id", ">")};
const db::Query kByAgeDown{"admin.queue_by_age_down",
                           CARGO_PAGE("i.opened_at, i.item_id", "i.opened_at desc, i.item_id desc", "<")};
const db::Query kByPriority{"admin.queue_by_priority", CARGO_PAGE(CARGO_PRIORITY, CARGO_PRIORITY, ">")};
const db::Query kByPriorityDown{"admin.queue_by_priority_down",
                                CARGO_PAGE(CARGO_PRIORITY, "(-i.priority) desc, i.due_at desc, i.item_id desc", "<")};
// Along an index alone, for the queue as it opens; and for one that is searched.
const db::Query kTotal{"admin.queue_total", "select count(*) " CARGO_STATE ")"};
const db::Query kTotalFound{"admin.queue_total_found", "select count(*) " CARGO_WAITING};
#undef CARGO_PRIORITY
#undef CARGO_PAGE
#undef CARGO_WAITING
#undef CARGO_STATE

const db::Query kStaff{"admin.staff_who", R"(
    select id from users where role = 'staff' and status = 'active' and permissions & $1::int <> 0
        and ($2::uuid is null or id = $2::uuid) order by id)"};
const db::Query kLook{"admin.look", R"(
    insert into desk_viewers (queue, item_id, staff_id, seen_at) values ($1, $2, $3, $4)
    on conflict (queue, item_id, staff_id) do update set seen_at = excluded.seen_at)"};
const db::Query kSessionEnds{"admin.session_ends", "select expires_at from sessions where id = $1"};
const db::Query kForget{"admin.forget_looks", "delete from desk_viewers where seen_at <= $1::timestamptz - interval '1 hour'"};
const db::Query kViewers{"admin.viewers",
                         "select " CARGO_VIEWERS " from (select $1::text as queue, $2::uuid as item_id, $3::text, $4::text) i"};
#undef CARGO_VIEWERS

const db::Query &queryOf(const QueueAsk &ask)
{
    switch (ask.sort) {
    case QueueSort::OpenedAt: return ask.descending ? kByAgeDown : kByAge;
    case QueueSort::Priority: return ask.descending ? kByPriorityDown : kByPriority;
    case QueueSort::DueAt: break;
    }
    return ask.descending ? kByDueDown : kByDue;
}

std::optional<Named> namedAt(const db::Rows &rows, int row, int column)
{
    if (rows.isNull(row, column))
        return std::nullopt;
    return Named{rows.id<UserId>(row, column), rows.bytes(row, column + 1)};
}

QueueLine lineAt(const db::Rows &rows, int row)
{
    QueueLine line;
    line.id = rows.uuid(row, 0);
    line.title = rows.bytes(row, 1);
    line.detail = rows.bytes(row, 2);
    line.user = rows.optionalId<UserId>(row, 3);
    line.userName = rows.bytes(row, 4);
    line.userRole = rows.bytes(row, 5);
    line.deal = rows.optionalId<DealId>(row, 6);
    line.openedAt = rows.timestamp(row, 7);
    line.dueAt = rows.timestamp(row, 8);
    line.priority = rows.int32(row, 9);
    line.snoozedUntil = rows.optionalTimestamp(row, 10);
    line.assignedTo = namedAt(rows, row, 11);
    line.claimedBy = namedAt(rows, row, 13);
    line.claimedUntil = rows.optionalTimestamp(row, 15);
    line.viewers = rows.bytes(row, 16);
    return line;
}
} // namespace

QCoro::Task<Result<std::vector<QueueCount>>> QueueStore::counts(CallContextPtr context, UserId me, Timestamp now)
{
    const auto rows = co_await m_db.query(context, kCounts, me, now);
    CARGO_CO_TRY(rows);
    std::vector<QueueCount> counts;
    for (int row = 0; row < rows->count(); ++row)
        counts.push_back({rows->bytes(row, 0), rows->int64(row, 1), rows->int64(row, 2), rows->int64(row, 3),
                          rows->optionalTimestamp(row, 4), rows->optionalTimestamp(row, 5)});
    co_return counts;
}

QCoro::Task<Result<std::vector<QueueLine>>> QueueStore::page(CallContextPtr context, QueueAsk ask)
{
    const auto rows = co_await m_db.query(context, queryOf(ask), ask.queue, ask.state, ask.text.toLower(), ask.me, ask.now,
                                          limits::kViewerSeconds, ask.after, ask.limit + 1);
    CARGO_CO_TRY(rows);
    std::vector<QueueLine> lines;
    for (int row = 0; row < rows->count(); ++row)
        lines.push_back(lineAt(*rows, row));
    co_return lines;
}

QCoro::Task<Result<qint64>> QueueStore::total(CallContextPtr context, QueueAsk ask)
{
    const auto rows = co_await m_db.query(context, ask.text.isEmpty() ? kTotal : kTotalFound, ask.queue, ask.state,
                                          ask.text.toLower(), ask.me, ask.now);
    CARGO_CO_TRY(rows);
    co_return rows->int64(0, 0);
}

QCoro::Task<Result<std::vector<UserId>>> QueueStore::staffWho(db::Transaction tx, quint32 permissions, std::optional<UserId> only)
{
    const auto rows = co_await tx.run(kStaff, int(permissions), only);
    CARGO_CO_TRY(rows);
    std::vector<UserId> staff;
    for (int row = 0; row < rows->count(); ++row)
        staff.push_back(rows->id<UserId>(row, 0));
    co_return staff;
}

QCoro::Task<Result<std::optional<Timestamp>>> QueueStore::sessionEnds(db::Transaction tx, SessionId session)
{
    const auto rows = co_await tx.run(kSessionEnds, session);
    if (!rows)
        co_return rows.error();
    co_return rows->empty() ? std::optional<Timestamp>() : rows->optionalTimestamp(0, 0);
}

QCoro::Task<Result<QByteArray>> QueueStore::look(db::Transaction tx, QByteArray queue, Uuid item, UserId staff, Timestamp now)
{
    CARGO_CO_TRY(co_await tx.run(kForget, now));
    CARGO_CO_TRY(co_await tx.run(kLook, queue, item, staff, now));
    const auto rows = co_await tx.run(kViewers, queue, item, "", "", now, limits::kViewerSeconds);
    CARGO_CO_TRY(rows);
    co_return rows->bytes(0, 0);
}

} // namespace cargo::admin
