#pragma once

#include "server/core/answer.h"
#include "server/jobs/registry.h"
#include "server/notifications/device_store.h"

namespace cargo::notifications {

// Where push messages of a person go. A token that signs in elsewhere changes hands.
class DeviceService
{
public:
    explicit DeviceService(Runtime &runtime) : m_runtime(runtime), m_store(runtime) {}

    // 201, or 200 when it was there.
    QCoro::Task<Result<Answer>> put(CallContextPtr context, api::DeviceBody body);
    // Error: NotFound.
    QCoro::Task<Outcome> remove(CallContextPtr context, QString token);
    // Forgets the devices of closed accounts.
    void registerJobs(jobs::Registry &registry);

private:
    Runtime &m_runtime;
    DeviceStore m_store;
};

} // namespace cargo::notifications
