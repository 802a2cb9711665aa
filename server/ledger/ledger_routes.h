#pragma once

#include "server/core/runtime.h"
#include "server/http/router.h"

namespace cargo::ledger {

// The journal, newest first, the trial balance and the replay of one deal, for finance.
class LedgerRoutes
{
public:
    explicit LedgerRoutes(Runtime &runtime) : m_db(runtime.db) {}
    void registerOn(http::Router &router);

private:
    QCoro::Task<http::Response> journal(http::RequestPtr request);
    QCoro::Task<http::Response> trial(http::RequestPtr request);
    QCoro::Task<http::Response> replayDeal(http::RequestPtr request);

    db::Database &m_db;
};

} // namespace cargo::ledger
