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
    // jpegs: photos as preparePhoto() made them. They are on disk before the message is.
    QString add(const QString &conversationId, const QString &body, const std::vector<QByteArray> &jpegs = {});
    void retry(const QString &clientId);
    void discard(const QString &clientId);
    void flush();
    bool uploading(const QString &clientId) const { return m_uploading == clientId; }
    std::vector<QueuedMessage> of(const QString &conversationId) const;

Q_SIGNALS:
    void changed(const QString &conversationId);
    void progressed(const QString &conversationId, const QString &clientId, double fraction); // of its photos, 0…1
    void sent(const QString &conversationId, const QString &clientId, const QJsonObject &message);

private:
    void sendNext();
    void uploadNext(const QueuedMessage &message, size_t at);
    void post(const QueuedMessage &message);
    // True when the answer says "later": the message stays first in the queue.
    bool waits(const Answer &answer);
    void refuse(const QueuedMessage &message, const Answer &answer);
    ApiClient *m_api;
    OfflineCache *m_cache;
    QTimer m_again;
    QString m_uploading; // client id of the message whose photos are on their way
    bool m_sending = false;
    int m_failures = 0;
};

} // namespace cargo::client
