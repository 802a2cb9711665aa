#pragma once

#include "qml/client/api_client.h"

#include <QHash>
#include <QJsonObject>
#include <QList>

namespace cargo::chat {

// Messages that are answered by others and do not lie in the window: read one after another, once each.
class QuotedMessages : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    void begin(client::ApiClient *api, const QString &conversationId);
    QJsonObject at(qint64 seq); // empty: it is asked for, and arrived() follows
    void replace(const QJsonObject &message);
    void clear() { m_known.clear(); }

Q_SIGNALS:
    void arrived();

private:
    void ask();
    client::ApiClient *m_api = nullptr;
    QString m_id;
    QHash<qint64, QJsonObject> m_known;
    QList<qint64> m_wanted; // the first is under way
};

} // namespace cargo::chat
