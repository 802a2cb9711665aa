#include "server/stats/stat_store.h"

namespace cargo::stats {

namespace {
const db::Query kRefreshedAt{"stats.refreshed_at", "select at from stat_refreshes"};
const db::Query kFunnel{"stats.funnel", R"(
    select coalesce(v.views, 0), coalesce(v.chats, 0), coalesce(d.deals, 0), coalesce(d.paid, 0), coalesce(d.released, 0),
        coalesce(d.cancelled, 0), coalesce(d.refunded, 0), coalesce(d.disputed, 0)
    from (select sum(views)::bigint views, sum(chats)::bigint chats from stat_visits where day between $1::date and $2::date) v,
        (select sum(deals)::bigint deals, sum(paid)::bigint paid, sum(released)::bigint released,
            sum(cancelled)::bigint cancelled, sum(refunded)::bigint refunded, sum(disputed)::bigint disputed
         from stat_days where day between $1::date and $2::date) d)"};
const db::Query kMoney{"stats.money", R"(
    select currency, sum(deals)::bigint, sum(paid)::bigint, sum(volume_minor)::bigint, sum(released)::bigint,
        sum(released_minor)::bigint, sum(fee_minor)::bigint
    from stat_days where day between $1::date and $2::date group by currency order by currency)"};
const db::Query kSeries{"stats.series", R"(
    select date_trunc($3, day)::date::text, currency, sum(deals)::bigint, sum(paid)::bigint, sum(released)::bigint,
        sum(cancelled)::bigint, sum(disputed)::bigint, sum(volume_minor)::bigint, sum(fee_minor)::bigint
    from stat_days where day between $1::date and $2::date group by 1, 2 order by 1, 2)"};
const db::Query kWaits{"stats.waits", R"(
    select state, sum(deals)::bigint, (sum(seconds) / sum(deals))::bigint,
        coalesce(sum(deals) filter (where bucket = 0), 0)::bigint, coalesce(sum(deals) filter (where bucket = 1), 0)::bigint,
        coalesce(sum(deals) filter (where bucket = 2), 0)::bigint, coalesce(sum(deals) filter (where bucket = 3), 0)::bigint,
        coalesce(sum(deals) filter (where bucket = 4), 0)::bigint, coalesce(sum(deals) filter (where bucket = 5), 0)::bigint,
        coalesce(sum(deals) filter (where bucket = 6), 0)::bigint, coalesce(sum(deals) filter (where bucket = 7), 0)::bigint
    from stat_waits where day between $1::date and $2::date group by state
    order by array_position(array['created', 'funded', 'in_transit', 'delivered', 'disputed'], state))"};
const db::Query kCohorts{"stats.cohorts", R"(
    select role, month::text, size, age, active from stat_cohorts
    where month between date_trunc('month', $1::date)::date and $2::date order by role, month, age)"};
const db::Query kRefreshDays{"stats.refresh_days", "refresh materialized view concurrently stat_days"};
const db::Query kRefreshStates{"stats.refresh_states", "refresh materialized view concurrently stat_states"};
const db::Query kRefreshVisits{"stats.refresh_visits", "refresh materialized view concurrently stat_visits"};
const db::Query kRefreshWaits{"stats.refresh_waits", "refresh materialized view concurrently stat_waits"};
const db::Query kRefreshCohorts{"stats.refresh_cohorts", "refresh materialized view concurrently stat_cohorts"};
const db::Query kRefreshed{"stats.refreshed",
                           "insert into stat_refreshes (at) values ($1) on conflict (single) do update set at = excluded.at"};

QString text(QDate day) { return day.toString(Qt::ISODate); }

// Columns that are text in the answer; all others are whole numbers.
FigureTable tableOf(const db::Rows &rows, std::vector<const char *> columns, std::initializer_list<int> textColumns)
{
    FigureTable table;
    table.columns = std::move(columns);
    for (int row = 0; row < rows.count(); ++row) {
        std::vector<FigureTable::Cell> cells;
        for (int i = 0; i < int(table.columns.size()); ++i) {
            const bool isText = std::find(textColumns.begin(), textColumns.end(), i) != textColumns.end();
            if (isText)
                cells.emplace_back(rows.text(row, i));
            else
                cells.emplace_back(rows.int64(row, i));
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}
} // namespace

QCoro::Task<Result<std::optional<Timestamp>>> StatStore::refreshedAt(CallContextPtr context)
{
    const auto rows = co_await m_db.query(context, kRefreshedAt);
    CARGO_CO_TRY(rows);
    co_return rows->empty() ? std::optional<Timestamp>() : rows->optionalTimestamp(0, 0);
}

QCoro::Task<Result<FigureTable>> StatStore::funnel(CallContextPtr context, Span span)
{
    const auto rows = co_await m_db.query(context, kFunnel, text(span.from), text(span.to));
    CARGO_CO_TRY(rows);
    std::vector<const char *> columns{"views", "chats", "deals", "paid", "released", "cancelled", "refunded", "disputed"};
    co_return tableOf(*rows, columns, {});
}

QCoro::Task<Result<FigureTable>> StatStore::money(CallContextPtr context, Span span)
{
    const auto rows = co_await m_db.query(context, kMoney, text(span.from), text(span.to));
    CARGO_CO_TRY(rows);
    std::vector<const char *> columns{"currency", "deals", "paid", "volume", "released", "released_volume", "fees"};
    co_return tableOf(*rows, columns, {0});
}

QCoro::Task<Result<FigureTable>> StatStore::series(CallContextPtr context, Span span, QString bucket)
{
    const auto rows = co_await m_db.query(context, kSeries, text(span.from), text(span.to), bucket);
    CARGO_CO_TRY(rows);
    std::vector<const char *> columns{"date", "currency", "deals", "paid", "released", "cancelled", "disputed", "volume", "fees"};
    co_return tableOf(*rows, columns, {0, 1});
}

QCoro::Task<Result<FigureTable>> StatStore::waits(CallContextPtr context, Span span)
{
    const auto rows = co_await m_db.query(context, kWaits, text(span.from), text(span.to));
    CARGO_CO_TRY(rows);
    std::vector<const char *> columns{"state",    "deals",    "mean_s",    "under_1h",  "under_6h", "under_1d",
                                      "under_3d", "under_7d", "under_14d", "under_30d", "from_30d"};
    co_return tableOf(*rows, columns, {0});
}

QCoro::Task<Result<FigureTable>> StatStore::cohorts(CallContextPtr context, Span span)
{
    const auto rows = co_await m_db.query(context, kCohorts, text(span.from), text(span.to));
    CARGO_CO_TRY(rows);
    std::vector<const char *> columns{"role", "month", "size", "age", "active"};
    co_return tableOf(*rows, columns, {0, 1});
}

QCoro::Task<Outcome> StatStore::refresh(CallContextPtr context, Timestamp now)
{
    // In one transaction: figures and the moment that they are told for come out together.
    const auto tx = co_await m_db.begin(context);
    CARGO_CO_TRY(tx);
    for (const db::Query *query : {&kRefreshDays, &kRefreshStates, &kRefreshVisits, &kRefreshWaits, &kRefreshCohorts})
        CARGO_CO_TRY(co_await tx->run(*query));
    CARGO_CO_TRY(co_await tx->run(kRefreshed, now));
    co_return co_await tx->commit();
}

} // namespace cargo::stats
