#pragma once

#include "server/http/router.h"
#include "server/recommendations/recommendation_service.h"

namespace cargo::recommendations {

class RecommendationRoutes
{
public:
    explicit RecommendationRoutes(RecommendationService &service) : m_service(service) {}
    void registerOn(http::Router &router);

private:
    QCoro::Task<http::Response> home(http::RequestPtr request);
    QCoro::Task<http::Response> corridor(http::RequestPtr request);

    RecommendationService &m_service;
};

// Recommendations as one piece for the composition root.
struct RecommendationsFeature
{
    RecommendationStore store;
    RecommendationService service;
    RecommendationRoutes routes;

    RecommendationsFeature(Runtime &runtime, behaviour::BehaviourService &behaviour, search::SearchService &search,
                           search::SavedSearchService &saved)
        : store(runtime), service(runtime, store, behaviour, search, saved), routes(service)
    {
    }
    void registerOn(http::Router &router) { routes.registerOn(router); }
};

} // namespace cargo::recommendations
