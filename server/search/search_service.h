#pragma once

#include "server/search/search_store.h"

namespace cargo::search {

// Finds in the index, dresses with cards from the database. The order is the one that the person chose; nothing is moved
// up for money.
class SearchService
{
public:
    SearchService(Runtime &runtime, SearchProvider &provider) : m_store(runtime.db), m_provider(provider) {}

    struct Page
    {
        Answer answer;
        SearchStore::Cards cards; // fewer than hits when a listing has just gone
        double tookMs = 0;
    };
    QCoro::Task<Result<Page>> search(CallContextPtr context, SearchQuery query);
    // Counts alone.
    QCoro::Task<Result<Page>> facets(CallContextPtr context, SearchQuery query);
    QCoro::Task<Result<std::vector<Suggestion>>> suggest(CallContextPtr context, QString text, int limit);

private:
    SearchStore m_store;
    SearchProvider &m_provider;
};

} // namespace cargo::search
