#pragma once

#include "server/http/router.h"
#include "server/kyc/kyc_desk_service.h"
#include "server/kyc/kyc_service.h"

namespace cargo::kyc {

// kyc/applications… for the user himself, and what providers send.
class KycRoutes
{
public:
    KycRoutes(KycService &service, CheckJob &checks) : m_service(service), m_checks(checks) {}
    void registerOn(http::Router &router);

private:
    QCoro::Task<http::Response> begin(http::RequestPtr request);
    QCoro::Task<http::Response> current(http::RequestPtr request);
    QCoro::Task<http::Response> addDocument(http::RequestPtr request);
    QCoro::Task<http::Response> submit(http::RequestPtr request);
    QCoro::Task<http::Response> webhook(http::RequestPtr request);

    KycService &m_service;
    CheckJob &m_checks;
};

// admin/queues/kyc… and admin/kyc… for the desk.
class KycDeskRoutes
{
public:
    explicit KycDeskRoutes(KycDeskService &service) : m_service(service) {}
    void registerOn(http::Router &router);

private:
    QCoro::Task<http::Response> show(http::RequestPtr request);
    QCoro::Task<http::Response> reveal(http::RequestPtr request);
    QCoro::Task<http::Response> decide(http::RequestPtr request);

    KycDeskService &m_service;
};

} // namespace cargo::kyc
