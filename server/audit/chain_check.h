#pragma once

#include "server/audit/audit_hash.h"
#include "server/db/rows.h"

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

// Takes the entries in order of stream and number, and says which of them do not follow from the one before.
class ChainCheck
{
public:
    explicit ChainCheck(Report *report) : m_report(report) {}
    void add(const Entry &entry, const QByteArray &hash);

private:
    Report *m_report;
    Uuid m_stream;
    qint64 m_expectedSeq = 0;
    QByteArray m_expectedPrevious;
    bool m_streamBroken = false;
};

// A row of: stream, seq, action, actor_id, details, at, previous_hash.
Entry entryAt(const db::Rows &rows, int row);

struct SealedDay
{
    QByteArray day; // "2026-11-18"
    qint64 entries = 0;
    QByteArray previousRoot;
    QByteArray root;
};
// Compares a seal with what stands there now: the heads of that day and their number of entries. Answers the day's root.
QByteArray checkDay(const SealedDay &sealed, const QByteArray &previousRoot, const std::vector<Head> &heads, qint64 entries,
                    Report *report);

} // namespace cargo::audit
