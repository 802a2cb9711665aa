#pragma once

#include "qml/client/api_client.h"
#include "qml/client/ws_client.h"

#include <QtQml/qqmlengine.h>

namespace cargo::client {

// Whether the server can be reached and wants this app: asks it while it is away, notices that the device has slept or has
// a network again, and says when the line is back, once, so that everybody who waits goes on.
class Connection : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(bool online READ online NOTIFY changed FINAL)                 // the last question was answered
    Q_PROPERTY(bool networkPresent READ networkPresent NOTIFY changed FINAL) // as far as the system tells
    Q_PROPERTY(bool metered READ metered NOTIFY changed FINAL) // this network costs by its use, as far as the system tells
    Q_PROPERTY(bool everReached READ everReached NOTIFY changed FINAL)    // by this run of the app
    Q_PROPERTY(QString gate READ gate NOTIFY changed FINAL)               // open, maintenance, tooOld
    Q_PROPERTY(QString maintenance READ maintenance NOTIFY changed FINAL) // what the server says about its break
    Q_PROPERTY(QString minAppVersion READ minAppVersion NOTIFY changed FINAL)
    Q_PROPERTY(bool asking READ asking NOTIFY changed FINAL)

public:
    Connection(ApiClient *api, WsClient *ws, QObject *parent = nullptr);
    static Connection *create(QQmlEngine *engine, QJSEngine *);

    bool online() const { return m_api->online(); }
    bool networkPresent() const { return m_network; }
    bool metered() const { return m_metered; }
    bool everReached() const { return m_reached; }
    QString gate() const { return m_gate; }
    QString maintenance() const { return m_maintenance; }
    QString minAppVersion() const { return m_minAppVersion; }
    bool asking() const { return m_asking; }

    // After the first frame: asks the system for its network and the server for its state.
    void start();
    Q_INVOKABLE void askServer();
    void setAppVersion(const QString &version) { m_appVersion = version; }
    void setProbeMs(int first) { m_firstProbeMs = first; }
    // The clock went on to `nowMs`; a leap means that the device slept.
    void tick(qint64 nowMs);
    void networkChanged(bool present);
    void meteredChanged(bool metered);

Q_SIGNALS:
    void changed();
    void cameBack(); // what waited can go on, what is shown may be old

private:
    void read(const Answer &answer);
    void onlineChanged();
    void probeLater();
    void back();

    ApiClient *m_api;
    WsClient *m_ws;
    QString m_appVersion;
    QString m_gate = QStringLiteral("open");
    QString m_maintenance;
    QString m_minAppVersion;
    QTimer m_probe;
    QTimer m_pulse;
    qint64 m_lastTickMs = 0;
    int m_firstProbeMs = 2000;
    int m_failures = 0;
    bool m_network = true;
    bool m_metered = false;
    bool m_reached = false;
    bool m_asking = false;
};

} // namespace cargo::client
