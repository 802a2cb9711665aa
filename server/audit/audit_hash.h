#pragma once

#include "shared/domain/clock.h"
#include "shared/domain/ids.h"

#include <vector>

namespace cargo::audit {

// One line of the audit as it is hashed.
struct Entry
{
    Uuid stream;
    qint64 seq = 0;
    QByteArray action;
    Uuid actor; // null: the system
    QByteArray details;
    Timestamp at;
    QByteArray previousHash; // 32 bytes, zeros for the first
};

// SHA-256 over the fields in this order, each with its length before it, so that no two entries read alike.
QByteArray hashOf(const Entry &entry);

// The last hash that a stream had on a day.
struct Head
{
    Uuid stream;
    QByteArray hash;
};
// What a day is sealed with: over the root before, the day ("2026-11-18", UTC) and the heads in order of their streams. It
// shows what the chains alone do not: a stream that was cut at its end, or is gone.
QByteArray rootOf(const QByteArray &previousRoot, const QByteArray &day, const std::vector<Head> &heads);

} // namespace cargo::audit
