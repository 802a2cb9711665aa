#include "server/http/server.h"

#include "server/http/http_server.h"

#include <QHostAddress>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace cargo::http {

namespace {
constexpr int kBacklog = 4096;
constexpr int kDrainCheckMs = 20;

struct Endpoint
{
    sockaddr_storage address{};
    socklen_t size = 0;
    void setPort(quint16 port)
    {
        if (address.ss_family == AF_INET)
            reinterpret_cast<sockaddr_in &>(address).sin_port = htons(port);
        else
            reinterpret_cast<sockaddr_in6 &>(address).sin6_port = htons(port);
    }
};

std::optional<Endpoint> parseEndpoint(const QByteArray &text)
{
    const qsizetype colon = text.lastIndexOf(':');
    bool isNumber = false;
    const uint port = colon < 0 ? 0 : text.mid(colon + 1).toUInt(&isNumber);
    if (!isNumber || port > 65535)
        return std::nullopt;
    QByteArray host = text.left(colon);
    if (host.startsWith('[') && host.endsWith(']'))
        host = host.mid(1, host.size() - 2);
    if (host.isEmpty() || host == "*")
        host = "0.0.0.0";
    if (host == "localhost")
        host = "127.0.0.1";
    QHostAddress parsed;
    if (!parsed.setAddress(QString::fromLatin1(host)))
        return std::nullopt;
    Endpoint endpoint;
    if (parsed.protocol() == QAbstractSocket::IPv4Protocol) {
        auto &in = reinterpret_cast<sockaddr_in &>(endpoint.address);
        in.sin_family = AF_INET;
        in.sin_addr.s_addr = htonl(parsed.toIPv4Address());
        endpoint.size = sizeof in;
    } else {
        auto &in6 = reinterpret_cast<sockaddr_in6 &>(endpoint.address);
        in6.sin6_family = AF_INET6;
        const Q_IPV6ADDR bytes = parsed.toIPv6Address();
        std::memcpy(&in6.sin6_addr, &bytes, sizeof bytes);
        endpoint.size = sizeof in6;
    }
    endpoint.setPort(quint16(port));
    return endpoint;
}

// `shared`: several of ours on one port. Negative on failure, with errno.
int openOne(const Endpoint &endpoint, bool shared)
{
    const int fd = ::socket(endpoint.address.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (fd < 0)
        return -1;
    const int one = 1;
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    if (shared)
        setsockopt(fd, SOL_SOCKET, SO_REUSEPORT, &one, sizeof one);
    if (::bind(fd, reinterpret_cast<const sockaddr *>(&endpoint.address), endpoint.size) != 0 || ::listen(fd, kBacklog) != 0) {
        const int why = errno;
        ::close(fd);
        errno = why;
        return -1;
    }
    return fd;
}
} // namespace

Result<std::vector<int>> openListeners(const QByteArray &address, int count)
{
    auto endpoint = parseEndpoint(address);
    if (!endpoint)
        return {ErrorCode::Unavailable, QStringLiteral("listen"),
                QStringLiteral("expected address:port, for example 127.0.0.1:8080")};
    // SO_REUSEPORT would let us share a port with a server of the same user that is already there: ask once without it.
    const int probe = openOne(*endpoint, false);
    if (probe < 0)
        return {ErrorCode::Unavailable, QStringLiteral("listen"),
                QString::fromLocal8Bit(strerror(errno)) + QStringLiteral(": choose another address with --listen")};
    endpoint->setPort(portOf(probe));
    ::close(probe);
    std::vector<int> listeners;
    for (int i = 0; i < count; ++i) {
        const int fd = openOne(*endpoint, true);
        if (fd < 0) {
            for (const int open : listeners)
                ::close(open);
            return {ErrorCode::Unavailable, QStringLiteral("listen"), QString::fromLocal8Bit(strerror(errno))};
        }
        listeners.push_back(fd);
    }
    return listeners;
}

quint16 portOf(int listener)
{
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    if (getsockname(listener, reinterpret_cast<sockaddr *>(&address), &size) != 0)
        return 0;
    return ntohs(address.ss_family == AF_INET ? reinterpret_cast<sockaddr_in &>(address).sin_port
                                              : reinterpret_cast<sockaddr_in6 &>(address).sin6_port);
}

Server::Server(Pipeline &pipeline, AddressCounter &addresses, UpgradeHandler onUpgrade)
    : m_pipeline(pipeline), m_addresses(addresses), m_onUpgrade(std::move(onUpgrade))
{
    m_draining.setInterval(kDrainCheckMs);
    QObject::connect(&m_draining, &QTimer::timeout, &m_draining, [this] { checkDrained(); });
}

Server::~Server() = default;

void Server::listen(int listener)
{
    m_http = std::make_unique<HttpServer>(std::make_unique<FrontDoor>(m_pipeline, m_addresses, m_onUpgrade), listener);
}

void Server::drain(int boundMs, std::function<void()> done)
{
    m_drained = std::move(done);
    m_drainUntilMs = FrontDoor::nowMs() + boundMs;
    if (m_http)
        m_http->door().startDraining();
    m_draining.start();
}

void Server::checkDrained()
{
    const bool late = FrontDoor::nowMs() >= m_drainUntilMs;
    if (m_http && !m_http->door().empty() && !late)
        return;
    m_draining.stop();
    if (m_http)
        m_http->door().cutOff();
    if (auto done = std::exchange(m_drained, nullptr))
        done();
}

} // namespace cargo::http
