#pragma once

#include "qml/client/api_client.h"
#include "qml/client/badges.h"
#include "qml/client/behaviour.h"
#include "qml/client/connection.h"
#include "qml/client/deliveries.h"
#include "qml/client/memory/offline_cache.h"
#include "qml/client/memory/writing_store.h"
#include "qml/client/outbox.h"
#include "qml/client/personal_choice.h"
#include "qml/client/session.h"
#include "qml/client/settings.h"
#include "qml/client/ws_client.h"

class QQmlEngine;

namespace cargo::client {

// Everything that an app needs to live with the server, built once in main() and hung on the engine, where view models
// and singletons find it. Tests make their own, with their own folder, transport and keyring.
class Client : public QObject
{
    Q_OBJECT

public:
    Client(std::unique_ptr<Transport> transport, const QString &folder, std::unique_ptr<Keyring> keyring = nullptr,
           QObject *parent = nullptr);
    void installOn(QQmlEngine *engine);
    static Client *of(const QQmlEngine *engine);
    // Restores the session and opens the live line; the keyring answers later.
    void start();

    QString folder() const { return m_folder; } // of this device's data
    // Where files go that the user asks for; empty: the downloads of this system.
    QString downloads() const { return m_downloads; }
    void setDownloads(const QString &folder) { m_downloads = folder; }
    // Whose app this is: buyer, driver or staff. Others are not signed in here.
    QString role() const { return m_session.role(); }
    void setRole(const QString &role) { m_session.setRole(role); }
    ApiClient *api() { return &m_api; }
    Session *session() { return &m_session; }
    Settings *settings() { return &m_settings; }
    WsClient *ws() { return &m_ws; }
    Connection *connection() { return &m_connection; }
    OfflineCache *cache() { return &m_cache; }
    WritingStore *writing() { return &m_writing; }
    Badges *badges() { return &m_badges; }
    Outbox *outbox() { return &m_outbox; }
    Behaviour *behaviour() { return &m_behaviour; }

    // After this long without an answer a screen says so.
    int slowMs() const { return m_slowMs; }
    void setSlowMs(int ms) { m_slowMs = ms; }

Q_SIGNALS:
    void wiped(); // nothing of the one who left is on the device: nobody may write it back

private:
    QString m_folder;
    QString m_downloads;
    Settings m_settings;
    ApiClient m_api;
    TokenStore m_tokens;
    Session m_session;
    OfflineCache m_cache;
    WritingStore m_writing;
    WsClient m_ws;
    Connection m_connection;
    Outbox m_outbox;
    Badges m_badges;
    Deliveries m_deliveries;
    Behaviour m_behaviour;
    PersonalChoice m_personal;
    int m_slowMs = 8000;
};

} // namespace cargo::client
