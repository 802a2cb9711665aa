#pragma once

#include "server/search/alert_job.h"
#include "server/search/saved_search_routes.h"
#include "server/search/search_routes.h"

namespace cargo::search {

// Search on one worker thread. The provider and the shelf are one for the whole process; app.cpp also makes one SearchIndexJob on
// the jobs thread, calls registerJobs() and start() on it.
struct SearchFeature
{
    SearchFeature(Runtime &runtime, SearchProvider &provider, CardShelf &shelf)
        : service(runtime, provider, shelf), saved(runtime), alerts(runtime), routes(service), savedRoutes(saved)
    {
    }
    void registerOn(http::Router &router)
    {
        routes.registerOn(router);
        savedRoutes.registerOn(router);
    }
    void registerJobs(jobs::Registry &registry)
    {
        saved.registerJobs(registry);
        alerts.registerJobs(registry);
    }

    SearchService service;
    SavedSearchService saved;
    AlertJob alerts;
    SearchRoutes routes;
    SavedSearchRoutes savedRoutes;
};

} // namespace cargo::search
