#pragma once

#include "qml/client/client.h"

#include <QtQml/qqmlengine.h>

namespace cargo::desk {

// Addresses of photos, by their id or by the path that the server names.
class Pictures : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

public:
    explicit Pictures(client::Client *client, QObject *parent = nullptr) : QObject(parent), m_client(client) {}
    static Pictures *create(QQmlEngine *engine, QJSEngine *) { return new Pictures(client::Client::of(engine)); }
    Q_INVOKABLE QUrl card(const QString &id) const { return of(id, "card"); }
    Q_INVOKABLE QUrl full(const QString &id) const { return of(id, "full"); }
    Q_INVOKABLE QUrl at(const QString &path) const { return m_client->api()->mediaUrl(path); }

private:
    QUrl of(const QString &id, const char *variant) const
    {
        return m_client->api()->mediaUrl(QStringLiteral("/api/v1/media/%1/").arg(id) + QLatin1String(variant));
    }
    client::Client *m_client;
};

} // namespace cargo::desk
