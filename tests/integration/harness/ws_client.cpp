#include "harness/ws_client.h"

#include <QJsonDocument>
#include <QNetworkRequest>
#include <QTest>

#include <algorithm>

namespace cargo::test {

WsClient::WsClient(quint16 port) : m_port(port)
{
    QObject::connect(&m_socket, &QWebSocket::textMessageReceived, &m_socket,
                     [this](const QString &text) { m_frames.push_back(QJsonDocument::fromJson(text.toUtf8()).object()); });
}

bool WsClient::connectAndSignIn(const QByteArray &accessToken, qint64 lastSeq)
{
    QNetworkRequest request(QUrl(QStringLiteral("ws://127.0.0.1:%1/ws").arg(m_port)));
    request.setRawHeader("Sec-WebSocket-Protocol", "cargo.v1");
    m_socket.open(request);
    if (!QTest::qWaitFor([this] { return isOpen(); }, 5000))
        return false;
    send({{QStringLiteral("type"), QStringLiteral("auth")},
          {QStringLiteral("access_token"), QString::fromLatin1(accessToken)},
          {QStringLiteral("last_seq"), lastSeq}});
    return !take(QStringLiteral("ready")).isEmpty();
}

void WsClient::send(const QJsonObject &frame)
{
    m_socket.sendTextMessage(QString::fromUtf8(QJsonDocument(frame).toJson(QJsonDocument::Compact)));
}

QJsonObject WsClient::take(const QString &type)
{
    const auto find = [this, &type] {
        return std::find_if(m_frames.begin(), m_frames.end(),
                            [&type](const QJsonObject &frame) { return frame.value(QLatin1String("type")) == type; });
    };
    if (!QTest::qWaitFor([&] { return find() != m_frames.end(); }, 5000))
        return {};
    const auto found = find();
    const QJsonObject frame = *found;
    m_frames.erase(found);
    return frame;
}

} // namespace cargo::test
