#pragma once

#include "server/http/address_counter.h"
#include "server/http/front_door.h"

#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace cargo::http {

class HttpServer;

// Opens `count` listening descriptors on one address ("127.0.0.1:8080", "[::1]:0"), one for each thread: the kernel spreads
// connections over them. With port 0 all share the port that the first one got. Error: Unavailable, with what to do.
Result<std::vector<int>> openListeners(const QByteArray &address, int count);
quint16 portOf(int listener);

// HTTP and the upgrades to WebSocket for one event-loop thread; made, used and destroyed there. What is shared between
// threads (`addresses`, the rate limiter, the router) is handed in.
class Server
{
public:
    Server(Pipeline &pipeline, AddressCounter &addresses, UpgradeHandler onUpgrade = {});
    ~Server();
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

    // Takes the descriptor over.
    void listen(int listener);
    // Stops accepting, lets requests end, and calls `done` when the last connection is gone or the time is over.
    void drain(int boundMs, std::function<void()> done);

private:
    void checkDrained();

    Pipeline &m_pipeline;
    AddressCounter &m_addresses;
    UpgradeHandler m_onUpgrade;
    std::unique_ptr<HttpServer> m_http;
    QTimer m_draining;
    qint64 m_drainUntilMs = 0;
    std::function<void()> m_drained;
};

} // namespace cargo::http
