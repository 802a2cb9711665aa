#pragma once

#include "server/payments/payout_details_routes.h"

namespace cargo::payments {

// Payout details as one piece for the composition root. Apart from the rest of payments, which know nobody's password.
struct PayoutDetailsFeature
{
    PayoutDetailsService service;
    PayoutDetailsRoutes routes;

    PayoutDetailsFeature(Runtime &runtime, auth::AuthService &auth, users::UserService &users, mail::MailProvider &mail)
        : service(runtime, auth, users, mail), routes(service)
    {
    }
    void registerOn(http::Router &router) { routes.registerOn(router); }
    void registerJobs(jobs::Registry &registry) { service.registerJobs(registry); }
};

} // namespace cargo::payments
