#pragma once

#include "server/behaviour/behaviour_service.h"
#include "server/recommendations/recommendation_store.h"
#include "server/search/saved_search_service.h"
#include "server/search/search_service.h"

namespace cargo::recommendations {

// Cars for the first page, each with the honest reason why it stands there: like one that he looked at, kept or asked
// about, found by a search that he saved, new, or of a well rated driver. Nothing is promoted, and who switches it off, for good
// or for this once (personal = false), gets what guests get.
class RecommendationService
{
public:
    RecommendationService(Runtime &runtime, RecommendationStore &store, behaviour::BehaviourService &behaviour,
                          search::SearchService &search, search::SavedSearchService &saved)
        : m_runtime(runtime), m_store(store), m_behaviour(behaviour), m_search(search), m_saved(saved)
    {
    }

    // A JSON array of cards with their reasons.
    QCoro::Task<Result<QByteArray>> home(CallContextPtr context, bool personal, int limit);
    // The same for cars that are popular in a corridor. Nothing in it is personal.
    QCoro::Task<Result<QByteArray>> popular(CallContextPtr context, Corridor corridor, int limit);

private:
    QCoro::Task<Result<std::vector<Pick>>> personalPicks(CallContextPtr context, UserId user, int limit);
    QCoro::Task<Result<std::vector<Pick>>> found(CallContextPtr context, SearchQuery query, Pick like, int limit);

    Runtime &m_runtime;
    RecommendationStore &m_store;
    behaviour::BehaviourService &m_behaviour;
    search::SearchService &m_search;
    search::SavedSearchService &m_saved;
};

} // namespace cargo::recommendations
