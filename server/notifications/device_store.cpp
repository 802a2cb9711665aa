#include "server/notifications/device_store.h"

#include "server/limits.h"

namespace cargo::notifications {

namespace {
const db::Query kPut{"devices.put",
                     R"(insert into devices (id, user_id, session_id, platform, token, created_at, seen_at)
       values ($1, $2, $3, $4, $5, $6, $6)
       on conflict (token) do update set user_id = excluded.user_id, session_id = excluded.session_id,
           platform = excluded.platform, seen_at = excluded.seen_at,
           id = case when devices.user_id = excluded.user_id then devices.id else excluded.id end,
           created_at = case when devices.user_id = excluded.user_id then devices.created_at else excluded.created_at end
       returning id, created_at, id = $1)"};
const db::Query kTrim{"devices.trim",
                      R"(delete from devices where user_id = $1::uuid and id in (
           select id from devices where user_id = $1::uuid order by seen_at desc, id desc offset $2::int))"};
const db::Query kRemove{"devices.remove", "delete from devices where user_id = $1 and token = $2"};
const db::Query kRemoveAll{"devices.remove_all", "delete from devices where user_id = $1"};
} // namespace

QCoro::Task<Result<Device>> DeviceStore::put(db::Transaction tx, UserId user, SessionId session, api::DeviceBody device,
                                             Timestamp now)
{
    const auto rows = co_await tx.run(kPut, newUuid(now), user, session, device.platform, device.token, now);
    CARGO_CO_TRY(rows);
    CARGO_CO_TRY(co_await tx.run(kTrim, user, limits::kDevicesPerUser));
    co_return Device{rows->uuid(0, 0), rows->timestamp(0, 1), rows->boolean(0, 2)};
}

QCoro::Task<Result<bool>> DeviceStore::remove(CallContextPtr context, UserId user, QString token)
{
    const auto rows = co_await m_db.write(context, kRemove, user, token);
    CARGO_CO_TRY(rows);
    co_return rows->affected() == 1;
}

QCoro::Task<Outcome> DeviceStore::removeAll(CallContextPtr context, UserId user)
{
    CARGO_CO_TRY(co_await m_db.write(context, kRemoveAll, user));
    co_return ok();
}

} // namespace cargo::notifications
