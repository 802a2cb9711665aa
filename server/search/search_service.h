#pragma once

#include "server/search/card_shelf.h"
#include "server/search/search_store.h"
#include "shared/domain/search_query/spoken_query.h"

namespace cargo::search {

// Finds in the index, dresses with cards from the shelf or the database. The order is the one that the person chose; nothing is
// moved up for money.
class SearchService
{
public:
    SearchService(Runtime &runtime, SearchProvider &provider, CardShelf &shelf)
        : m_store(runtime.db), m_provider(provider), m_shelf(shelf), m_clock(runtime.clock), m_bus(runtime.bus)
    {
    }

    struct Page
    {
        Answer answer;
        std::vector<SpokenCondition> understood;  // read in the words, and taken as filters
        std::vector<const char *> contradictions; // SearchQuery::contradictions(), of filters and words together
        std::vector<QByteArray> cards;            // for each hit, as SearchStore::Card::text; empty: the listing has just gone
        std::vector<QByteArray> similar;          // the same for Answer::similar
        double tookMs = 0;
    };
    // `literally`: no conditions are read in the words.
    QCoro::Task<Result<Page>> search(CallContextPtr context, SearchQuery query, bool literally = false);
    // Counts alone.
    QCoro::Task<Result<Page>> facets(CallContextPtr context, SearchQuery query, bool literally = false);
    QCoro::Task<Result<std::vector<Suggestion>>> suggest(CallContextPtr context, QString text, int limit);

private:
    SpokenQuery read(SearchQuery query, bool literally) const;
    // Says which relaxation leaves out which of the conditions in the words; counts those that share a filter with another.
    QCoro::Task<Outcome> relaxSpoken(CallContextPtr context, SearchQuery asked, std::vector<SpokenCondition> conditions,
                                     Answer *answer);
    QCoro::Task<Result<std::vector<QByteArray>>> cards(CallContextPtr context, std::vector<Hit> hits);

    SearchStore m_store;
    SearchProvider &m_provider;
    CardShelf &m_shelf;
    const Clock &m_clock;
    Bus &m_bus;
};

} // namespace cargo::search
