#pragma once

#include "server/http/router.h"

#include <memory>

namespace cargo {

// Every route of the public listener, registered by the same features as in the server, but with nothing behind them: no
// database, no files, no clock that moves. For `cargod routes` and for the tests that hold the routes to the contract and
// to the table of who may what. Handlers must not be called.
class AppRoutes
{
public:
    AppRoutes();
    ~AppRoutes();
    const std::vector<std::unique_ptr<http::Router::Route>> &all() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

// "public", "signed_in", or the permissions that staff need: "support", "support | finance".
QByteArray accessWord(const http::RouteOptions &options);

} // namespace cargo
