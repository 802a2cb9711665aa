#pragma once

#include "qml/client/api_client.h"
#include "qml/client/offline_cache.h"

#include <QTimer>

namespace cargo::client {

// Carries what the user wrote to the server, in order, once: a message is on disk before it is shown as queued, keeps
// its client-made id over restarts, and leaves the disk only when the server has it or the user gives it up.
class MessageOutbox : public QObject
{
    Q_OBJECT

public:
    MessageOutbox(ApiClient *api, OfflineCache *cache, QObject *parent = nullptr);
    QString add(const QString &conversationId, const QString &body);
    void retry(const QString &clientId);
    void discard(const QString &clientId);
    void flush();
    std::vector<QueuedMessage> of(const QString &conversationId) const;

Q_SIGNALS:
    void changed(const QString &conversationId);
    void sent(const QString &conversationId, const QString &clientId, const QJsonObject &message);

private:
    void sendNext();
    ApiClient *m_api;
    OfflineCache *m_cache;
    QTimer m_again;
    bool m_sending = false;
    int m_failures = 0;
};

} // namespace cargo::client
