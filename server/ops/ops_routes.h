#pragma once

#include "server/db/database.h"
#include "server/http/router.h"

#include <atomic>
#include <functional>

namespace cargo::ops {

struct Readiness
{
    bool ready = false;
    QByteArray json;      // {"database":"ok","draining":false}
};
using ReadinessCheck = std::function<QCoro::Task<Readiness>(CallContextPtr)>;

// /healthz (the process answers), /readyz (it may get traffic), /metrics (Prometheus): for the private listener only.
void registerOps(http::Router &router, ReadinessCheck check);
// Asks the database once.
QCoro::Task<Readiness> readiness(db::Database *database, CallContextPtr context, const std::atomic<bool> *started,
                                 const std::atomic<bool> *draining);

} // namespace cargo::ops
