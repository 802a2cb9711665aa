#include "server/listings/my_listings_store.h"

namespace cargo::listings {

namespace {
// People who signed in, each once a day; the rest as it stands.
const db::Query kNumbers{"my_listings.numbers", R"(
    with mine as (select id from listings where id = $1::uuid and driver_id = $2::uuid),
    days as (select d::date as day from mine, generate_series(($3::timestamptz at time zone 'UTC')::date - ($4::int - 1),
                 ($3::timestamptz at time zone 'UTC')::date, interval '1 day') as d),
    happened as (
        select 'view' as what, v.day, v.people::bigint as times from listing_views v join mine on v.listing_id = mine.id
        union all
        select 'favourite', (f.created_at at time zone 'UTC')::date, 1 from favourites f join mine on f.listing_id = mine.id
        union all
        select 'chat', (c.created_at at time zone 'UTC')::date, 1 from conversations c join mine on c.listing_id = mine.id
        union all
        select 'deal', (d.created_at at time zone 'UTC')::date, 1 from deals d join mine on d.listing_id = mine.id
    ),
    lines as (select null::date as day from mine union all select day from days)
    select coalesce(to_char(l.day, 'YYYY-MM-DD'), ''),
        coalesce(sum(h.times) filter (where h.what = 'view'), 0), coalesce(sum(h.times) filter (where h.what = 'favourite'), 0),
        coalesce(sum(h.times) filter (where h.what = 'chat'), 0), coalesce(sum(h.times) filter (where h.what = 'deal'), 0)
    from lines l left join happened h on l.day is null or h.day = l.day
    group by l.day order by l.day nulls first)"};
const db::Query kKeepReport{"my_listings.keep_report",
                            "insert into listing_imports (id, driver_id, report, created_at) values ($1, $2, $3, $4)"};
const db::Query kReport{"my_listings.report", "select report from listing_imports where id = $1 and driver_id = $2"};
} // namespace

QCoro::Task<Result<std::vector<ListingDay>>> MyListingsStore::numbers(CallContextPtr context, ListingId id, UserId driver,
                                                                      Timestamp now, int days)
{
    const auto rows = co_await m_runtime.db.query(context, kNumbers, id, driver, now, days);
    CARGO_CO_TRY(rows);
    if (rows->empty())
        co_return ErrorCode::NotFound;
    std::vector<ListingDay> found;
    for (int row = 0; row < rows->count(); ++row)
        found.push_back(
            {rows->bytes(row, 0), rows->int64(row, 1), rows->int64(row, 2), rows->int64(row, 3), rows->int64(row, 4)});
    co_return found;
}

QCoro::Task<Outcome> MyListingsStore::keepReport(db::Transaction tx, Uuid id, UserId driver, QByteArray report, Timestamp at)
{
    const auto kept = co_await tx.run(kKeepReport, id, driver, report, at);
    CARGO_CO_TRY(kept);
    co_return ok();
}

QCoro::Task<Result<QByteArray>> MyListingsStore::report(CallContextPtr context, Uuid id, UserId driver)
{
    const auto rows = co_await m_runtime.db.query(context, kReport, id, driver);
    CARGO_CO_TRY(rows);
    if (rows->empty())
        co_return ErrorCode::NotFound;
    co_return rows->bytes(0, 0);
}

} // namespace cargo::listings
