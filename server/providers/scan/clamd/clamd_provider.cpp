#include "server/providers/scan/clamd/clamd_provider.h"

#include <QUrl>
#include <QtEndian>

#include <netdb.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>

namespace cargo::scan::clamd {

namespace {
constexpr qsizetype kChunkBytes = 256 * 1024;
constexpr qsizetype kMaxAnswerBytes = 4096;

Error unavailable(const QString &detail) { return {ErrorCode::Unavailable, {}, QStringLiteral("clamd: ") + detail}; }

class Socket
{
public:
    explicit Socket(int fd) : m_fd(fd) {}
    ~Socket()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Socket(const Socket &) = delete;
    Socket &operator=(const Socket &) = delete;

    bool open() const { return m_fd >= 0; }
    bool connectTo(const sockaddr *address, socklen_t length, int timeoutMs)
    {
        const timeval wait{timeoutMs / 1000, (timeoutMs % 1000) * 1000};
        // Of Linux's sockets the send timeout holds for connecting too.
        ::setsockopt(m_fd, SOL_SOCKET, SO_SNDTIMEO, &wait, sizeof wait);
        ::setsockopt(m_fd, SOL_SOCKET, SO_RCVTIMEO, &wait, sizeof wait);
        return ::connect(m_fd, address, length) == 0;
    }
    bool write(const char *bytes, qsizetype size)
    {
        while (size > 0) {
            const ssize_t sent = ::send(m_fd, bytes, size_t(size), MSG_NOSIGNAL);
            if (sent < 0 && errno == EINTR)
                continue;
            if (sent <= 0)
                return false;
            bytes += sent;
            size -= sent;
        }
        return true;
    }
    // Up to the zero that ends an answer, or to the end.
    QByteArray readAnswer()
    {
        QByteArray answer;
        char buffer[512];
        while (answer.size() < kMaxAnswerBytes) {
            const ssize_t got = ::recv(m_fd, buffer, sizeof buffer, 0);
            if (got < 0 && errno == EINTR)
                continue;
            if (got <= 0)
                break;
            answer.append(buffer, qsizetype(got));
            if (const qsizetype end = answer.indexOf('\0'); end >= 0)
                return answer.left(end);
        }
        return {}; // cut off: no verdict
    }

private:
    const int m_fd;
};

std::unique_ptr<Socket> connectUnix(const QByteArray &path, int timeoutMs)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= qsizetype(sizeof address.sun_path))
        return nullptr;
    std::memcpy(address.sun_path, path.constData(), size_t(path.size()));
    auto socket = std::make_unique<Socket>(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const bool connected =
        socket->open() && socket->connectTo(reinterpret_cast<const sockaddr *>(&address), sizeof address, timeoutMs);
    return connected ? std::move(socket) : nullptr;
}

std::unique_ptr<Socket> connectTcp(const QByteArray &host, int port, int timeoutMs)
{
    addrinfo wanted{};
    wanted.ai_socktype = SOCK_STREAM;
    addrinfo *found = nullptr;
    if (::getaddrinfo(host.constData(), QByteArray::number(port).constData(), &wanted, &found) != 0)
        return nullptr;
    const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> list(found, &::freeaddrinfo);
    for (const addrinfo *one = found; one; one = one->ai_next) {
        auto socket = std::make_unique<Socket>(::socket(one->ai_family, one->ai_socktype | SOCK_CLOEXEC, one->ai_protocol));
        if (socket->open() && socket->connectTo(one->ai_addr, one->ai_addrlen, timeoutMs))
            return socket;
    }
    return nullptr;
}

// Chunks with their length before them in network order, a zero length at the end.
bool stream(Socket &socket, const QByteArray &content)
{
    const auto length = [&socket](qsizetype size) {
        const quint32 big = qToBigEndian(quint32(size));
        return socket.write(reinterpret_cast<const char *>(&big), sizeof big);
    };
    for (qsizetype at = 0; at < content.size(); at += kChunkBytes) {
        const qsizetype size = std::min(kChunkBytes, content.size() - at);
        if (!length(size) || !socket.write(content.constData() + at, size))
            return false;
    }
    return length(0);
}
} // namespace

Result<Address> ClamdProvider::parse(const QByteArray &url)
{
    const QUrl parsed = QUrl::fromEncoded(url, QUrl::StrictMode);
    if (parsed.scheme() == QLatin1String("unix") && parsed.host().isEmpty() && parsed.path().startsWith(QLatin1Char('/')))
        return Address{parsed.path().toUtf8(), {}, 0};
    if (parsed.scheme() == QLatin1String("tcp") && !parsed.host().isEmpty() && parsed.port() > 0)
        return Address{{}, parsed.host().toUtf8(), parsed.port()};
    return {ErrorCode::InvalidFormat, {}, QStringLiteral("tcp://host:port or unix:///path")};
}

Result<QByteArray> ClamdProvider::ask(const QByteArray &command, const QByteArray *content) const
{
    const auto socket = m_address.path.isEmpty() ? connectTcp(m_address.host, m_address.port, m_timeoutMs)
                                                 : connectUnix(m_address.path, m_timeoutMs);
    if (!socket)
        return unavailable(QStringLiteral("it does not answer"));
    const QByteArray order = 'z' + command + '\0';
    // A refusal may come in the middle of what is sent: what it says is read either way.
    const bool sent = socket->write(order.constData(), order.size()) && (!content || stream(*socket, *content));
    const QByteArray answer = socket->readAnswer();
    if (answer.isEmpty())
        return unavailable(sent ? QStringLiteral("no verdict") : QStringLiteral("the connection broke"));
    return answer;
}

// "stream: OK", "stream: Eicar-Test-Signature FOUND", "INSTREAM size limit exceeded. ERROR"
Outcome ClamdProvider::scan(const QByteArray &content) const
{
    const auto answer = ask("INSTREAM", &content);
    CARGO_TRY(answer);
    if (*answer == "stream: OK")
        return ok();
    if (answer->startsWith("stream: ") && answer->endsWith(" FOUND")) {
        const QByteArray name = answer->mid(8, answer->size() - 8 - 6);
        return Error{ErrorCode::Infected, QStringLiteral("file"), QString::fromUtf8(name)};
    }
    return unavailable(QString::fromUtf8(*answer));
}

Result<QByteArray> ClamdProvider::version() const { return ask("VERSION", nullptr); }

} // namespace cargo::scan::clamd
