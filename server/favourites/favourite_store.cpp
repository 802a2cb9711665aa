#include "server/favourites/favourite_store.h"

#include "shared/api/json_writer.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace cargo::favourites {

namespace {
// Answers a row with whether it is new; none when the listing is not to be seen.
const db::Query kKeep{"favourites.keep",
                      R"(with seen as (select id, price_minor, currency from listings where id = $2 and published_at is not null
                       and status in ('published', 'paused', 'archived')),
            kept as (insert into favourites (user_id, listing_id, price_minor, currency, created_at)
                     select $1, id, price_minor, currency, $3 from seen on conflict (user_id, listing_id) do nothing returning 1)
       select exists (select from kept) from seen)"};
const db::Query kDrop{"favourites.drop", "delete from favourites where user_id = $1 and listing_id = $2"};
const db::Query kDropAll{"favourites.drop_all", "delete from favourites where user_id = $1"};
const db::Query kKeepers{"favourites.keepers",
                         R"(select f.user_id, l.brand || ' ' || l.model || ' ' || l.year
       from favourites f join listings l on l.id = f.listing_id
       where f.listing_id = $1 and f.user_id <> l.driver_id and ($2::uuid is null or f.user_id > $2)
       order by f.user_id limit $3)"};
const db::Query kList{"favourites.list",
                      R"(select f.listing_id, f.created_at, l.card, u.card, f.price_minor, f.currency
       from favourites f join listings l on l.id = f.listing_id join users u on u.id = l.driver_id
       where f.user_id = $1 and ($2::timestamptz is null or (f.created_at, f.listing_id) < ($2, $3::uuid))
       order by f.created_at desc, f.listing_id desc limit $4)"};
} // namespace

QCoro::Task<Result<bool>> FavouriteStore::keep(CallContextPtr context, UserId user, ListingId listing, Timestamp now)
{
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto rows = co_await tx->run(kKeep, user, listing, now);
    CARGO_CO_TRY(rows);
    if (!rows->empty() && rows->boolean(0, 0)) {
        jobs::OutboxEvent kept{"favourite.kept", user.toText(),
                               R"({"user_id":")" + user.toText() + R"(","listing_id":")" + listing.toText() + "\"}"};
        CARGO_CO_TRY(co_await jobs::append(*tx, kept));
    }
    CARGO_CO_TRY(co_await tx->commit());
    co_return !rows->empty();
}

QCoro::Task<Outcome> FavouriteStore::drop(CallContextPtr context, UserId user, ListingId listing)
{
    CARGO_CO_TRY(co_await m_runtime.db.write(context, kDrop, user, listing));
    co_return ok();
}

QCoro::Task<Outcome> FavouriteStore::dropAllOf(CallContextPtr context, jobs::StoredEvent closed)
{
    const QJsonObject payload = QJsonDocument::fromJson(closed.event.payload).object();
    const auto user = UserId::fromText(QStringView(payload.value(QLatin1String("user_id")).toString()));
    if (user)
        CARGO_CO_TRY(co_await m_runtime.db.write(context, kDropAll, *user));
    co_return ok();
}

QCoro::Task<Result<FavouriteStore::Keepers>> FavouriteStore::keepersOf(db::Transaction tx, ListingId listing,
                                                                       std::optional<UserId> after, int limit)
{
    const auto rows = co_await tx.run(kKeepers, listing, after, limit);
    CARGO_CO_TRY(rows);
    Keepers keepers;
    for (int row = 0; row < rows->count(); ++row) {
        keepers.users.push_back(rows->id<UserId>(row, 0));
        keepers.title = rows->text(row, 1);
    }
    co_return keepers;
}

QCoro::Task<Result<FavouriteList>> FavouriteStore::list(CallContextPtr context, UserId user, std::optional<FavouriteCursor> after,
                                                        int limit)
{
    db::Params params;
    params.add(user);
    if (after)
        params.add(after->keptAt).add(after->listing);
    else
        params.addNull().addNull();
    params.add(limit + 1);
    const auto rows = co_await m_runtime.db.queryParams(context, kList, std::move(params));
    CARGO_CO_TRY(rows);
    FavouriteList list;
    list.items = "[";
    const int shown = std::min(rows->count(), limit);
    for (int row = 0; row < shown; ++row) {
        if (row > 0)
            list.items += ',';
        // The card is a JSON object of ours: what is joined goes before its closing brace.
        list.items += rows->bytes(row, 2);
        list.items.chop(1);
        const Money kept{rows->int64(row, 4), Currency::fromCode(rows->text(row, 5)).value_or(Currency::rub())};
        api::JsonWriter price(64);
        price.value(kept);
        list.items += ",\"driver\":" + rows->bytes(row, 3) + ",\"favourite\":true,\"kept_price\":" + price.take()
                      + ",\"kept_at\":\"" + rows->timestamp(row, 1).toRfc3339() + "\"}";
    }
    list.items += ']';
    if (rows->count() > limit)
        list.next = FavouriteCursor{rows->timestamp(limit - 1, 1), rows->uuid(limit - 1, 0)};
    co_return list;
}

} // namespace cargo::favourites
