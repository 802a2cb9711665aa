#pragma once

#include "server/earnings/earnings_routes.h"

namespace cargo::earnings {

// Earnings and rating of a driver as one piece for the composition root.
struct EarningsFeature
{
    EarningsStore store;
    EarningsRoutes routes;

    EarningsFeature(Runtime &runtime, deals::ActService &printer) : store(runtime), routes(runtime, store, printer) {}
};

} // namespace cargo::earnings
