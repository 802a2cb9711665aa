#include "server/jobs/outbox.h"

#include "server/jobs/wake.h"
#include "shared/api/json_writer.h"
#include "shared/domain/notification_kinds.h"

namespace cargo::jobs {

namespace {
const db::Query kAppend{"outbox.append", R"(
    insert into outbox (topic, key, payload, created_at, available_at) values ($1, $2, $3::json, $4, $4))"};
}

QCoro::Task<Outcome> append(db::Transaction tx, OutboxEvent event)
{
    auto rows = co_await tx.run(kAppend, event.topic, event.key, event.payload, tx.context()->startedAt);
    if (!rows)
        co_return rows.error();
    tx.afterCommit(&wakeRelay);
    co_return ok();
}

QCoro::Task<Outcome> pushToUsers(db::Transaction tx, std::vector<UserId> users, QByteArray type, QByteArray frameFields)
{
    if (users.empty())
        co_return ok();
    api::JsonWriter json;
    json.beginObject().key("users").beginArray();
    for (const UserId &user : users)
        json.value(user);
    json.endArray().field("type", type).key("fields").raw(frameFields).endObject();
    OutboxEvent event{"ws", users.front().toText(), json.take()};
    co_return co_await append(std::move(tx), std::move(event));
}

QCoro::Task<Outcome> notifyUser(db::Transaction tx, UserId user, QByteArray kind, QByteArray data, QByteArray dedupeKey)
{
    Q_ASSERT_X(isNotificationKind(kind), "notifyUser", kind.constData()); // the apps would have no words for it
    api::JsonWriter json;
    json.beginObject().field("user_id", user).field("kind", kind).key("data").raw(data);
    json.field("dedupe_key", dedupeKey).endObject();
    OutboxEvent event{"notify", user.toText(), json.take()};
    co_return co_await append(std::move(tx), std::move(event));
}

} // namespace cargo::jobs
