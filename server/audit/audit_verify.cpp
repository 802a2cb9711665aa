#include "server/audit/audit_verify.h"

#include "server/audit/audit_hash.h"
#include "server/audit/chain_check.h"

#include <vector>

namespace cargo::audit {

namespace {

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
        const SealedDay sealed{day, roots->int64(row, 1), roots->blob(row, 2), roots->blob(row, 3)};
        previous = checkDay(sealed, previous, list, heads->empty() ? 0 : heads->int64(0, 2), report);
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
    ChainCheck check(&report);
    for (;;) {
        auto rows = connection.execute("fetch 5000 from audit");
        if (!rows)
            return rows.error();
        if (rows->empty())
            break;
        for (int row = 0; row < rows->count(); ++row)
            check.add(entryAt(*rows, row), rows->blob(row, 7));
    }
    if (const Outcome roots = verifyRoots(connection, &report); !roots)
        return roots.error();
    auto ended = connection.execute("rollback");
    if (!ended)
        return ended.error();
    return report;
}

} // namespace cargo::audit
