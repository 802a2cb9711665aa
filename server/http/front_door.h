#pragma once

#include "server/http/address_counter.h"
#include "server/http/pipeline.h"

#include <QTcpServer>
#include <QTimer>

#include <functional>
#include <vector>

namespace cargo::http {

class GuardSocket;

// Takes a connection whose opening request was read: the descriptor is non-blocking and belongs to the one called.
using UpgradeHandler = std::function<void(int fd, RequestPtr head)>;

// Something with a deadline on this thread: a connection, or one that has not told yet what it is.
class Watched
{
public:
    virtual ~Watched() = default;
    virtual void expire() = 0;
    // The server ends: close when idle, else after the present answer.
    virtual void drain() = 0;
    qint64 deadlineMs = 0; // monotonic; 0: none
    size_t slot = 0;       // in FrontDoor's list
};

// Where connections of one thread come in. A WebSocket upgrade is seen before a QTcpSocket exists and handed on as a plain
// descriptor; everything else becomes a GuardSocket for the Qt HTTP server that this door is bound to. Keeps the limits of
// connections and looks at all deadlines. It parses no request itself.
class FrontDoor final : public QTcpServer
{
    Q_OBJECT
public:
    FrontDoor(Pipeline &pipeline, AddressCounter &addresses, UpgradeHandler onUpgrade);
    ~FrontDoor() override;

    Pipeline &pipeline() { return m_pipeline; }
    const limits::Http &limits() const { return m_pipeline.limits(); }
    static qint64 nowMs();

    void watch(Watched *watched);
    void forget(Watched *watched);
    // Makes the Qt side of a connection; the address stays counted.
    void becomeSocket(int fd, const AddressKey &address);
    void upgrade(int fd, RequestPtr head);
    bool canUpgrade() const { return bool(m_onUpgrade); }
    void release(const AddressKey &address) { m_addresses.remove(address); }

    // The socket whose request Qt parses at this moment.
    void setCurrent(GuardSocket *socket) { m_current = socket; }
    GuardSocket *takeCurrent() { return std::exchange(m_current, nullptr); }
    // Requests that the guard reads alone (uploads) go this way.
    std::function<void(GuardSocket *, ExchangePtr)> serve;

    void startDraining();
    bool draining() const { return m_draining; }
    bool empty() const { return m_watched.empty(); }
    // Whatever is left is cut off.
    void cutOff();

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void sweep();

    Pipeline &m_pipeline;
    AddressCounter &m_addresses;
    UpgradeHandler m_onUpgrade;
    QTimer m_sweep;
    std::vector<Watched *> m_watched;
    GuardSocket *m_current = nullptr;
    bool m_draining = false;
    metrics::Gauge &m_open;
};

} // namespace cargo::http
