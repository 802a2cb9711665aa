#pragma once

#include "server/admin/admin_store.h"
#include "server/http/router.h"

namespace cargo::admin {

// The audit for admins: read with filters, checked link by link, exported.
class AuditRoutes
{
public:
    AuditRoutes(Runtime &runtime, AdminStore &store) : m_runtime(runtime), m_store(store) {}
    void registerOn(http::Router &router);

private:
    QCoro::Task<http::Response> audit(http::RequestPtr request);
    QCoro::Task<http::Response> verify(http::RequestPtr request);
    QCoro::Task<http::Response> exportLines(http::RequestPtr request);

    Runtime &m_runtime;
    AdminStore &m_store;
};

} // namespace cargo::admin
