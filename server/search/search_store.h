#pragma once

#include "server/core/runtime.h"
#include "server/providers/search/search_provider.h"

#include <vector>

namespace cargo::search {

// What search asks the database: documents for the index, cards for a page. It never filters or sorts: the index does.
class SearchStore
{
public:
    explicit SearchStore(db::Database &db) : m_db(db) {}

    // Published listings of active drivers in id order behind `after`, for filling.
    QCoro::Task<Result<std::vector<Document>>> documentsAfter(CallContextPtr context, Uuid after, int limit);
    // The same, but no more than what an index is compared by.
    QCoro::Task<Result<std::vector<Standing>>> standingAfter(CallContextPtr context, ListingId after, int limit);
    // Those of `ids` that are published now.
    QCoro::Task<Result<std::vector<Document>>> documentsOf(CallContextPtr context, std::vector<ListingId> ids);
    // A driver's published ones in id order behind `after`.
    QCoro::Task<Result<std::vector<ListingId>>> publishedOf(CallContextPtr context, UserId driver, ListingId after, int limit);
    QCoro::Task<Result<UserId>> driverOf(CallContextPtr context, DealId deal);
    // Listings of any state changed at or after a moment, oldest first.
    struct Change
    {
        ListingId id;
        Timestamp at;
    };
    QCoro::Task<Result<std::vector<Change>>> changedSince(CallContextPtr context, Timestamp since, ListingId after, int limit);

    // Listings as a page shows them: JSON objects with the driver inside, without the closing brace.
    struct Card
    {
        ListingId id;
        QByteArray text;
    };
    // Those of `ids` that are published now, in any order.
    QCoro::Task<Result<std::vector<Card>>> cards(CallContextPtr context, std::vector<ListingId> ids);

private:
    db::Database &m_db;
};

} // namespace cargo::search
