#include "server/core/log.h"
#include "server/jobs/scheduler.h"
#include "server/stats/stat_routes.h"

#include <QElapsedTimer>

#include <algorithm>

namespace cargo::stats {

namespace {
constexpr char kTimer[] = "stats.refresh";
// As often as costs a fiftieth of a processor's time.
constexpr qint64 kLeastMs = kMinuteMs;
constexpr qint64 kMostMs = 15 * kMinuteMs;
constexpr qint64 kShare = 50;
// Five views, each over every deal.
constexpr qint64 kRefreshMs = 10 * kMinuteMs;
} // namespace

void StatJob::registerOn(jobs::Registry &registry)
{
    registry.onTimer(kTimer, [this](CallContextPtr context, Uuid, Timestamp) { return refresh(context); });
}

QCoro::Task<Outcome> StatJob::arm(CallContextPtr context)
{
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    CARGO_CO_TRY(co_await jobs::setTimer(*tx, kTimer, Uuid{}, m_runtime.clock.now()));
    co_return co_await tx->commit();
}

QCoro::Task<Outcome> StatJob::refresh(CallContextPtr context)
{
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    CARGO_CO_TRY(co_await jobs::setTimer(*tx, kTimer, Uuid{}, m_runtime.clock.now().plusMs(m_everyMs)));
    CARGO_CO_TRY(co_await tx->commit());
    // Beside the timers, which are worked off one after another: the deals' clocks do not wait for figures.
    if (!m_refreshing)
        run();
    co_return ok();
}

QCoro::Task<void> StatJob::run()
{
    m_refreshing = true;
    QElapsedTimer took;
    took.start();
    const Timestamp now = m_runtime.clock.now();
    const auto context = std::make_shared<CallContext>(now, now.plusMs(kRefreshMs));
    if (const auto done = co_await m_store.refresh(context, now); !done)
        log::warning("stats.not_refreshed", {{"detail", done.error().detail}});
    m_everyMs = std::clamp(took.elapsed() * kShare, kLeastMs, kMostMs);
    m_refreshing = false;
}

} // namespace cargo::stats
