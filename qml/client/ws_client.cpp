#include "qml/client/ws_client.h"

#include "qml/client/backoff.h"
#include "shared/api/paths.h"
#include "shared/api/ws_message.h"

namespace cargo::client {
namespace {

constexpr int kPingMs = 25000;
constexpr int kFirstPauseMs = 500;
constexpr int kMaxPauseMs = 30000;

} // namespace

WsClient::WsClient(ApiClient *api, QObject *parent) : QObject(parent), m_api(api)
{
    m_again.setSingleShot(true);
    m_ping.setInterval(kPingMs);
    connect(&m_again, &QTimer::timeout, this, &WsClient::open);
    connect(&m_ping, &QTimer::timeout, this, [this] {
        if (!m_alive) {
            m_socket.abort();
            return;
        }
        m_alive = false;
        sendFrame(api::ws::pingFrame());
    });
    connect(&m_socket, &QWebSocket::connected, this, [this] {
        m_alive = true;
        m_ping.start();
        sendFrame(api::ws::authFrame(m_api->accessToken(), m_lastSeq));
    });
    connect(&m_socket, &QWebSocket::textMessageReceived, this, &WsClient::receive);
    connect(&m_socket, &QWebSocket::disconnected, this, &WsClient::closed);
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(&m_socket, &QWebSocket::errorOccurred, this, [this] {
#else
    connect(&m_socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this, [this] {
#endif
        if (m_socket.state() == QAbstractSocket::UnconnectedState)
            closed();
    });
}

// The socket says goodbye while it is destroyed, after the timers that its slots would touch.
WsClient::~WsClient() { m_socket.disconnect(this); }

void WsClient::start()
{
    m_wanted = true;
    m_failures = 0;
    if (m_socket.state() == QAbstractSocket::UnconnectedState)
        open();
}

void WsClient::stop()
{
    m_wanted = false;
    m_lastSeq.reset();
    m_again.stop();
    if (m_socket.state() == QAbstractSocket::ConnectedState)
        m_socket.close();
    else
        m_socket.abort();
}

void WsClient::reconnect()
{
    m_failures = 0;
    m_again.stop();
    if (m_socket.state() != QAbstractSocket::UnconnectedState)
        m_socket.abort(); // closed() follows and opens again
    reconnectIfDown();
}

void WsClient::reconnectIfDown()
{
    m_failures = 0;
    if (!m_wanted || m_socket.state() != QAbstractSocket::UnconnectedState)
        return;
    m_again.stop();
    open();
}

void WsClient::open()
{
    if (!m_wanted || m_socket.state() != QAbstractSocket::UnconnectedState)
        return;
    QUrl url = m_api->serverUrl();
    url.setScheme(url.scheme() == QLatin1String("https") ? QStringLiteral("wss") : QStringLiteral("ws"));
    url.setPath(QLatin1String(api::kWebSocketPath));
    QNetworkRequest request(url);
    request.setRawHeader("Sec-WebSocket-Protocol", api::kWebSocketProtocol);
    m_socket.open(request);
}

void WsClient::closed()
{
    m_ping.stop();
    if (m_ready) {
        m_ready = false;
        Q_EMIT readyChanged(false);
    }
    if (!m_wanted || m_again.isActive())
        return;
    const int pause = int(pauseAfter(m_failures++, kFirstPauseMs, kMaxPauseMs));
    if (int(m_socket.closeCode()) == api::ws::kCloseUnauthorized && m_failures <= 2) {
        m_api->refresh(this, [this, pause](bool renewed) {
            if (m_wanted) // without an answer the session may still be good
                m_again.start(renewed ? 0 : pause);
        });
        return;
    }
    m_again.start(pause);
}

void WsClient::receive(const QString &text)
{
    m_alive = true;
    const auto frame = api::ws::ServerFrame::parse(text.toUtf8());
    if (!frame)
        return;
    if (frame->type == QLatin1String("ready")) {
        const bool resync = frame->object.value(QLatin1String("resync")).toBool();
        if (!m_lastSeq || resync)
            m_lastSeq = frame->seq;
        m_ready = true;
        m_failures = 0;
        if (!m_conversation.isEmpty())
            subscribe(m_conversation);
        Q_EMIT readyChanged(true);
        if (resync)
            Q_EMIT resyncNeeded();
        return;
    }
    const bool numbered = frame->type == QLatin1String("message") || frame->type == QLatin1String("message.updated")
                          || frame->type == QLatin1String("conversation.updated") || frame->type == QLatin1String("deal")
                          || frame->type == QLatin1String("notification");
    if (numbered && frame->seq) {
        if (m_lastSeq && *frame->seq <= *m_lastSeq)
            return;
        // Numbers count without gaps for each user: a leap means that something was lost on the way.
        const bool gap = m_lastSeq && *frame->seq > *m_lastSeq + 1;
        m_lastSeq = frame->seq;
        if (gap)
            Q_EMIT resyncNeeded();
    }
    Q_EMIT frameArrived(frame->type, frame->object);
}

void WsClient::subscribe(const QString &conversationId)
{
    m_conversation = conversationId;
    if (const auto id = ConversationId::fromText(conversationId))
        sendFrame(api::ws::subscribeFrame(*id));
}

void WsClient::typing(const QString &conversationId, bool active)
{
    if (const auto id = ConversationId::fromText(conversationId))
        sendFrame(api::ws::typingFrame(*id, active));
}

void WsClient::read(const QString &conversationId, qint64 seq)
{
    if (const auto id = ConversationId::fromText(conversationId))
        sendFrame(api::ws::readFrame(*id, seq));
}

void WsClient::delivered(const QString &conversationId, qint64 seq)
{
    if (const auto id = ConversationId::fromText(conversationId))
        sendFrame(api::ws::deliveredFrame(*id, seq));
}

void WsClient::sendFrame(const QByteArray &frame)
{
    if (m_socket.state() == QAbstractSocket::ConnectedState)
        m_socket.sendTextMessage(QString::fromUtf8(frame));
}

} // namespace cargo::client
