#pragma once

#include "server/core/runtime.h"
#include "shared/api/device_dto.h"

#include <QCoroTask>

namespace cargo::notifications {

struct Device
{
    Uuid id;
    Timestamp createdAt;
    bool isNew = false;
};

// SQL of devices. A token belongs to one user; of one user the newest limits::kDevicesPerUser stay.
class DeviceStore
{
public:
    explicit DeviceStore(Runtime &runtime) : m_db(runtime.db) {}

    QCoro::Task<Result<Device>> put(db::Transaction tx, UserId user, SessionId session, api::DeviceBody device, Timestamp now);
    QCoro::Task<Result<bool>> remove(CallContextPtr context, UserId user, QString token);
    QCoro::Task<Outcome> removeAll(CallContextPtr context, UserId user);

private:
    db::Database &m_db;
};

} // namespace cargo::notifications
