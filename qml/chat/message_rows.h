#pragma once

#include "qml/client/client.h"
#include "qml/client/row_model.h"

#include <QDate>
#include <QMap>

#include <functional>

namespace cargo::chat {

// Lines of one conversation, newest first (the list is drawn from the bottom). Roles: key, seq (0: not on the server yet),
// messageId, kind (message, event), mine, body, time (text), day (text, only where a day begins), state (queued, uploading,
// sent, delivered, read, failed), progress (of its photos, 0…1), photos (urls, small), largePhotos (urls), errorText, masked,
// edited, deleted, quote ({seq, who, text} of the message that it answers, else empty), hiddenPhotos (in which a contact
// was read), paying (it talks of paying elsewhere).
class MessageModel : public cargo::client::RowModel
{
    Q_OBJECT
    QML_ANONYMOUS

public:
    explicit MessageModel(QObject *parent = nullptr);
};

// What a row needs beside its message.
struct Sight
{
    QString peer; // name
    qint64 peerRead = 0;
    qint64 peerDelivered = 0;
    std::function<QJsonObject(qint64)> quoted; // a message by number; empty: it is not known yet
};

QVariantMap messageRow(client::Client *client, const QJsonObject &message, const Sight &sight);
// Made rows, kept while their message stays the same: a message that comes changes one row and not hundreds. What the other side
// has read and what is quoted is looked at each time. clear() when the language changes.
class MadeRows
{
public:
    QVariantMap of(client::Client *client, const QJsonObject &message, const Sight &sight);
    void keepOnly(qint64 first, qint64 last); // messages by number
    void clear() { m_made.clear(); }

private:
    struct Made
    {
        QJsonObject message;
        QVariantMap row;
    };
    QMap<qint64, Made> m_made;
    QDate m_today; // days are named as seen from it
};
QVariantMap queuedRow(client::Client *client, const client::OutboxItem &queued, const Sight &sight);
// {seq, who, text} of a message that is answered.
QVariantMap quoteOf(client::Client *client, qint64 seq, const Sight &sight);
// What is said of a message in one line: its words, "Photo", "Message deleted".
QString briefly(const QJsonObject &message);
bool isMine(client::Client *client, const QJsonObject &message);

} // namespace cargo::chat
