#pragma once

#include "server/deals/act_service.h"
#include "server/deals/deal_service.h"
#include "server/deals/quote_service.h"
#include "server/deals/road_service.h"
#include "server/deals/safety_service.h"
#include "server/http/router.h"

namespace cargo::deals {

// HTTP of deals, except disputes and reviews.
class DealRoutes
{
public:
    DealRoutes(DealService &service, RoadService &road, SafetyService &safety, QuoteService &quotes, ActService &acts)
        : m_service(service), m_road(road), m_safety(safety), m_quotes(quotes), m_acts(acts)
    {
    }
    void registerOn(http::Router &router);

private:
    QCoro::Task<http::Response> create(http::RequestPtr request);
    QCoro::Task<http::Response> act(http::RequestPtr request, bool asPdf);
    QCoro::Task<http::Response> quote(http::RequestPtr request);
    QCoro::Task<http::Response> feeTerms(http::RequestPtr request);
    QCoro::Task<http::Response> list(http::RequestPtr request);
    QCoro::Task<http::Response> get(http::RequestPtr request);
    QCoro::Task<http::Response> timeline(http::RequestPtr request);
    QCoro::Task<http::Response> payments(http::RequestPtr request);
    QCoro::Task<http::Response> answerAmendment(http::RequestPtr request, bool accept);
    // A POST below deals/{id} whose body is a Body.
    template <typename Body, typename Service>
    QCoro::Task<http::Response> order(http::RequestPtr request, Service &service,
                                      QCoro::Task<Result<Answer>> (Service::*what)(CallContextPtr, DealId, Body));

    DealService &m_service;
    RoadService &m_road;
    SafetyService &m_safety;
    QuoteService &m_quotes;
    ActService &m_acts;
};

} // namespace cargo::deals
