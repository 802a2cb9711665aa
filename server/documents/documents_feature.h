#pragma once

#include "server/documents/document_service.h"
#include "server/http/router.h"

namespace cargo::documents {

// deals/{id}/documents: add (POST multipart, ?kind=&name=), list, open and take back.
class DocumentRoutes
{
public:
    explicit DocumentRoutes(DocumentService &service) : m_service(service) {}
    void registerOn(http::Router &router);

private:
    QCoro::Task<http::Response> add(http::RequestPtr request);
    QCoro::Task<http::Response> list(http::RequestPtr request);
    QCoro::Task<http::Response> open(http::RequestPtr request);
    QCoro::Task<http::Response> remove(http::RequestPtr request);

    DocumentService &m_service;
};

// Papers of deals as one piece for the composition root; one on each thread. Vault and scanner are shared.
struct DocumentsFeature
{
    DocumentService service;
    DocumentRoutes routes;

    DocumentsFeature(Runtime &runtime, vault::Vault &vault, const scan::ScanProvider &scanner)
        : service(runtime, vault, scanner), routes(service)
    {
    }
    void registerOn(http::Router &router) { routes.registerOn(router); }
    void registerJobs(jobs::Registry &registry) { service.registerJobs(registry); }
};

} // namespace cargo::documents
