#pragma once

#include "server/config/settings.h"
#include "server/http/server.h"

#include <QByteArray>

#include <functional>
#include <utility>
#include <vector>

namespace cargo::ops {

// What /readyz tells of a dependency.
struct Check
{
    QByteArray name;
    bool good = false;
    bool needed = true; // false: told, but the server does its work without it
};
// Called on the ops server's thread.
using Readiness = std::function<std::vector<Check>()>;

// The listener for operators, on a port of its own that is not public: /healthz (the process runs), /readyz (it can do its
// work) and /metrics (Prometheus). The same guarded HTTP as the public side. Belongs to the thread that made it.
class OpsServer
{
public:
    OpsServer(const Clock &clock, Readiness readiness);
    ~OpsServer();

    // "127.0.0.1:0". Error: Unavailable.
    Outcome listen(const QByteArray &address);
    quint16 port() const { return m_port; }
    // /readyz says no from now on, so that balancers send nobody here while the server drains.
    void setDraining() { m_draining = true; }

private:
    http::Response ready() const;

    Readiness m_readiness;
    bool m_draining = false;
    quint16 m_port = 0;
    http::Router m_router;
    http::LocalRateLimiter m_limiter;
    http::AddressCounter m_addresses;
    std::unique_ptr<Authenticator> m_nobody;
    std::unique_ptr<http::Pipeline> m_pipeline;
    std::unique_ptr<http::Server> m_server;
};

// GET /openapi.yaml, the contract that travels inside the program.
void registerContract(http::Router &router);

// GET /api/v1/status, for the apps: which of them may still be used, what is said during maintenance, the server's clock.
// Both outlive the router.
void registerStatus(http::Router &router, const config::Settings &settings, const Clock &clock);

} // namespace cargo::ops
