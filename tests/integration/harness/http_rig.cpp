#include "harness/http_rig.h"

#include "server/core/metrics.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QFile>
#include <QSemaphore>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace cargo::test {

HttpPeer::HttpPeer(quint16 port) : m_fd(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_fd, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
        m_end = End::Reset;
}

HttpPeer::~HttpPeer() { close(); }

void HttpPeer::close()
{
    if (m_fd >= 0)
        ::close(std::exchange(m_fd, -1));
}

void HttpPeer::closeWithReset()
{
    const linger now{1, 0};
    setsockopt(m_fd, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    close();
}

bool HttpPeer::send(const QByteArray &bytes, int ms)
{
    QElapsedTimer clock;
    clock.start();
    for (qsizetype done = 0; done < bytes.size();) {
        const ssize_t count = ::send(m_fd, bytes.constData() + done, size_t(bytes.size() - done), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (count > 0) {
            done += count;
            m_sentBytes += count;
            continue;
        }
        if (errno != EAGAIN)
            return false;
        const int left = ms - int(clock.elapsed());
        pollfd waiting{m_fd, POLLOUT, 0};
        if (left <= 0 || ::poll(&waiting, 1, left) <= 0)
            return false;
    }
    return true;
}

bool HttpPeer::fill(int ms)
{
    if (m_end != End::Open)
        return false;
    pollfd waiting{m_fd, POLLIN, 0};
    if (::poll(&waiting, 1, ms) <= 0)
        return false;
    char bytes[64 * 1024];
    const ssize_t count = ::recv(m_fd, bytes, sizeof bytes, MSG_DONTWAIT);
    if (count > 0) {
        m_in.append(bytes, count);
        return true;
    }
    m_end = count == 0 ? End::Closed : End::Reset;
    return false;
}

QByteArray HttpPeer::Answer::header(const QByteArray &lowerCaseName) const
{
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).toLower() == lowerCaseName)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

HttpPeer::Answer HttpPeer::read(bool toHead, int ms)
{
    QElapsedTimer clock;
    clock.start();
    for (;;) {
        const qsizetype end = m_in.indexOf("\r\n\r\n");
        if (end >= 0) {
            Answer answer;
            answer.head = m_in.left(end + 2);
            answer.status = answer.head.mid(9, 3).toInt();
            const bool bodiless = toHead || answer.status < 200 || answer.status == 204 || answer.status == 304;
            const qsizetype length = bodiless ? 0 : answer.header("content-length").toLongLong();
            if (m_in.size() >= end + 4 + length) {
                answer.body = m_in.mid(end + 4, length);
                m_in.remove(0, end + 4 + length);
                return answer;
            }
        }
        if (!fill(qMax(0, ms - int(clock.elapsed()))))
            return {};
    }
}

QList<int> HttpPeer::statuses(int quietMs)
{
    while (fill(quietMs)) {}
    QList<int> found;
    for (;;) {
        const Answer answer = read(false, 0);
        if (answer.status == 0)
            return found;
        found.append(answer.status);
    }
}

HttpPeer::End HttpPeer::waitForEnd(int ms)
{
    QElapsedTimer clock;
    clock.start();
    while (m_end == End::Open && clock.elapsed() < ms)
        fill(ms - int(clock.elapsed()));
    return m_end;
}

limits::Http HttpRig::quick()
{
    limits::Http limits;
    limits.headMs = 400;
    limits.bodyMs = 400;
    limits.uploadMs = 2000;
    limits.idleMs = 1500;
    limits.handleMs = 800;
    limits.writeMs = 500;
    limits.lingerMs = 500;
    limits.sweepMs = 20;
    return limits;
}

namespace {
struct NobodySignsIn final : Authenticator
{
    Result<Principal> authenticate(QByteArrayView, Timestamp) const override { return ErrorCode::Unauthorized; }
};
const NobodySignsIn kNobody;
const WallClock kClock;
} // namespace

Timestamp WallClock::now() const { return {QDateTime::currentMSecsSinceEpoch()}; }

HttpRig::HttpRig(std::function<void(http::Router &)> routes) : HttpRig(std::move(routes), Options{}) {}

HttpRig::HttpRig(std::function<void(http::Router &)> routes, Options options) : m_home(std::make_unique<QObject>())
{
    routes(m_router);
    auto listeners = http::openListeners("127.0.0.1:0", 1);
    if (!listeners)
        qFatal("no listener: %s", qPrintable(listeners.error().detail));
    const int listener = listeners->front();
    m_port = http::portOf(listener);
    m_limiter = std::make_unique<http::LocalRateLimiter>(options.perMinute);
    m_thread.setEventDispatcher(new EpollDispatcher);
    m_home->moveToThread(&m_thread);
    m_thread.start();
    onServer([&] {
        if (options.build)
            options.build(m_router);
        if (!options.database.url.isEmpty())
            m_database = std::make_unique<db::Database>(options.database);
        m_pipeline = std::make_unique<http::Pipeline>(http::PipelineParts{
            m_router, kClock, options.authenticator ? *options.authenticator : static_cast<const Authenticator &>(kNobody),
            *m_limiter, m_database.get(), options.limits, options.uploadFolder, options.trustedProxies, options.closed});
        m_server = std::make_unique<http::Server>(*m_pipeline, m_addresses, options.onUpgrade);
        m_server->listen(listener);
    });
}

HttpRig::~HttpRig()
{
    onServer([this] {
        m_server.reset();
        m_pipeline.reset();
        m_database.reset();
    });
    m_thread.quit();
    m_thread.wait();
}

void HttpRig::onServer(const std::function<void()> &function)
{
    QMetaObject::invokeMethod(m_home.get(), function, Qt::BlockingQueuedConnection);
}

bool HttpRig::drain(int boundMs)
{
    QSemaphore done;
    onServer([&] { m_server->drain(boundMs, [&] { done.release(); }); });
    return done.tryAcquire(1, boundMs + 3000);
}

qint64 openConnections() { return metrics::gauge("cargo_http_connections", "Open HTTP connections.").value(); }

qint64 residentBytes()
{
#ifdef __SANITIZE_ADDRESS__
    return 0; // what was freed stays in quarantine
#endif
    QFile statm(QStringLiteral("/proc/self/statm"));
    if (!statm.open(QIODevice::ReadOnly))
        return 0;
    return statm.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE);
}

} // namespace cargo::test
