// bench_ws_server PORT [THREADS]: the product's WebSocket hub with one more frame, {"type":"relay","to":uuid,"body":text},
// which goes to the sockets of that user. Any UUID is a token. No database: what is measured is the hub.
#include "server/bus/in_process_bus.h"
#include "server/core/epoll_dispatcher.h"
#include "server/ws/hub.h"
#include "shared/api/json_writer.h"

#include <QCoreApplication>
#include <QSocketNotifier>
#include <QThread>

#include <arpa/inet.h>
#include <cstdio>
#include <cstdlib>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace cargo;

namespace {

class AnyUuid final : public Authenticator
{
public:
    Result<Principal> authenticate(QByteArrayView token, Timestamp) const override
    {
        const auto user = UserId::fromText(token);
        if (!user)
            return ErrorCode::Unauthorized;
        Principal principal;
        principal.user = *user;
        return principal;
    }
};

class NoEvents final : public ws::EventLog
{
public:
    QCoro::Task<Result<Page>> after(CallContextPtr, UserId, qint64, int) override { co_return Page{}; }
    QCoro::Task<Result<Numbers>> current(CallContextPtr, std::vector<UserId>) override { co_return Numbers{}; }
};

class SystemClock final : public Clock
{
public:
    Timestamp now() const override
    {
        timespec time{};
        ::clock_gettime(CLOCK_REALTIME, &time);
        return {qint64(time.tv_sec) * 1000 + time.tv_nsec / 1'000'000};
    }
};

QCoro::Task<Result<QByteArray>> relay(ws::Hub *hub, QJsonObject frame)
{
    const auto to = UserId::fromText(QStringView(frame.value(QLatin1String("to")).toString()));
    if (!to)
        co_return Error{ErrorCode::InvalidFormat, QStringLiteral("to"), {}};
    api::JsonWriter out(256);
    out.beginObject().field("type", "relay").field("body", frame.value(QLatin1String("body")).toString()).endObject();
    hub->sendTo(*to, out.take());
    co_return QByteArray();
}

int listenOn(quint16 port)
{
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    const int on = 1;
    ::setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    ::setsockopt(fd, SOL_SOCKET, SO_REUSEPORT, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::bind(fd, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0 || ::listen(fd, 4096) != 0) {
        std::perror("listen");
        std::exit(1);
    }
    return fd;
}

// The head of the upgrade comes in one piece from the load client. The product's front door is not part of this bench.
http::RequestPtr readHead(int fd)
{
    QByteArray head(4096, Qt::Uninitialized);
    ssize_t got = -1;
    for (int i = 0; i < 1000 && got < 0; ++i) {
        got = ::recv(fd, head.data(), size_t(head.size()), 0);
        if (got < 0)
            ::usleep(100);
    }
    auto request = std::make_shared<http::Request>();
    if (got <= 0)
        return request;
    head.truncate(got);
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            request->headers.emplace_back(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    return request;
}

void serve(quint16 port, ws::Directory *directory, const AnyUuid *tokens, const SystemClock *clock)
{
    NoEvents log;
    ws::Hub hub(*directory, log, *tokens, *clock);
    hub.onFrame("relay", [&hub](ws::SessionPtr, CallContextPtr, QJsonObject frame) { return relay(&hub, std::move(frame)); });
    const int listener = listenOn(port);
    QSocketNotifier incoming(listener, QSocketNotifier::Read);
    QObject::connect(&incoming, &QSocketNotifier::activated, &hub, [&] {
        for (int fd = 0; (fd = ::accept4(listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC)) >= 0;)
            hub.adopt(fd, readHead(fd));
    });
    QEventLoop().exec();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (argc < 2) {
        std::fprintf(stderr, "usage: %s PORT [THREADS]\n", argv[0]);
        return 2;
    }
    rlimit files{65536, 65536};
    ::setrlimit(RLIMIT_NOFILE, &files);
    const auto port = quint16(std::atoi(argv[1]));
    const int threads = argc > 2 ? std::atoi(argv[2]) : 2;
    InProcessBus bus;
    limits::Ws limits;
    limits.framesPerSecond = 0;
    ws::Directory directory(bus, limits);
    const AnyUuid tokens;
    const SystemClock clock;
    for (int i = 0; i < threads; ++i) {
        QThread *thread = QThread::create([&] { serve(port, &directory, &tokens, &clock); });
        thread->setEventDispatcher(new EpollDispatcher);
        thread->start();
    }
    return app.exec();
}
