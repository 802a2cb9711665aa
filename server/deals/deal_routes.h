#pragma once

#include "server/deals/act_service.h"
#include "server/deals/deal_service.h"
#include "server/deals/quote_service.h"
#include "server/http/router.h"

namespace cargo::deals {

// HTTP of deals, except disputes and reviews.
class DealRoutes
{
public:
    DealRoutes(DealService &service, QuoteService &quotes, ActService &acts) : m_service(service), m_quotes(quotes), m_acts(acts)
    {
    }
    void registerOn(http::Router &router);

private:
    QCoro::Task<http::Response> create(http::RequestPtr request);
    QCoro::Task<http::Response> act(http::RequestPtr request, bool asPdf);
    QCoro::Task<http::Response> quote(http::RequestPtr request);
    QCoro::Task<http::Response> list(http::RequestPtr request);
    QCoro::Task<http::Response> get(http::RequestPtr request);
    QCoro::Task<http::Response> timeline(http::RequestPtr request);
    QCoro::Task<http::Response> payments(http::RequestPtr request);
    QCoro::Task<http::Response> answerAmendment(http::RequestPtr request, bool accept);
    // A POST below deals/{id} whose body is a Body.
    template <typename Body>
    using Order = QCoro::Task<Result<Answer>> (DealService::*)(CallContextPtr, DealId, Body);
    template <typename Body>
    QCoro::Task<http::Response> order(http::RequestPtr request, Order<Body> what);

    DealService &m_service;
    QuoteService &m_quotes;
    ActService &m_acts;
};

} // namespace cargo::deals
