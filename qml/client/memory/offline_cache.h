#pragma once

#include "qml/client/memory/local_database.h"

#include <QJsonArray>
#include <QJsonObject>

namespace cargo::client {

// Something that the server said, as this device remembers it.
struct Kept
{
    QJsonObject value; // empty: nothing is kept
    qint64 fetchedMs = 0;
    QByteArray etag;

    bool empty() const { return fetchedMs == 0; }
};

// What was read from the server, for showing it at once and without a network: documents by key ("deals",
// "search?q=rav4", "listing/ID", "deal/ID/timeline"), and the last messages of each conversation as rows. Bounded: what
// was looked at longest ago goes first. All of it can be read again, so a broken file is simply begun anew.
class OfflineCache
{
public:
    explicit OfflineCache(const QString &folder);

    // Both give the moment at which the server said so: now.
    qint64 put(const QString &key, const QJsonObject &value, const QByteArray &etag = {});
    qint64 confirm(const QString &key); // it is still so
    Kept get(const QString &key);
    void remove(const QString &key);

    // Messages as the API has them, known by "seq", which counts without gaps. `newest`: the page ends with the newest
    // message there is; when it does not touch what is kept, what is kept goes. Else a message is kept only next to others.
    void putMessages(const QString &conversationId, const QJsonArray &messages, bool newest);
    Kept messages(const QString &conversationId); // {"items": […]}, newest first

    void wipe() { m_database.wipe(), m_bytes = -1; }
    qint64 bytes();
    void setLimitBytes(qint64 bytes) { m_limitBytes = bytes; }
    void setNow(std::function<qint64()> now) { m_now = std::move(now); } // Unix ms; tests own the clock

    static constexpr int kMessagesKept = 200; // of one conversation
    static constexpr qint64 kLimitBytes = 32 * 1024 * 1024;

private:
    void use(const QString &key, qint64 usedMs);
    void shrink();
    void forgetMessages(const QString &conversationId);
    LocalDatabase m_database;
    std::function<qint64()> m_now;
    qint64 m_limitBytes = kLimitBytes;
    qint64 m_bytes = -1; // of all documents; -1: not counted yet
};

} // namespace cargo::client
