#pragma once

#include "server/db/blocking.h"

namespace cargo::audit {

struct Broken
{
    Uuid stream;
    qint64 seq = 0;
    QByteArray what; // "hash", "link", "number", "root of 2026-11-18"
};
struct Report
{
    qint64 streams = 0;
    qint64 entries = 0;
    qint64 days = 0;            // sealed ones
    std::vector<Broken> broken; // the first of each stream, at most 100
};

// Recomputes every hash, link and number of the audit, and the root of every sealed day. For command line and tests: it waits.
Result<Report> verify(db::BlockingConnection &connection);

} // namespace cargo::audit
