#pragma once

#include "qml/client/api_client.h"
#include "qml/client/badges.h"
#include "qml/client/message_outbox.h"
#include "qml/client/offline_cache.h"
#include "qml/client/session.h"
#include "qml/client/settings.h"
#include "qml/client/ws_client.h"

class QQmlEngine;

namespace cargo::client {

// Everything that an app needs to live with the server, built once in main() and hung on the engine, where view models
// and singletons find it. Tests make their own, with their own folder and transport.
class Client : public QObject
{
    Q_OBJECT

public:
    Client(std::unique_ptr<Transport> transport, const QString &folder, QObject *parent = nullptr);
    void installOn(QQmlEngine *engine);
    static Client *of(const QQmlEngine *engine);
    // Restores the session and opens the live line. After the first frame.
    void start();

    QString folder() const { return m_folder; } // of this device's data
    // Where files go that the user asks for; empty: the downloads of this system.
    QString downloads() const { return m_downloads; }
    void setDownloads(const QString &folder) { m_downloads = folder; }
    ApiClient *api() { return &m_api; }
    Session *session() { return &m_session; }
    Settings *settings() { return &m_settings; }
    WsClient *ws() { return &m_ws; }
    OfflineCache *cache() { return &m_cache; }
    MessageOutbox *outbox() { return &m_outbox; }

private:
    QString m_folder;
    QString m_downloads;
    Settings m_settings;
    ApiClient m_api;
    Session m_session;
    OfflineCache m_cache;
    WsClient m_ws;
    MessageOutbox m_outbox;
    Badges m_badges;
};

} // namespace cargo::client
