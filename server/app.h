#pragma once

#include "server/config/settings.h"
#include "shared/domain/clock.h"
#include "shared/domain/result.h"

#include <QtGlobal>

#include <memory>

namespace cargo {

// The whole server in one object: cluster, migrations, jobs thread, worker threads, listeners. The composition root: with
// features.h the only place that knows every feature and every adapter. main() runs one; tests run several in one process,
// with a clock of their own.
class App
{
public:
    // `clock` outlives the App.
    App(config::Settings settings, const Clock &clock);
    ~App();
    App(const App &) = delete;
    App &operator=(const App &) = delete;

    // Everything that can fail at start fails here, with words that say what to do. Blocking.
    Outcome start();
    // Stops accepting, lets requests end, stops jobs, then the database. Blocking, bounded by limits::kDrainMs.
    void stop();

    quint16 port() const;
    quint16 opsPort() const;
    QByteArray databaseUrl() const;
    const config::Settings &settings() const;
    // Makes the jobs thread look at outbox and timers now: for tests that moved their clock.
    void pokeJobs();

    struct Private;

private:
    std::unique_ptr<Private> d;
};

// Real time.
class SystemClock final : public Clock
{
public:
    Timestamp now() const override;
};

} // namespace cargo
