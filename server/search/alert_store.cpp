#include "server/search/alert_store.h"

namespace cargo::search {

namespace {
constexpr qint64 kGatherMs = kMinuteMs;    // of what comes at once, as an import does: one word and not a hundred
constexpr qint64 kDailyAtMs = 6 * kHourMs; // UTC

const db::Query kSavedSince{"alerts.saved_since", R"(
    select id, query, created_at from saved_searches where (created_at, id) > ($1::timestamptz, $2::uuid)
    order by created_at, id limit $3::int)"};

const db::Query kTakeNews{"alerts.take_news", R"(
    with offer as (
        select l.id, l.driver_id, l.price_minor, l.currency,
            coalesce(nullif(l.vin, ''), md5(concat_ws('|', l.driver_id, lower(l.brand), lower(l.model), l.year, l.mileage_km / 1000))) as car
        from listings l join users u on u.id = l.driver_id
        where l.id = any($1::uuid[]) and l.status = 'published' and u.status = 'active'
    ), before as (
        select a.listing_id from alerted_listings a join offer o on o.id = a.listing_id
    ), kept as (
        insert into alerted_listings as a (listing_id, price_minor, currency, at)
        select id, price_minor, currency, $2::timestamptz from offer order by id
        on conflict (listing_id) do update set price_minor = excluded.price_minor, currency = excluded.currency, at = excluded.at
            where a.currency <> excluded.currency or excluded.price_minor < a.price_minor
        returning listing_id
    )
    select o.id, o.driver_id, exists (select from before b where b.listing_id = o.id), o.car, o.price_minor, o.currency
    from offer o join kept k on k.listing_id = o.id order by o.id)"};

const db::Query kAdd{"alerts.add", R"(
    with wanted as (
        select distinct on (s.user_id) s.user_id, s.id, s.alerts from saved_searches s join users u on u.id = s.user_id
        where s.id = any($1::uuid[]) and s.alerts <> 'off' and s.user_id <> $2::uuid and u.status = 'active'
        order by s.user_id, s.alerts desc, s.id
    ), added as (
        insert into search_alerts as a (user_id, car, listing_id, search_id, kind, price_minor, currency, created_at)
        select user_id, $3::text, $4::uuid, id, $5::text, $6::bigint, $7::text, $8::timestamptz from wanted order by user_id
        on conflict (user_id, car) do update set listing_id = excluded.listing_id, search_id = excluded.search_id, kind = 'cheaper',
            price_minor = excluded.price_minor, created_at = excluded.created_at, told_at = null
            where a.currency = excluded.currency and excluded.price_minor < a.price_minor
        returning user_id
    )
    insert into timers (kind, subject, due_at)
    select case w.alerts when 'instant' then $9::text else $10::text end, w.user_id,
        case w.alerts when 'instant' then $11::timestamptz else $12::timestamptz end
    from added join wanted w using (user_id) order by 1, 2
    on conflict (kind, subject) do update set due_at = excluded.due_at, attempts = 0, claimed_until = null, claimed_by = null,
        last_error = null where timers.claimed_until is not null)"}; // it is being told right now, perhaps without this one

const db::Query kTakeWaiting{"alerts.take_waiting", R"(
    with told as (
        update search_alerts a set told_at = $3::timestamptz from saved_searches s
        where a.user_id = $1::uuid and a.told_at is null and s.id = a.search_id and s.alerts = $2::text
        returning a.search_id, s.name, s.query, a.listing_id, a.kind, a.created_at
    ), there as (
        select t.*, l.brand || ' ' || l.model || ' ' || l.year as title,
            row_number() over (partition by t.search_id order by t.created_at desc, t.listing_id) as place,
            count(*) over (partition by t.search_id) as cars, bool_and(t.kind = 'cheaper') over (partition by t.search_id) as cheaper
        from told t join listings l on l.id = t.listing_id where l.status = 'published'
    )
    select search_id, name, query, listing_id, title, case when cheaper then 'cheaper' else 'new' end, cars
    from there where place = 1 order by search_id)"};
QByteArray arrayOf(const std::vector<Uuid> &ids)
{
    QByteArray text("{");
    for (const Uuid &id : ids)
        text += (text.size() > 1 ? "," : "") + id.toText();
    return text + '}';
}

} // namespace

QCoro::Task<Result<std::vector<AlertStore::Saved>>> AlertStore::savedSince(CallContextPtr context, Timestamp since, Uuid after,
                                                                           int limit)
{
    const auto rows = co_await m_runtime.db.query(context, kSavedSince, since, after, limit);
    CARGO_CO_TRY(rows);
    std::vector<Saved> saved;
    for (int row = 0; row < rows->count(); ++row)
        saved.push_back({rows->uuid(row, 0), rows->bytes(row, 1), rows->timestamp(row, 2)});
    co_return saved;
}

QCoro::Task<Result<std::vector<AlertStore::News>>> AlertStore::takeNews(db::Transaction tx, std::vector<ListingId> listings,
                                                                        Timestamp now)
{
    const auto rows = co_await tx.run(kTakeNews, listings, now);
    CARGO_CO_TRY(rows);
    std::vector<News> news;
    for (int row = 0; row < rows->count(); ++row) {
        const QByteArray kind(rows->boolean(row, 2) ? "cheaper" : "new");
        news.push_back({rows->id<ListingId>(row, 0), rows->id<UserId>(row, 1), kind, rows->text(row, 3), rows->int64(row, 4),
                        rows->bytes(row, 5)});
    }
    co_return news;
}

QCoro::Task<Outcome> AlertStore::add(db::Transaction tx, News news, std::vector<Uuid> searches, Timestamp now)
{
    qint64 daily = now.unixMs / kDayMs * kDayMs + kDailyAtMs;
    if (daily <= now.unixMs)
        daily += kDayMs;
    const Timestamp soon = now.plusMs(kGatherMs);
    const Timestamp next{daily};
    CARGO_CO_TRY(co_await tx.run(kAdd, arrayOf(searches), news.driver, news.car, news.listing, news.kind, news.priceMinor,
                                 news.currency, now, QByteArray(kTellInstant), QByteArray(kTellDaily), soon, next));
    co_return ok();
}

QCoro::Task<Result<std::vector<AlertStore::Waiting>>> AlertStore::takeWaiting(db::Transaction tx, UserId user, QByteArray mode,
                                                                              Timestamp now)
{
    const auto rows = co_await tx.run(kTakeWaiting, user, mode, now);
    CARGO_CO_TRY(rows);
    std::vector<Waiting> waiting;
    for (int row = 0; row < rows->count(); ++row)
        waiting.push_back({rows->uuid(row, 0), rows->text(row, 1), rows->bytes(row, 2), rows->id<ListingId>(row, 3),
                           rows->text(row, 4), rows->bytes(row, 5), int(rows->int64(row, 6))});
    co_return waiting;
}

} // namespace cargo::search
