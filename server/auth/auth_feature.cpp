#include "server/auth/auth_feature.h"

#include "server/jobs/scheduler.h"

namespace cargo::auth {

namespace {

constexpr char kSweepTimer[] = "auth.sweep";
// Ended and expired sessions stay a while for the user's list and for staff.
constexpr qint64 kKeepMs = 30 * kDayMs;

} // namespace

void AuthFeature::registerJobs(jobs::Registry &registry)
{
    codes.registerOn(registry);
    accounts.registerOn(registry);
    registry.onTimer(kSweepTimer, [this](CallContextPtr context, Uuid, Timestamp) { return sweep(std::move(context)); });
}

QCoro::Task<Outcome> AuthFeature::start(CallContextPtr context)
{
    CARGO_CO_TRY(co_await sessions.loadEnded(context));
    const auto tx = co_await runtime.db.begin(context);
    if (!tx)
        co_return tx.error();
    CARGO_CO_TRY(co_await jobs::setTimer(*tx, kSweepTimer, Uuid(), runtime.clock.now().plusMs(kHourMs)));
    co_return co_await tx->commit();
}

QCoro::Task<Outcome> AuthFeature::sweep(CallContextPtr context)
{
    CARGO_CO_TRY(co_await store.sweep(context, runtime.clock.now().plusMs(-kKeepMs)));
    const auto tx = co_await runtime.db.begin(context);
    if (!tx)
        co_return tx.error();
    CARGO_CO_TRY(co_await jobs::setTimer(*tx, kSweepTimer, Uuid(), runtime.clock.now().plusMs(kDayMs)));
    co_return co_await tx->commit();
}

} // namespace cargo::auth
