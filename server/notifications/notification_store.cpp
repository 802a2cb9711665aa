#include "server/notifications/notification_store.h"

#include "server/notifications/notification_kinds.h"
#include "shared/api/json_writer.h"

namespace cargo::notifications {

namespace {
const db::Query kList{"notifications.list", R"(
    select (select count(*) from notifications where user_id = $1::uuid and read_at is null),
        n.id, n.kind, n.data, n.created_at, n.read_at
    from (select 1) one
    left join lateral (
        select * from notifications where user_id = $1::uuid and ($2::uuid is null or id < $2::uuid)
        order by id desc limit $3::int
    ) n on true
    order by n.id desc)"};
const db::Query kMarkRead{"notifications.mark_read", R"(
    with marked as (
        update notifications set read_at = $4::timestamptz
        where user_id = $1::uuid and read_at is null and (id = any ($2::uuid[]) or id <= $3::uuid)
        returning 1
    )
    select (select count(*) from notifications where user_id = $1::uuid and read_at is null) - (select count(*) from marked))"};
// Not to those who have left, and not of what somebody does not want to hear of at all.
const db::Query kAdd{"notifications.add", R"(
    insert into notifications (id, user_id, kind, data, dedupe_key, created_at)
    select $1, u.id, $3, $4::json, $5, $6 from users u
    where u.id = $2 and u.status <> 'deleted' and coalesce((u.notification_settings -> $7::text ->> 'app')::boolean, true)
    on conflict on constraint notifications_once do nothing)"};
const db::Query kSettings{"notifications.settings", "select notification_settings from users where id = $1"};
const db::Query kSetSettings{"notifications.set_settings", "update users set notification_settings = $2::jsonb where id = $1"};
} // namespace

QByteArray NotificationRow::toJson() const
{
    api::JsonWriter out(256 + size_t(data.size()));
    out.beginObject().field("id", id).field("kind", kind).field("category", categoryWord(categoryOf(kind)));
    out.key("data").raw(data);
    out.field("created_at", createdAt).field("read_at", readAt).endObject();
    return out.take();
}

QCoro::Task<Result<NotificationStore::List>> NotificationStore::list(CallContextPtr context, UserId user,
                                                                     std::optional<Uuid> before, int limit)
{
    const auto rows = co_await m_database.query(context, kList, user, before, limit);
    if (!rows)
        co_return rows.error();
    List list;
    for (int row = 0; row < rows->count(); ++row) {
        list.unread = rows->int64(row, 0);
        if (rows->isNull(row, 1))
            continue;
        list.rows.push_back({rows->id<NotificationId>(row, 1), rows->bytes(row, 2), rows->bytes(row, 3), rows->timestamp(row, 4),
                             rows->optionalTimestamp(row, 5)});
    }
    co_return list;
}

QCoro::Task<Result<qint64>> NotificationStore::markRead(CallContextPtr context, UserId user, std::vector<NotificationId> ids,
                                                        std::optional<NotificationId> upTo, Timestamp now)
{
    const auto rows = co_await m_database.write(context, kMarkRead, user, ids, upTo, now);
    if (!rows)
        co_return rows.error();
    co_return rows->int64(0, 0);
}

QCoro::Task<Result<bool>> NotificationStore::add(db::Transaction tx, UserId user, NotificationRow row, QByteArray dedupeKey)
{
    const QByteArray category = categoryWord(categoryOf(row.kind));
    const auto rows = co_await tx.run(kAdd, row.id, user, row.kind, row.data, dedupeKey, row.createdAt, category);
    if (!rows)
        co_return rows.error();
    co_return rows->affected() == 1;
}

QCoro::Task<Result<QByteArray>> NotificationStore::settings(CallContextPtr context, UserId user)
{
    const auto rows = co_await m_database.read(context, kSettings, user);
    if (!rows)
        co_return rows.error();
    if (rows->empty())
        co_return ErrorCode::NotFound;
    co_return rows->bytes(0, 0);
}

QCoro::Task<Outcome> NotificationStore::setSettings(CallContextPtr context, UserId user, QByteArray json)
{
    const auto rows = co_await m_database.write(context, kSetSettings, user, json);
    if (!rows)
        co_return rows.error();
    co_return ok();
}

} // namespace cargo::notifications
