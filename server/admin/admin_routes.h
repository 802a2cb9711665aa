#pragma once

#include "server/admin/admin_store.h"
#include "server/admin/find_store.h"
#include "server/http/router.h"

namespace cargo::admin {

// Figures for staff.
class AdminRoutes
{
public:
    AdminRoutes(AdminStore &store, FindStore &finder) : m_store(store), m_finder(finder) {}
    void registerOn(http::Router &router);

private:
    QCoro::Task<http::Response> stats(http::RequestPtr request);
    QCoro::Task<http::Response> find(http::RequestPtr request);

    AdminStore &m_store;
    FindStore &m_finder;
};

} // namespace cargo::admin
