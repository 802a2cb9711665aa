#pragma once

#include "server/listings/listing_store.h"

namespace cargo::listings {

// How often a listing was looked at, kept, asked about and agreed on.
struct ListingDay
{
    QByteArray day; // "2026-11-26", UTC; empty: since it was made
    qint64 views = 0;
    qint64 favourites = 0;
    qint64 chats = 0;
    qint64 deals = 0;
};

// SQL of what only a driver sees of his listings: their numbers, and the reports of his imports.
class MyListingsStore
{
public:
    explicit MyListingsStore(Runtime &runtime) : m_runtime(runtime) {}

    // The totals first, then each of the last `days` days, oldest first. Error NotFound: not this driver's.
    QCoro::Task<Result<std::vector<ListingDay>>> numbers(CallContextPtr context, ListingId id, UserId driver, Timestamp now,
                                                         int days);
    QCoro::Task<Outcome> keepReport(db::Transaction tx, Uuid id, UserId driver, QByteArray report, Timestamp at);
    QCoro::Task<Result<QByteArray>> report(CallContextPtr context, Uuid id, UserId driver);

private:
    Runtime &m_runtime;
};

} // namespace cargo::listings
