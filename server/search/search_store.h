#pragma once

#include "server/core/runtime.h"
#include "server/providers/embeddings/embeddings.h"
#include "server/providers/search/search_provider.h"

#include <vector>

namespace cargo::search {

// What search asks the database: documents for the index, cards for a page. It never filters or sorts: the index does.
class SearchStore
{
public:
    // `embeddings`: documents come with what they mean by this model, and are as new as that too.
    explicit SearchStore(db::Database &db, std::optional<embeddings::Model> embeddings = {})
        : m_db(db), m_embeddings(std::move(embeddings))
    {
    }

    // Published listings of active drivers in id order behind `after`, for filling.
    QCoro::Task<Result<std::vector<Document>>> documentsAfter(CallContextPtr context, Uuid after, int limit);
    // The same, but no more than what an index is compared by.
    QCoro::Task<Result<std::vector<Standing>>> standingAfter(CallContextPtr context, ListingId after, int limit);
    // Those of `ids` that are published now.
    QCoro::Task<Result<std::vector<Document>>> documentsOf(CallContextPtr context, std::vector<ListingId> ids);
    // A driver's published ones in id order behind `after`.
    QCoro::Task<Result<std::vector<ListingId>>> publishedOf(CallContextPtr context, UserId driver, ListingId after, int limit);
    QCoro::Task<Result<UserId>> driverOf(CallContextPtr context, DealId deal);
    // Listings of any state changed behind a moment and, of that moment, behind `after`; oldest first.
    struct Change
    {
        ListingId id;
        Timestamp at;
    };
    QCoro::Task<Result<std::vector<Change>>> changedSince(CallContextPtr context, Timestamp since, ListingId after, int limit);
    // The same of what listings mean.
    QCoro::Task<Result<std::vector<Change>>> embeddedSince(CallContextPtr context, Timestamp since, ListingId after, int limit);

    // Listings as a page shows them: JSON objects with the driver inside, without the closing brace.
    struct Card
    {
        ListingId id;
        QByteArray text;
    };
    // Those of `ids` that are published now, in any order.
    QCoro::Task<Result<std::vector<Card>>> cards(CallContextPtr context, std::vector<ListingId> ids);

private:
    static std::vector<Change> readChanges(const db::Rows &rows);

    db::Database &m_db;
    const std::optional<embeddings::Model> m_embeddings;
};

} // namespace cargo::search
