#pragma once

#include "server/http/router.h"
#include "server/users/user_service.h"

namespace cargo::users {

// GET/PATCH me, GET users/{id}, POST users/{id}/report, GET admin/users, GET admin/users/{id}.
// DELETE me and bans end sessions and stand with auth.
class UserRoutes
{
public:
    explicit UserRoutes(UserService &service) : m_service(service) {}
    void registerOn(http::Router &router);

private:
    QCoro::Task<http::Response> me(http::RequestPtr request);
    QCoro::Task<http::Response> changeMe(http::RequestPtr request);
    QCoro::Task<http::Response> card(http::RequestPtr request);
    QCoro::Task<http::Response> report(http::RequestPtr request);
    QCoro::Task<http::Response> list(http::RequestPtr request);
    QCoro::Task<http::Response> one(http::RequestPtr request);

    UserService &m_service;
};

} // namespace cargo::users
