#include "server/audit/audit_verify.h"

#include "server/audit/audit_hash.h"

#include <vector>

namespace cargo::audit {

namespace {

constexpr size_t kMaxBroken = 100;

Outcome verifyRoots(db::BlockingConnection &connection, Report *report)
{
    const auto roots = connection.execute("select day::text, entries, previous_root, root from audit_roots order by day");
    if (!roots)
        return roots.error();
    QByteArray previous(32, '\0');
    for (int row = 0; row < roots->count(); ++row) {
        const QByteArray day = roots->bytes(row, 0);
        const db::Params onDay = db::Params::of(day);
        const auto heads = connection.run("select distinct on (stream) stream, hash, count(*) over () from events_audit "
                                          "where at >= $1::date and at < $1::date + 1 order by stream, seq desc",
                                          onDay);
        if (!heads)
            return heads.error();
        std::vector<Head> list;
        for (int i = 0; i < heads->count(); ++i)
            list.push_back({heads->uuid(i, 0), heads->blob(i, 1)});
        const bool same = roots->blob(row, 2) == previous && roots->blob(row, 3) == rootOf(previous, day, list)
                          && roots->int64(row, 1) == (heads->empty() ? 0 : heads->int64(0, 2));
        if (!same && report->broken.size() < kMaxBroken)
            report->broken.push_back({Uuid{}, 0, "root of " + day});
        previous = roots->blob(row, 3);
        ++report->days;
    }
    return ok();
}

} // namespace

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
            Entry entry{own,
                        rows->int64(row, 1),
                        rows->bytes(row, 2),
                        rows->uuid(row, 3),
                        rows->bytes(row, 4),
                        rows->timestamp(row, 5),
                        rows->blob(row, 6)};
            const QByteArray hash = rows->blob(row, 7);
            const char *what = entry.seq != expectedSeq                 ? "number"
                               : entry.previousHash != expectedPrevious ? "link"
                               : hashOf(entry) != hash                  ? "hash"
                                                                        : nullptr;
            if (what && !streamBroken && report.broken.size() < kMaxBroken) {
                report.broken.push_back({own, entry.seq, what});
                streamBroken = true;
            }
            expectedSeq = entry.seq + 1;
            expectedPrevious = hash;
        }
    }
    if (const Outcome roots = verifyRoots(connection, &report); !roots)
        return roots.error();
    auto ended = connection.execute("rollback");
    if (!ended)
        return ended.error();
    return report;
}

} // namespace cargo::audit
