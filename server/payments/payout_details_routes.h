#pragma once

#include "server/http/router.h"
#include "server/payments/payout_details_service.h"

namespace cargo::payments {

// GET and PUT me/payout-details.
class PayoutDetailsRoutes
{
public:
    explicit PayoutDetailsRoutes(PayoutDetailsService &service) : m_service(service) {}
    void registerOn(http::Router &router);

private:
    QCoro::Task<http::Response> show(http::RequestPtr request);
    QCoro::Task<http::Response> change(http::RequestPtr request);

    PayoutDetailsService &m_service;
};

} // namespace cargo::payments
