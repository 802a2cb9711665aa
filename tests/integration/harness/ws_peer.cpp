#include "harness/ws_peer.h"

#include <QJsonDocument>
#include <QtEndian>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace cargo::test {

WsPeer::WsPeer(int fd) : m_fd(fd) { ::fcntl(fd, F_SETFL, ::fcntl(fd, F_GETFL) | O_NONBLOCK); }

WsPeer::~WsPeer() { hangUp(); }

QByteArray WsPeer::upgradeHead(const QByteArray &path, const QByteArray &protocol)
{
    QByteArray head = "GET " + path
                      + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    if (!protocol.isEmpty())
        head += "Sec-WebSocket-Protocol: " + protocol + "\r\n";
    return head + "\r\n";
}

QByteArray WsPeer::frame(int opcode, const QByteArray &payload, bool fin, bool masked)
{
    QByteArray bytes;
    bytes += char((fin ? 0x80 : 0) | opcode);
    const char mask = masked ? char(0x80) : char(0);
    if (payload.size() < 126) {
        bytes += char(mask | char(payload.size()));
    } else if (payload.size() < 65536) {
        bytes += char(mask | 126);
        char length[2];
        qToBigEndian(quint16(payload.size()), length);
        bytes.append(length, 2);
    } else {
        bytes += char(mask | 127);
        char length[8];
        qToBigEndian(quint64(payload.size()), length);
        bytes.append(length, 8);
    }
    if (!masked)
        return bytes + payload;
    const QByteArray key("\x37\xfa\x21\x3d", 4);
    bytes += key;
    QByteArray hidden = payload;
    for (qsizetype i = 0; i < hidden.size(); ++i)
        hidden[i] = char(hidden[i] ^ key[i & 3]);
    return bytes + hidden;
}

void WsPeer::write(const QByteArray &bytes)
{
    qsizetype at = 0;
    while (at < bytes.size() && m_fd >= 0) {
        const ssize_t sent = ::send(m_fd, bytes.constData() + at, size_t(bytes.size() - at), MSG_NOSIGNAL);
        if (sent > 0)
            at += sent;
        else if (errno != EAGAIN)
            return;
        else
            return; // the kernel's buffer is full: tests write less than that
    }
}

void WsPeer::json(const QJsonObject &object) { text(QJsonDocument(object).toJson(QJsonDocument::Compact)); }

void WsPeer::auth(const QByteArray &token, qint64 lastSeq)
{
    QJsonObject frame{{QStringLiteral("type"), QStringLiteral("auth")},
                      {QStringLiteral("access_token"), QString::fromUtf8(token)}};
    if (lastSeq >= 0)
        frame.insert(QStringLiteral("last_seq"), lastSeq);
    json(frame);
}

void WsPeer::poll()
{
    char buffer[65536];
    while (m_fd >= 0) {
        const ssize_t got = ::recv(m_fd, buffer, sizeof buffer, 0);
        if (got > 0) {
            m_in.append(buffer, got);
            continue;
        }
        if (got == 0 || (errno != EAGAIN && errno != EINTR))
            m_ended = true;
        break;
    }
    parse();
}

void WsPeer::parse()
{
    if (m_head.isEmpty()) {
        const qsizetype end = m_in.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        m_head = m_in.left(end + 4);
        m_in.remove(0, end + 4);
    }
    if (!m_head.startsWith("HTTP/1.1 101"))
        return;
    qsizetype at = 0;
    while (m_in.size() - at >= 2) {
        const auto *bytes = reinterpret_cast<const uchar *>(m_in.constData()) + at;
        const int opcode = bytes[0] & 0x0f;
        qint64 length = bytes[1] & 0x7f;
        qsizetype header = 2;
        if (length == 126) {
            if (m_in.size() - at < 4)
                break;
            length = qFromBigEndian<quint16>(bytes + 2);
            header = 4;
        } else if (length == 127) {
            if (m_in.size() - at < 10)
                break;
            length = qint64(qFromBigEndian<quint64>(bytes + 2));
            header = 10;
        }
        if (m_in.size() - at < header + length)
            break;
        const QByteArray payload = m_in.mid(at + header, length);
        at += header + length;
        if (opcode == 1) {
            m_frames.append(QJsonDocument::fromJson(payload).object());
        } else if (opcode == 8) {
            m_closeCode = payload.size() >= 2 ? qFromBigEndian<quint16>(payload.constData()) : 1005;
        } else if (opcode == 9) {
            ++m_pings;
            if (answerPings)
                write(frame(10, payload));
        } else if (opcode == 10) {
            ++m_pongs;
        }
    }
    m_in.remove(0, at);
}

bool WsPeer::upgraded()
{
    poll();
    return m_head.startsWith("HTTP/1.1 101");
}

QByteArray WsPeer::head()
{
    poll();
    return m_head;
}

const QList<QJsonObject> &WsPeer::frames()
{
    poll();
    return m_frames;
}

QJsonObject WsPeer::last(const char *type)
{
    poll();
    for (auto frame = m_frames.crbegin(); frame != m_frames.crend(); ++frame) {
        if (frame->value(QLatin1String("type")).toString() == QLatin1String(type))
            return *frame;
    }
    return {};
}

int WsPeer::count(const char *type)
{
    poll();
    return int(std::count_if(m_frames.cbegin(), m_frames.cend(), [&](const QJsonObject &frame) {
        return frame.value(QLatin1String("type")).toString() == QLatin1String(type);
    }));
}

QList<qint64> WsPeer::seqs()
{
    poll();
    QList<qint64> list;
    for (const QJsonObject &frame : m_frames) {
        const QString type = frame.value(QLatin1String("type")).toString();
        if (frame.contains(QLatin1String("seq")) && type != QLatin1String("ready") && type != QLatin1String("read"))
            list.append(frame.value(QLatin1String("seq")).toInteger());
    }
    return list;
}

int WsPeer::closeCode()
{
    poll();
    return m_closeCode;
}

bool WsPeer::ended()
{
    poll();
    return m_ended;
}

void WsPeer::hangUp()
{
    if (m_fd >= 0)
        ::close(m_fd);
    m_fd = -1;
}

void WsPeer::shutDownWriting() { ::shutdown(m_fd, SHUT_WR); }

} // namespace cargo::test
