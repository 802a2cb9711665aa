#pragma once

#include "server/search/alert_job.h"
#include "server/search/concept_routes.h"
#include "server/search/listing_announcer.h"
#include "server/search/saved_search_routes.h"
#include "server/search/search_routes.h"

namespace cargo::search {

// Search on one worker thread. The provider and the shelf are one for the whole process; app.cpp also makes one SearchIndexJob on
// the jobs thread.
struct SearchFeature
{
    SearchFeature(Runtime &runtime, SearchProvider &provider, CardShelf &shelf, behaviour::BehaviourService *behaviour = nullptr,
                  const PopularQueries *popular = nullptr)
        : service(runtime, provider, shelf, behaviour, popular), saved(runtime), concepts(runtime, provider), alerts(runtime),
          announcer(runtime), routes(service), savedRoutes(saved), conceptRoutes(concepts)
    {
    }
    void registerOn(http::Router &router)
    {
        routes.registerOn(router);
        savedRoutes.registerOn(router);
        conceptRoutes.registerOn(router);
    }
    void registerJobs(jobs::Registry &registry)
    {
        saved.registerJobs(registry);
        alerts.registerJobs(registry);
        announcer.registerJobs(registry);
    }

    SearchService service;
    SavedSearchService saved;
    ConceptService concepts;
    AlertJob alerts;
    ListingAnnouncer announcer;
    SearchRoutes routes;
    SavedSearchRoutes savedRoutes;
    ConceptRoutes conceptRoutes;
};

} // namespace cargo::search
