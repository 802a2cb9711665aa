#include "server/audit/audit_check.h"

namespace cargo::audit {

namespace {
constexpr int kPage = 2000;
const db::Query kPageOf{"audit.check_page", R"(
    select stream, seq, action, actor_id, details, at, previous_hash, hash from events_audit
    where ($1::uuid is null or stream = $1::uuid) and (stream, seq) > ($2::uuid, $3::bigint)
    order by stream, seq limit $4)"};
const db::Query kDays{"audit.check_days", "select day::text, entries, previous_root, root from audit_roots order by day"};
const db::Query kHeads{"audit.check_heads", R"(
    select distinct on (stream) stream, hash, count(*) over () from events_audit
    where at >= $1::date and at < $1::date + 1 order by stream, seq desc)"};

QCoro::Task<Outcome> checkDays(db::Database *db, CallContextPtr context, std::shared_ptr<Report> report)
{
    const auto days = co_await db->query(context, kDays);
    CARGO_CO_TRY(days);
    QByteArray previous(32, '\0');
    for (int row = 0; row < days->count(); ++row) {
        const SealedDay sealed{days->bytes(row, 0), days->int64(row, 1), days->blob(row, 2), days->blob(row, 3)};
        const auto rows = co_await db->query(context, kHeads, sealed.day);
        CARGO_CO_TRY(rows);
        std::vector<Head> heads;
        for (int i = 0; i < rows->count(); ++i)
            heads.push_back({rows->uuid(i, 0), rows->blob(i, 1)});
        previous = checkDay(sealed, previous, heads, rows->empty() ? 0 : rows->int64(0, 2), report.get());
    }
    co_return ok();
}
} // namespace

QCoro::Task<Result<Report>> check(db::Database *db, CallContextPtr context, std::optional<Uuid> stream)
{
    const auto report = std::make_shared<Report>();
    ChainCheck chain(report.get());
    Uuid lastStream;
    qint64 lastSeq = 0;
    for (;;) {
        const auto rows = co_await db->query(context, kPageOf, stream, lastStream, lastSeq, kPage);
        CARGO_CO_TRY(rows);
        for (int row = 0; row < rows->count(); ++row)
            chain.add(entryAt(*rows, row), rows->blob(row, 7));
        if (rows->count() < kPage)
            break;
        lastStream = rows->uuid(kPage - 1, 0);
        lastSeq = rows->int64(kPage - 1, 1);
    }
    if (!stream)
        CARGO_CO_TRY(co_await checkDays(db, context, report));
    co_return *report;
}

} // namespace cargo::audit
