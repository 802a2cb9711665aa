#include "server/http/front_door.h"

#include "server/core/log.h"
#include "server/http/arrival.h"
#include "server/http/guard_socket.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <ctime>
#include <limits>

namespace cargo::http {

namespace {
constexpr int kRetryAcceptMs = 100;
}

FrontDoor::FrontDoor(Pipeline &pipeline, AddressCounter &addresses, UpgradeHandler onUpgrade)
    : m_pipeline(pipeline), m_addresses(addresses), m_onUpgrade(std::move(onUpgrade)),
      m_open(metrics::gauge("cargo_http_connections", "Open HTTP connections."))
{
    setMaxPendingConnections(std::numeric_limits<int>::max());
    m_sweep.setInterval(limits().sweepMs);
    connect(&m_sweep, &QTimer::timeout, this, &FrontDoor::sweep);
    m_sweep.start();
    // Out of descriptors: Qt stops accepting for ever, we try again when some were closed.
    connect(this, &QTcpServer::acceptError, this, [this] {
        log::warning("http.accept_failed", {{"why", errorString()}});
        QTimer::singleShot(kRetryAcceptMs, this, [this] { resumeAccepting(); });
    });
}

FrontDoor::~FrontDoor()
{
    // Before the base class ends its children: each takes itself off our list.
    while (!m_watched.empty())
        delete m_watched.back();
}

qint64 FrontDoor::nowMs()
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC_COARSE, &now);
    return now.tv_sec * 1000LL + now.tv_nsec / 1'000'000;
}

void FrontDoor::watch(Watched *watched)
{
    watched->slot = m_watched.size();
    m_watched.push_back(watched);
    m_open.add(1);
}

void FrontDoor::forget(Watched *watched)
{
    m_watched.back()->slot = watched->slot;
    std::swap(m_watched[watched->slot], m_watched.back());
    m_watched.pop_back();
    m_open.add(-1);
}

void FrontDoor::sweep()
{
    const qint64 now = nowMs();
    // Backwards: who expires may take itself off the list, and the last one then comes to its place.
    for (size_t i = m_watched.size(); i-- > 0;) {
        if (i >= m_watched.size())
            continue;
        Watched *watched = m_watched[i];
        if (watched->deadlineMs != 0 && watched->deadlineMs <= now)
            watched->expire();
    }
}

void FrontDoor::incomingConnection(qintptr descriptor)
{
    const int fd = int(descriptor);
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    if (getpeername(fd, reinterpret_cast<sockaddr *>(&address), &size) != 0) {
        ::close(fd);
        return;
    }
    const int one = 1;
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    const AddressKey key = addressKey(address);
    if (m_draining || m_watched.size() >= size_t(limits().connections)) {
        Arrival::refuse(this, fd, {ErrorCode::Unavailable, "connections"});
        return;
    }
    if (!m_addresses.add(key, limits().connectionsPerAddress)) {
        Arrival::refuse(this, fd, {ErrorCode::RateLimited, "connections of one address"});
        return;
    }
    Arrival::begin(this, fd, key);
}

void FrontDoor::becomeSocket(int fd, const AddressKey &address)
{
    auto *socket = new GuardSocket(this, address);
    if (!socket->setSocketDescriptor(fd)) {
        ::close(fd);
        delete socket;
        return;
    }
    addPendingConnection(socket);
}

void FrontDoor::upgrade(int fd, RequestPtr head) { m_onUpgrade(fd, std::move(head)); }

void FrontDoor::startDraining()
{
    m_draining = true;
    close();
    const auto all = m_watched;
    for (Watched *watched : all)
        watched->drain();
}

void FrontDoor::cutOff()
{
    m_sweep.stop();
    const auto all = m_watched;
    for (Watched *watched : all)
        watched->expire();
}

} // namespace cargo::http
