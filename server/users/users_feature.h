#pragma once

#include "server/users/user_routes.h"

namespace cargo::users {

// Users as one piece for the composition root; one on each thread.
struct UsersFeature
{
    UserStore store;
    UserService service;
    UserRoutes routes;

    explicit UsersFeature(Runtime &runtime) : store(runtime.db), service(runtime, store), routes(service) {}
    void registerOn(http::Router &router) { routes.registerOn(router); }
};

} // namespace cargo::users
