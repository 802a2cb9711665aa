#pragma once

#include "server/admin/admin_store.h"
#include "server/http/router.h"

namespace cargo::admin {

// Figures for staff.
class AdminRoutes
{
public:
    explicit AdminRoutes(AdminStore &store) : m_store(store) {}
    void registerOn(http::Router &router);

private:
    QCoro::Task<http::Response> stats(http::RequestPtr request);

    AdminStore &m_store;
};

} // namespace cargo::admin
