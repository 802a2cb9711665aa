#pragma once

#include "server/core/epoll_dispatcher.h"
#include "server/http/pipeline.h"
#include "server/http/server.h"

#include <QThread>

#include <atomic>
#include <functional>
#include <memory>

namespace cargo::test {

// The other end of an HTTP connection, byte by byte, blocking with a bound.
class HttpPeer
{
public:
    explicit HttpPeer(quint16 port);
    ~HttpPeer();
    HttpPeer(HttpPeer &&other) noexcept
        : m_fd(std::exchange(other.m_fd, -1)), m_sentBytes(other.m_sentBytes), m_in(std::move(other.m_in)), m_end(other.m_end)
    {
    }

    struct Answer
    {
        int status = 0;
        QByteArray head; // with the status line
        QByteArray body;
        QByteArray header(const QByteArray &lowerCaseName) const;
    };
    enum class End { Open, Closed, Reset };

    // False when the server closed or the time is over.
    bool send(const QByteArray &bytes, int ms = 3000);
    // Bytes that went out so far.
    qint64 sentBytes() const { return m_sentBytes; }
    // The next complete answer; status 0 when none came in time. `toHead`: no body follows.
    Answer read(bool toHead = false, int ms = 3000);
    // Statuses of everything that comes until the end or until nothing came for `quietMs`.
    QList<int> statuses(int quietMs = 300);
    // Waits for the end of the connection.
    End waitForEnd(int ms = 3000);
    Answer ask(const QByteArray &request)
    {
        send(request);
        return read();
    }
    // Bytes that came and were not read as answers.
    const QByteArray &received() const { return m_in; }
    void closeWithReset();
    void close();

private:
    bool fill(int ms);
    int m_fd;
    qint64 m_sentBytes = 0;
    QByteArray m_in;
    End m_end = End::Open;
};

// A server on a thread of its own with the real event dispatcher, on a free port of the loopback.
class HttpRig
{
public:
    struct Options
    {
        limits::Http limits = quick();
        const Authenticator *authenticator = nullptr;
        std::array<qint64, limits::kBucketNames.size()> perMinute = {};
        QString uploadFolder;
        QStringList trustedProxies;
        bool closed = false;
        http::UpgradeHandler onUpgrade;
        db::DatabaseOptions database; // with a URL: stored answers
        // Called on the server's thread before it listens: features that bring a database of that thread.
        std::function<void(http::Router &)> build;
    };
    // Deadlines of a fraction of a second, so that tests need not wait long.
    static limits::Http quick();

    HttpRig(std::function<void(http::Router &)> routes, Options options);
    explicit HttpRig(std::function<void(http::Router &)> routes);
    ~HttpRig();

    quint16 port() const { return m_port; }
    HttpPeer connect() const { return HttpPeer(m_port); }
    // Starts draining and returns when it is done.
    bool drain(int boundMs);
    // Runs a function on the server's thread and waits.
    void onServer(const std::function<void()> &function);
    db::Database *database() { return m_database.get(); }

private:
    quint16 m_port = 0;
    http::Router m_router;
    std::unique_ptr<db::Database> m_database;
    std::unique_ptr<http::LocalRateLimiter> m_limiter;
    http::AddressCounter m_addresses;
    std::unique_ptr<http::Pipeline> m_pipeline;
    std::unique_ptr<http::Server> m_server;
    QThread m_thread;
    std::unique_ptr<QObject> m_home;
};

struct WallClock final : Clock
{
    Timestamp now() const override;
};

// HTTP connections that are open in this process, over all rigs.
qint64 openConnections();
// Resident memory of this process.
qint64 residentBytes();

} // namespace cargo::test
