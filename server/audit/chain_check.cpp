#include "server/audit/chain_check.h"

namespace cargo::audit {

namespace {
constexpr size_t kMaxBroken = 100;

void tell(Report *report, const Broken &broken)
{
    if (report->broken.size() < kMaxBroken)
        report->broken.push_back(broken);
}
} // namespace

void ChainCheck::add(const Entry &entry, const QByteArray &hash)
{
    if (m_report->entries == 0 || entry.stream != m_stream) {
        m_stream = entry.stream;
        m_expectedSeq = 1;
        m_expectedPrevious = QByteArray(32, '\0');
        m_streamBroken = false;
        ++m_report->streams;
    }
    ++m_report->entries;
    const char *what = entry.seq != m_expectedSeq                 ? "number"
                       : entry.previousHash != m_expectedPrevious ? "link"
                       : hashOf(entry) != hash                    ? "hash"
                                                                  : nullptr;
    if (what && !m_streamBroken) {
        tell(m_report, {entry.stream, entry.seq, what});
        m_streamBroken = true;
    }
    m_expectedSeq = entry.seq + 1;
    m_expectedPrevious = hash;
}

Entry entryAt(const db::Rows &rows, int row)
{
    return {rows.uuid(row, 0),  rows.int64(row, 1),     rows.bytes(row, 2), rows.uuid(row, 3),
            rows.bytes(row, 4), rows.timestamp(row, 5), rows.blob(row, 6)};
}

QByteArray checkDay(const SealedDay &sealed, const QByteArray &previousRoot, const std::vector<Head> &heads, qint64 entries,
                    Report *report)
{
    const bool same = sealed.previousRoot == previousRoot && sealed.root == rootOf(previousRoot, sealed.day, heads)
                      && sealed.entries == entries;
    if (!same)
        tell(report, {Uuid{}, 0, "root of " + sealed.day});
    ++report->days;
    return sealed.root;
}

} // namespace cargo::audit
