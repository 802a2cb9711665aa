#pragma once

#include "server/search/search_routes.h"

namespace cargo::search {

// Search on one worker thread. The provider is one for the whole process; app.cpp also makes one SearchIndexJob on the jobs
// thread, calls registerJobs() and start() on it.
struct SearchFeature
{
    SearchFeature(Runtime &runtime, SearchProvider &provider) : service(runtime, provider), routes(service) {}

    void registerOn(http::Router &router) { routes.registerOn(router); }

    SearchService service;
    SearchRoutes routes;
};

} // namespace cargo::search
