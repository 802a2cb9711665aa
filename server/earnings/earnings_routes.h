#pragma once

#include "server/deals/act_service.h"
#include "server/earnings/earnings_store.h"
#include "server/http/router.h"

namespace cargo::earnings {

// What a driver earns and how he is rated. Everybody reads his own alone; who is no driver has none.
class EarningsRoutes
{
public:
    EarningsRoutes(Runtime &runtime, EarningsStore &store, deals::ActService &printer)
        : m_runtime(runtime), m_store(store), m_printer(printer)
    {
    }
    void registerOn(http::Router &router);

private:
    QCoro::Task<http::Response> list(http::RequestPtr request);
    QCoro::Task<http::Response> statement(http::RequestPtr request);
    QCoro::Task<http::Response> rating(http::RequestPtr request);

    Runtime &m_runtime;
    EarningsStore &m_store;
    deals::ActService &m_printer;
};

} // namespace cargo::earnings
