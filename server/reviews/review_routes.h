#pragma once

#include "server/http/router.h"
#include "server/reviews/review_service.h"

namespace cargo::reviews {

// POST deals/{id}/reviews and GET users/{id}/reviews.
class ReviewRoutes
{
public:
    explicit ReviewRoutes(ReviewService &service) : m_service(service) {}
    void registerOn(http::Router &router);

private:
    QCoro::Task<http::Response> create(http::RequestPtr request);
    QCoro::Task<http::Response> about(http::RequestPtr request);

    ReviewService &m_service;
};

// Reviews as one piece for the composition root.
struct ReviewsFeature
{
    ReviewStore store;
    ReviewService service;
    ReviewRoutes routes;

    ReviewsFeature(Runtime &runtime, deals::DealService &deals, RatingBook &ratings)
        : store(runtime), service(runtime, store, deals, ratings), routes(service)
    {
    }
    void registerJobs(jobs::Registry &registry) { service.registerOn(registry); }
};

} // namespace cargo::reviews
