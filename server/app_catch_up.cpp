#include "server/app_catch_up.h"

#include <QPointer>
#include <QTimer>

#include <utility>

namespace cargo {

namespace {
constexpr qint64 kCallMs = 30'000;
constexpr int kAgainMs = 1'000;
} // namespace

CatchUp::CatchUp(Runtime &runtime, Features &features) : m_runtime(runtime), m_features(features)
{
    m_subscription = runtime.bus.subscribe(
        kBusGapTopic, [this](const QByteArray &) { QMetaObject::invokeMethod(this, &CatchUp::begin, Qt::QueuedConnection); });
}

CatchUp::~CatchUp() { m_runtime.bus.unsubscribe(m_subscription); }

void CatchUp::begin()
{
    m_isAsked = true;
    if (!m_isRunning)
        run();
}

QCoro::Task<void> CatchUp::run()
{
    const QPointer<CatchUp> self(this);
    m_isRunning = true;
    while (std::exchange(m_isAsked, false)) {
        const Outcome told = co_await tellAgain();
        if (!self)
            co_return;
        if (!told) { // the database is away as well
            QTimer::singleShot(kAgainMs, this, &CatchUp::begin);
            break;
        }
    }
    m_isRunning = false;
}

QCoro::Task<Outcome> CatchUp::tellAgain()
{
    const Timestamp now = m_runtime.clock.now();
    const auto context = std::make_shared<CallContext>(now, now.plusMs(kCallMs));
    CARGO_CO_TRY(co_await m_features.auth.sessions.tellEndedAgain(context));
    co_return co_await m_features.settings.service.tellAgain(context);
}

} // namespace cargo
