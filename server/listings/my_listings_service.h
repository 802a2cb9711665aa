#pragma once

#include "server/listings/my_listings_store.h"

namespace cargo::listings {

// What a driver does with his listings besides writing one: their numbers, and many at once from a table.
class MyListingsService
{
public:
    MyListingsService(Runtime &runtime, ListingStore &listings, MyListingsStore &store)
        : m_runtime(runtime), m_listings(listings), m_store(store)
    {
    }

    // JSON of the totals and the last thirty days. Errors: Forbidden (no driver), NotFound (not his).
    QCoro::Task<Result<QByteArray>> numbers(CallContextPtr context, ListingId id);
    // Rows of a CSV with a header become drafts, all good ones in one transaction; a row is known by its external_id, or by its
    // content and how often that came before, so that the same file again adds nothing. The answer tells of every row. Errors:
    // Forbidden; field "csv": InvalidFormat, Required (a column), TooLong (more than kImportRows).
    QCoro::Task<Result<QByteArray>> import(CallContextPtr context, QByteArray csv);
    QCoro::Task<Result<QByteArray>> report(CallContextPtr context, Uuid id);

private:
    Runtime &m_runtime;
    ListingStore &m_listings;
    MyListingsStore &m_store;
};

} // namespace cargo::listings
