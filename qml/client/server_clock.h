#pragma once

#include <QtGlobal>

namespace cargo::client {

// The server's idea of now, Unix ms: deadlines are its, and the clock of a phone may be an hour off. One for the whole
// process, because countdowns stand everywhere and there is one server. Safe on any thread.
qint64 serverNowMs();
// What an answer's Date said, whole seconds, just now.
void hearServerClock(qint64 serverMs);
qint64 serverClockOffsetMs();
void setServerClockOffsetMs(qint64 offsetMs);

} // namespace cargo::client
