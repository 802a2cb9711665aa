#pragma once

#include "server/jobs/outbox.h"
#include "server/jobs/scheduler.h"

namespace cargo::jobs {

// Where features say at start which outbox topics and timers they answer. One handler for a timer kind; several readers
// of a topic are run one after another, each remembered as done, so that one's failure does not repeat the others.
class Registry
{
public:
    virtual ~Registry() = default;
    virtual void onEvent(QByteArray topic, QByteArray readerName, OutboxHandler handler) = 0;
    virtual void onTimer(QByteArray kind, TimerHandler handler) = 0;
};

} // namespace cargo::jobs
