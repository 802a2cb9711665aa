#include "server/ws/event_log.h"

namespace cargo::ws {

namespace {
const db::Query kEventsAfter{"ws.events_after", R"(
    select c.seq, e.seq, e.frame
    from (select coalesce((select seq from user_event_counters where user_id = $1::uuid), 0) as seq) c
    left join lateral (
        select seq, frame from user_events where user_id = $1::uuid and seq > $2::bigint order by seq limit $3::int
    ) e on true
    order by e.seq)"};
const db::Query kNumbers{"ws.numbers", R"(
    select user_id, seq from user_event_counters where user_id = any(string_to_array($1, ',')::uuid[]))"};
} // namespace

QCoro::Task<Result<EventLogStore::Page>> EventLogStore::after(CallContextPtr context, UserId user, qint64 seq, int limit)
{
    auto rows = co_await m_database.query(context, kEventsAfter, user, seq, limit);
    if (!rows)
        co_return rows.error();
    Page page;
    page.currentSeq = rows->empty() ? 0 : rows->int64(0, 0);
    page.events.reserve(size_t(rows->count()));
    for (int row = 0; row < rows->count(); ++row) {
        if (!rows->isNull(row, 1))
            page.events.push_back({rows->int64(row, 1), rows->bytes(row, 2)});
    }
    co_return page;
}

QCoro::Task<Result<EventLogStore::Numbers>> EventLogStore::current(CallContextPtr context, std::vector<UserId> users)
{
    QByteArray list("");
    for (const UserId &user : users)
        list += (list.isEmpty() ? "" : ",") + user.toText();
    const auto rows = co_await m_database.query(context, kNumbers, list);
    if (!rows)
        co_return rows.error();
    Numbers numbers;
    for (int row = 0; row < rows->count(); ++row)
        numbers.emplace_back(rows->id<UserId>(row, 0), rows->int64(row, 1));
    co_return numbers;
}

} // namespace cargo::ws
