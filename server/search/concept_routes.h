#pragma once

#include "server/http/router.h"
#include "server/search/concept_service.h"

namespace cargo::search {

// /admin/concepts: the dictionary of concepts in the console.
class ConceptRoutes
{
public:
    explicit ConceptRoutes(ConceptService &service) : m_service(service) {}
    void registerOn(http::Router &router);

private:
    QCoro::Task<http::Response> list(http::RequestPtr request);
    QCoro::Task<http::Response> versions(http::RequestPtr request);
    QCoro::Task<http::Response> preview(http::RequestPtr request);
    QCoro::Task<http::Response> change(http::RequestPtr request);
    QCoro::Task<http::Response> restore(http::RequestPtr request);

    ConceptService &m_service;
};

} // namespace cargo::search
