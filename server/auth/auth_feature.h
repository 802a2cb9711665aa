#pragma once

#include "server/auth/auth_routes.h"
#include "server/jobs/registry.h"

namespace cargo::auth {

// Auth as one piece for the composition root; one on each thread, over one AuthShared of the process.
struct AuthFeature
{
    const Runtime &runtime;
    AuthStore store;
    SessionService sessions;
    CodeService codes;
    AuthService service;
    AccountService accounts;
    BanService bans;
    AuthRoutes routes;

    AuthFeature(Runtime &home, AuthShared &shared, users::UserService &users)
        : runtime(home), store(home.db), sessions(home, shared, store, users), codes(home, shared, store, users, sessions),
          service(home, shared, store, users, sessions, codes), accounts(home, store, users, sessions), bans(home, shared),
          routes(service, sessions, codes, accounts, bans)
    {
    }
    void registerOn(http::Router &router) { routes.registerOn(router); }
    void registerJobs(jobs::Registry &registry);
    // On the jobs thread, once at start and before the listeners open: ended sessions, the daily sweep.
    QCoro::Task<Outcome> start(CallContextPtr context);

private:
    QCoro::Task<Outcome> sweep(CallContextPtr context);
};

} // namespace cargo::auth
