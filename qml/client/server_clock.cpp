#include "qml/client/server_clock.h"

#include <QDateTime>

#include <atomic>

namespace cargo::client {
namespace {

// Below this the difference is the way of the answer and the missing milliseconds, not the clock.
constexpr qint64 kTrustMs = 2500;

std::atomic<qint64> offset{0};

} // namespace

qint64 serverClockOffsetMs() { return offset; }
void setServerClockOffsetMs(qint64 offsetMs) { offset = offsetMs; }
qint64 serverNowMs() { return QDateTime::currentMSecsSinceEpoch() + offset; }

void hearServerClock(qint64 serverMs)
{
    const qint64 heard = serverMs + 500; // the middle of the second
    const qint64 ours = QDateTime::currentMSecsSinceEpoch();
    if (qAbs(heard - ours) <= kTrustMs)
        offset = 0; // our own clock is right
    else if (qAbs(heard - ours - offset) > kTrustMs)
        offset = heard - ours;
}

} // namespace cargo::client
