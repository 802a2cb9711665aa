#pragma once

#include "server/http/router.h"
#include "server/knowledge/knowledge_service.h"

namespace cargo::knowledge {

// knowledge and knowledge/{slug} for everybody, admin/knowledge/… for admins.
class KnowledgeRoutes
{
public:
    explicit KnowledgeRoutes(KnowledgeService &service) : m_service(service) {}
    void registerOn(http::Router &router);

private:
    QCoro::Task<http::Response> list(http::RequestPtr request);
    QCoro::Task<http::Response> page(http::RequestPtr request);
    QCoro::Task<http::Response> overview(http::RequestPtr request);
    QCoro::Task<http::Response> create(http::RequestPtr request);
    QCoro::Task<http::Response> editorPage(http::RequestPtr request);
    QCoro::Task<http::Response> versions(http::RequestPtr request);
    QCoro::Task<http::Response> version(http::RequestPtr request);
    QCoro::Task<http::Response> saveDraft(http::RequestPtr request);
    QCoro::Task<http::Response> dropDraft(http::RequestPtr request);
    QCoro::Task<http::Response> publish(http::RequestPtr request);

    KnowledgeService &m_service;
};

// The texts of the house as one piece for the composition root.
struct KnowledgeFeature
{
    KnowledgeStore store;
    KnowledgeService service;
    KnowledgeRoutes routes;

    KnowledgeFeature(Runtime &runtime, proposals::ProposalService &proposals)
        : store(runtime), service(runtime, store, proposals), routes(service)
    {
    }
    void registerOn(http::Router &router) { routes.registerOn(router); }
};

} // namespace cargo::knowledge
