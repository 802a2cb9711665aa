#pragma once

#include "qml/client/api_client.h"

#include <QTimer>
#include <QWebSocket>

namespace cargo::client {

// The live line to the server. Comes back by itself with growing pauses, resumes after the last number it saw and never
// hands an event on twice. Messages are not sent here: the outbox does it, because it survives a restart.
class WsClient : public QObject
{
    Q_OBJECT

public:
    explicit WsClient(ApiClient *api, QObject *parent = nullptr);
    ~WsClient() override;
    void start();
    void stop();
    // The line may look open and be dead: makes it anew, at once.
    void reconnect();
    void reconnectIfDown(); // without waiting for the pause to end
    bool ready() const { return m_ready; }
    void subscribe(const QString &conversationId);
    void typing(const QString &conversationId, bool active);
    void read(const QString &conversationId, qint64 seq);
    void delivered(const QString &conversationId, qint64 seq);
    // Injects a frame as if the server had sent it.
    void receive(const QString &text);

Q_SIGNALS:
    void frameArrived(const QString &type, const QJsonObject &frame);
    void readyChanged(bool ready);
    void resyncNeeded(); // what was missed is gone: read the lists again

private:
    void open();
    void closed();
    void sendFrame(const QByteArray &frame);

    ApiClient *m_api;
    QWebSocket m_socket;
    QTimer m_again;
    QTimer m_ping;
    bool m_wanted = false;
    bool m_ready = false;
    bool m_alive = false;
    int m_failures = 0;
    std::optional<qint64> m_lastSeq;
    QString m_conversation;
};

} // namespace cargo::client
