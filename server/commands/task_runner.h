#pragma once

#include "server/bus/in_process_bus.h"
#include "server/core/run_here.h"
#include "server/core/runtime.h"

namespace cargo::commands {

// A Runtime for one command, and the way to run a coroutine of a service to its end.
class TaskRunner
{
public:
    TaskRunner(config::Settings settings, const QByteArray &databaseUrl, const Clock &clock)
        : m_settings(std::move(settings)), m_clock(clock),
          m_database(options(databaseUrl)), m_runtime{m_database, m_settings, m_clock, m_bus, m_cpu}
    {
    }
    Runtime &runtime() { return m_runtime; }
    InProcessBus &bus() { return m_bus; }
    CpuPool &cpu() { return m_cpu; }
    CallContextPtr call() const { return std::make_shared<CallContext>(m_clock.now(), m_clock.now().plusMs(600'000)); }

    template <typename T>
    T run(QCoro::Task<T> task)
    {
        return runHere(std::move(task));
    }

private:
    static db::DatabaseOptions options(const QByteArray &url)
    {
        db::DatabaseOptions made;
        made.url = url;
        made.statementTimeoutMs = 600'000;
        return made;
    }

    config::Settings m_settings;
    const Clock &m_clock;
    InProcessBus m_bus;
    CpuPool m_cpu;
    db::Database m_database;
    Runtime m_runtime;
};

} // namespace cargo::commands
