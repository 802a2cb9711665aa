#pragma once

#include "server/users/erasure_job.h"
#include "server/users/user_routes.h"

namespace cargo::users {

// Users as one piece for the composition root; one on each thread.
struct UsersFeature
{
    UserStore store;
    UserService service;
    UserRoutes routes;
    ErasureJob erasure;

    explicit UsersFeature(Runtime &runtime) : store(runtime.db), service(runtime, store), routes(service), erasure(runtime) {}
    void registerOn(http::Router &router) { routes.registerOn(router); }
    void registerJobs(jobs::Registry &registry) { erasure.registerJobs(registry); }
};

} // namespace cargo::users
