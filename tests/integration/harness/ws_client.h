#pragma once

#include <QJsonObject>
#include <QWebSocket>

#include <vector>

namespace cargo::test {

// An app's side of /ws: collects the frames that come, in order.
class WsClient
{
public:
    explicit WsClient(quint16 port);

    bool connectAndSignIn(const QByteArray &accessToken, qint64 lastSeq = 0);
    void send(const QJsonObject &frame);
    // The first frame of this type that was not taken yet; empty after five seconds without one.
    QJsonObject take(const QString &type);
    bool isOpen() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    int closeCode() const { return int(m_socket.closeCode()); }
    const std::vector<QJsonObject> &frames() const { return m_frames; }

private:
    quint16 m_port;
    QWebSocket m_socket;
    std::vector<QJsonObject> m_frames;
};

} // namespace cargo::test
