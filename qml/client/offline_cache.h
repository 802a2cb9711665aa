#pragma once

#include <QJsonObject>
#include <QString>

#include <vector>

namespace cargo::client {

// A message that the server has not acknowledged yet. error: empty while it waits, else the code that refused it.
struct QueuedMessage
{
    QString clientId;
    QString conversationId;
    QString body;
    qint64 createdMs = 0;
    QString error;
    struct File
    {
        QString path;    // of this device, below the app's folder
        QString mediaId; // once the server has it
    };
    std::vector<File> files = {};
};

// SQLite file of this device: the last lists, for showing them without a network, and the queue of unsent messages.
// Opened at the first use, so that it costs the first frame nothing. Emptied at sign-out.
class OfflineCache
{
public:
    explicit OfflineCache(QString folder);
    ~OfflineCache();
    OfflineCache(const OfflineCache &) = delete;
    OfflineCache &operator=(const OfflineCache &) = delete;

    void put(const QString &key, const QJsonObject &value);
    QJsonObject get(const QString &key);
    void queue(const QueuedMessage &message);
    void setError(const QString &clientId, const QString &error);
    void setMediaId(const QString &clientId, const QString &path, const QString &mediaId);
    void unqueue(const QString &clientId); // and its files
    // Keeps a photo until its message is sent; its path, or nothing when the disk refuses.
    QString keepFile(const QByteArray &bytes);
    std::vector<QueuedMessage> queued(); // oldest first
    void clear();

private:
    bool open();
    QString filesFolder() const;
    std::vector<QueuedMessage::File> filesOf(const QString &clientId);
    QString m_folder;
    QString m_connection;
    bool m_open = false;
};

} // namespace cargo::client
