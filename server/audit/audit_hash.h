#pragma once

#include "shared/domain/clock.h"
#include "shared/domain/ids.h"

namespace cargo::audit {

// One line of the audit as it is hashed.
struct Entry
{
    Uuid stream;
    qint64 seq = 0;
    QByteArray action;
    Uuid actor;               // null: the system
    QByteArray details;
    Timestamp at;
    QByteArray previousHash;  // 32 bytes, zeros for the first
};

// SHA-256 over the fields in this order, each with its length before it, so that no two entries read alike.
QByteArray hashOf(const Entry &entry);

} // namespace cargo::audit
