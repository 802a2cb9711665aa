#pragma once

#include "server/behaviour/behaviour_service.h"
#include "server/search/card_shelf.h"
#include "server/search/popular_queries.h"
#include "server/search/search_store.h"
#include "shared/domain/search_query/spoken_query.h"

namespace cargo::search {

// Finds in the index, dresses with cards from the shelf or the database. The order is the one that the person chose; nothing is
// moved up for money.
class SearchService
{
public:
    // Without `behaviour` nothing is personal, without `popular` nothing that others typed is suggested.
    SearchService(Runtime &runtime, SearchProvider &provider, CardShelf &shelf, behaviour::BehaviourService *behaviour = nullptr,
                  const PopularQueries *popular = nullptr)
        : m_runtime(runtime), m_store(runtime.db), m_provider(provider), m_shelf(shelf), m_clock(runtime.clock),
          m_bus(runtime.bus), m_behaviour(behaviour), m_popular(popular)
    {
    }

    // By how many places a car stands higher (or lower) on its page than by its score, for what the reader did.
    struct Shift
    {
        int places = 0;
        std::optional<behaviour::Pull> pull; // none: others passed it
    };
    struct Page
    {
        Answer answer;
        std::vector<SpokenCondition> understood;  // read in the words, and taken as filters
        std::vector<const char *> contradictions; // SearchQuery::contradictions(), of filters and words together
        std::vector<QByteArray> cards;            // for each hit, as SearchStore::Card::text; empty: the listing has just gone
        std::vector<QByteArray> similar;          // the same for Answer::similar
        std::vector<Shift> shifts;                // as hits; empty: the order is the same for everybody
        double tookMs = 0;
        bool byRelevance = false; // nobody chose another order, not in words either
    };
    // `literally`: no conditions are read in the words.
    QCoro::Task<Result<Page>> search(CallContextPtr context, SearchQuery query, bool literally = false);
    // Brings what is like the reader's own acts a few places up: within this page and by relevance alone, so that totals, facets
    // and cursors stay what they are (docs/decisions/personal-order-within-a-page.md).
    QCoro::Task<Outcome> personalise(CallContextPtr context, Page *page);
    // Counts alone.
    QCoro::Task<Result<Page>> facets(CallContextPtr context, SearchQuery query, bool literally = false);
    QCoro::Task<Result<std::vector<Suggestion>>> suggest(CallContextPtr context, QString text, int limit);

private:
    SpokenQuery read(SearchQuery query, bool literally) const;
    // Says which relaxation leaves out which of the conditions in the words; counts those that share a filter with another.
    QCoro::Task<Outcome> relaxSpoken(CallContextPtr context, SearchQuery asked, std::vector<SpokenCondition> conditions,
                                     Answer *answer);
    QCoro::Task<Result<std::vector<QByteArray>>> cards(CallContextPtr context, std::vector<Hit> hits);
    // What others typed that begins so and finds cars.
    QCoro::Task<Result<std::vector<Suggestion>>> popular(CallContextPtr context, QString text, size_t most);

    Runtime &m_runtime;
    SearchStore m_store;
    SearchProvider &m_provider;
    CardShelf &m_shelf;
    const Clock &m_clock;
    Bus &m_bus;
    behaviour::BehaviourService *m_behaviour;
    const PopularQueries *m_popular;
};

} // namespace cargo::search
