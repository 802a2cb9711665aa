#pragma once

#include "server/behaviour/behaviour_service.h"
#include "server/http/router.h"

namespace cargo::behaviour {

// POST events, GET and PUT me/personalisation: a person's own, whoever he is.
class BehaviourRoutes
{
public:
    explicit BehaviourRoutes(BehaviourService &service) : m_service(service) {}
    void registerOn(http::Router &router);

private:
    QCoro::Task<http::Response> note(http::RequestPtr request);
    QCoro::Task<http::Response> choice(http::RequestPtr request);
    QCoro::Task<http::Response> choose(http::RequestPtr request);

    BehaviourService &m_service;
};

// Behaviour as one piece for the composition root.
struct BehaviourFeature
{
    BehaviourStore store;
    BehaviourService service;
    BehaviourRoutes routes;

    BehaviourFeature(Runtime &runtime, ProfileShelf &shelf) : store(runtime), service(runtime, store, shelf), routes(service) {}
    void registerOn(http::Router &router) { routes.registerOn(router); }
    void registerJobs(jobs::Registry &registry) { service.registerJobs(registry); }
};

} // namespace cargo::behaviour
