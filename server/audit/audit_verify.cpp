#include "server/audit/audit_verify.h"

#include "server/audit/audit_hash.h"

#include <vector>

namespace cargo::audit {

Result<Report> verify(db::BlockingConnection &connection)
{
    // A cursor keeps memory flat however long the audit has grown.
    auto begun = connection.execute("begin transaction isolation level repeatable read read only");
    if (!begun)
        return begun.error();
    auto opened = connection.execute("declare audit no scroll cursor for select stream, seq, action, actor_id, details, at, "
                                     "previous_hash, hash from events_audit order by stream, seq");
    if (!opened)
        return opened.error();
    Report report;
    Uuid stream;
    qint64 expectedSeq = 0;
    QByteArray expectedPrevious;
    bool streamBroken = false;
    for (;;) {
        auto rows = connection.execute("fetch 5000 from audit");
        if (!rows)
            return rows.error();
        if (rows->empty())
            break;
        for (int row = 0; row < rows->count(); ++row) {
            const Uuid own = rows->uuid(row, 0);
            if (report.entries == 0 || own != stream) {
                stream = own;
                expectedSeq = 1;
                expectedPrevious = QByteArray(32, '\0');
                streamBroken = false;
                ++report.streams;
            }
            ++report.entries;
            Entry entry{own, rows->int64(row, 1), rows->bytes(row, 2), rows->uuid(row, 3),
                        rows->bytes(row, 4), rows->timestamp(row, 5), rows->blob(row, 6)};
            const QByteArray hash = rows->blob(row, 7);
            const char *what = entry.seq != expectedSeq ? "number"
                : entry.previousHash != expectedPrevious ? "link"
                : hashOf(entry) != hash                  ? "hash"
                                                         : nullptr;
            if (what && !streamBroken && report.broken.size() < 100) {
                report.broken.push_back({own, entry.seq, what});
                streamBroken = true;
            }
            expectedSeq = entry.seq + 1;
            expectedPrevious = hash;
        }
    }
    auto ended = connection.execute("rollback");
    if (!ended)
        return ended.error();
    return report;
}

} // namespace cargo::audit
