#pragma once

#include "server/core/runtime.h"
#include "server/jobs/outbox.h"

namespace cargo::favourites {

struct FavouriteCursor
{
    Timestamp keptAt;
    Uuid listing;
};

struct FavouriteList
{
    QByteArray items; // a JSON array
    std::optional<FavouriteCursor> next;
};

// SQL of the table favourites. Keeping and dropping are idempotent; the price at the first keeping stays.
class FavouriteStore
{
public:
    explicit FavouriteStore(Runtime &runtime) : m_runtime(runtime) {}

    // False when there is no such listing to see. A draft of one's own cannot be kept.
    QCoro::Task<Result<bool>> keep(CallContextPtr context, UserId user, ListingId listing, Timestamp now);
    QCoro::Task<Outcome> drop(CallContextPtr context, UserId user, ListingId listing);
    // `closed`: {"user_id"}.
    QCoro::Task<Outcome> dropAllOf(CallContextPtr context, jobs::StoredEvent closed);
    // Those who keep a listing, behind `after` in the order of their ids, without its driver; and what it is called.
    struct Keepers
    {
        QString title;
        std::vector<UserId> users;
    };
    QCoro::Task<Result<Keepers>> keepersOf(db::Transaction tx, ListingId listing, std::optional<UserId> after, int limit);
    // Latest first.
    QCoro::Task<Result<FavouriteList>> list(CallContextPtr context, UserId user, std::optional<FavouriteCursor> after, int limit);

private:
    Runtime &m_runtime;
};

} // namespace cargo::favourites
