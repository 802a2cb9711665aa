#include "server/recommendations/recommendation_store.h"

#include "shared/api/json_writer.h"

#include <QHash>

namespace cargo::recommendations {

namespace {
// The last cars of interest, and for each a short walk up and down the price among cars of its brand.
const db::Query kSimilar{"recommendations.similar", R"(
    with seen as materialized (
        (select listing_id, 'similar_to_favourite' as reason, created_at as at, 0 as weight from favourites
         where user_id = $1::uuid order by created_at desc limit 10)
        union all
        (select listing_id, 'similar_to_chat', at, 1 from behaviour_events
         where user_id = $1::uuid and kind = 'chat_start' order by at desc limit 10)
        union all
        (select listing_id, 'similar_to_viewed', last_at, 2 from interests where user_id = $1::uuid order by last_at desc limit 20)
    ), sources as materialized (
        select * from (select distinct on (listing_id) listing_id, reason, at from seen order by listing_id, weight) s
        order by at desc limit 8
    ), near as (
        select c.id, s.reason, s.listing_id, s.at,
            row_number() over (partition by s.listing_id order by c.model <> b.model, abs(c.price_minor - b.price_minor), c.id) as place
        from sources s join listings b on b.id = s.listing_id
        cross join lateral (
            (select id, model, price_minor, currency, driver_id from listings where status = 'published' and brand = b.brand
                 and price_minor >= b.price_minor order by price_minor limit 30)
            union
            (select id, model, price_minor, currency, driver_id from listings where status = 'published' and brand = b.brand
                 and price_minor < b.price_minor order by price_minor desc limit 30)) c
        where c.currency = b.currency and c.driver_id <> $1::uuid and c.id not in (select listing_id from seen)
    ), once as (
        select distinct on (id) id, reason, listing_id, at, place from near order by id, place, at desc
    )
    select id, reason, listing_id from once order by place, at desc, id limit $2::int)"};
// Of each day the two hundred that most people looked at, whatever their country: a bounded walk along an index. A car that one
// person looked at is not popular.
const db::Query kPopular{"recommendations.popular", R"(
    with seen as (
        select v.listing_id, sum(v.people)::int as people from generate_series(0, 13) as ago
        cross join lateral (select listing_id, people from listing_views
            where day = ($3::timestamptz at time zone 'UTC')::date - ago order by people desc, listing_id limit 200) v
        group by v.listing_id having sum(v.people) > 1
    )
    select l.id, s.people from seen s join listings l on l.id = s.listing_id join users u on u.id = l.driver_id
    where l.status = 'published' and u.status = 'active' and l.country_from = $1 and l.id is distinct from $2::uuid
        and l.driver_id is distinct from $4::uuid
    order by s.people desc, l.id limit $5::int)"};
const db::Query kCards{"recommendations.cards", R"(
    select l.id, l.card, u.card, exists (select 1 from favourites f where f.user_id = $2::uuid and f.listing_id = l.id)
    from listings l join users u on u.id = l.driver_id where l.id = any($1::uuid[]) and l.status = 'published')"};

void writeReason(api::JsonWriter &out, const Pick &pick)
{
    out.beginObject().field("code", pick.reason);
    if (pick.like)
        out.field("listing_id", *pick.like);
    if (pick.savedSearch)
        out.field("saved_search_id", *pick.savedSearch);
    if (pick.people > 0)
        out.field("people", pick.people);
    out.endObject();
}
} // namespace

QCoro::Task<Result<std::vector<Pick>>> RecommendationStore::similarTo(CallContextPtr context, UserId user, int limit)
{
    const auto rows = co_await m_db.query(context, kSimilar, user, limit);
    CARGO_CO_TRY(rows);
    std::vector<Pick> picks;
    for (int row = 0; row < rows->count(); ++row)
        picks.push_back({rows->id<ListingId>(row, 0), rows->bytes(row, 1), rows->id<ListingId>(row, 2), {}, 0});
    co_return picks;
}

QCoro::Task<Result<std::vector<Pick>>> RecommendationStore::popular(CallContextPtr context, std::optional<UserId> reader,
                                                                    Corridor corridor, Timestamp now, int limit)
{
    const auto rows = co_await m_db.query(context, kPopular, corridor.countryFrom, corridor.except, now, reader, limit);
    CARGO_CO_TRY(rows);
    std::vector<Pick> picks;
    for (int row = 0; row < rows->count(); ++row)
        picks.push_back({rows->id<ListingId>(row, 0), "popular_in_corridor", {}, {}, rows->int32(row, 1)});
    co_return picks;
}

QCoro::Task<Result<QByteArray>> RecommendationStore::cards(CallContextPtr context, std::optional<UserId> reader,
                                                           std::vector<Pick> picks)
{
    std::vector<ListingId> ids;
    for (const Pick &pick : picks)
        ids.push_back(pick.listing);
    const auto rows = co_await m_db.query(context, kCards, ids, reader);
    CARGO_CO_TRY(rows);
    QHash<ListingId, int> rowOf;
    for (int row = 0; row < rows->count(); ++row)
        rowOf.insert(rows->id<ListingId>(row, 0), row);
    QByteArray items("[");
    for (const Pick &pick : picks) {
        const auto row = rowOf.constFind(pick.listing);
        if (row == rowOf.constEnd())
            continue; // sold meanwhile
        if (items.size() > 1)
            items += ',';
        api::JsonWriter reason(128);
        writeReason(reason, pick);
        // The card is a JSON object of ours: what is joined goes before its closing brace.
        items += rows->bytes(*row, 1).chopped(1) + ",\"driver\":" + rows->bytes(*row, 2)
                 + ",\"favourite\":" + (rows->boolean(*row, 3) ? "true" : "false") + ",\"reason\":" + reason.take() + '}';
    }
    items += ']';
    co_return items;
}

} // namespace cargo::recommendations
