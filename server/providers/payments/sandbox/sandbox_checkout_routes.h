#pragma once

#include "server/http/router.h"
#include "server/providers/payments/sandbox/sandbox_bank.h"

namespace cargo::payments::sandbox {

// The page on which a buyer "pays" in the sandbox: GET and POST /sandbox/checkout/{id}. A person gets HTML and goes back
// to return_url; a program says Accept: application/json and gets the status.
class SandboxCheckoutRoutes
{
public:
    explicit SandboxCheckoutRoutes(SandboxBank &bank) : m_bank(bank) {}
    void registerOn(http::Router &router);

private:
    QCoro::Task<http::Response> show(http::RequestPtr request);
    QCoro::Task<http::Response> choose(http::RequestPtr request);

    SandboxBank &m_bank;
};

} // namespace cargo::payments::sandbox
