#pragma once

#include "server/core/runtime.h"
#include "server/http/router.h"

namespace cargo::ledger {

// GET admin/ledger: the journal, newest first, for finance.
class LedgerRoutes
{
public:
    explicit LedgerRoutes(Runtime &runtime) : m_db(runtime.db) {}
    void registerOn(http::Router &router);

private:
    QCoro::Task<http::Response> journal(http::RequestPtr request);

    db::Database &m_db;
};

} // namespace cargo::ledger
