#pragma once

#include "server/bus/bus.h"
#include "server/config/settings.h"
#include "server/core/cpu_pool.h"
#include "server/db/database.h"
#include "shared/domain/clock.h"

namespace cargo {

// What one event-loop thread offers to the features that live on it. Each worker thread, and the jobs thread, has one;
// `db` belongs to the thread, everything else is shared and thread-safe. Features keep a reference: it outlives them.
struct Runtime
{
    db::Database &db;
    const config::Settings &settings;
    const Clock &clock;
    Bus &bus;
    CpuPool &cpu;
};

} // namespace cargo
