#pragma once

#include "server/features.h"

#include <QObject>

namespace cargo {

// After a time in which messages of other servers may have been lost: publishes again what this server's threads keep in memory
// and read from nowhere else, sessions that ended and settings that were changed. Lives on the jobs thread.
class CatchUp : public QObject
{
    Q_OBJECT
public:
    // Both outlive it.
    CatchUp(Runtime &runtime, Features &features);
    ~CatchUp() override;

private:
    void begin();
    QCoro::Task<void> run();
    QCoro::Task<Outcome> tellAgain();

    Runtime &m_runtime;
    Features &m_features;
    quint64 m_subscription = 0;
    bool m_isRunning = false;
    bool m_isAsked = false;
};

} // namespace cargo
