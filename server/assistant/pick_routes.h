#pragma once

#include "server/assistant/pick_service.h"
#include "server/http/router.h"

namespace cargo::assistant {

// POST assistant/pick: open to everybody, as search is. It changes nothing and takes no Idempotency-Key.
class PickRoutes
{
public:
    explicit PickRoutes(PickService &service) : m_service(service) {}
    void registerOn(http::Router &router);

private:
    QCoro::Task<http::Response> pick(http::RequestPtr request);

    PickService &m_service;
};

// The assistant as one piece for the composition root.
struct AssistantFeature
{
    PickService picker;
    PickRoutes routes;

    AssistantFeature(Runtime &runtime, search::SearchService &search) : picker(runtime, search), routes(picker) {}
    void registerOn(http::Router &router) { routes.registerOn(router); }
};

} // namespace cargo::assistant
