#pragma once

#include "shared/domain/ids.h"

#include <QByteArray>

#include <vector>

namespace cargo::ws {

// One entry of the bus topics "ws.events" and "ws.volatile": [{"user": uuid, "seq": n, "frame": {…}}, …].
struct BusEvent
{
    UserId user;
    qint64 seq = 0;   // 0: not numbered
    QByteArray frame; // the object as it stood in the payload, byte for byte
};

// Entries that are not well-formed are left out; text that is not JSON gives nothing.
std::vector<BusEvent> readBusEvents(const QByteArray &payload);
QByteArray writeBusEvents(const std::vector<UserId> &users, const QByteArray &frame);

} // namespace cargo::ws
