#pragma once

#include "qml/client/api_client.h"
#include "qml/client/token_store.h"

#include <QtQml/qqmlengine.h>

namespace cargo::client {

// Who uses the app. Browsing needs nobody: pages ask `signedIn` and send to the sign-in page when it matters.
class Session : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(QString role READ role CONSTANT FINAL) // whose app this is: buyer, driver, staff
    Q_PROPERTY(bool signedIn READ signedIn NOTIFY changed FINAL)
    Q_PROPERTY(QString userId READ userId NOTIFY changed FINAL)
    Q_PROPERTY(QVariantMap user READ user NOTIFY changed FINAL)
    Q_PROPERTY(bool online READ online NOTIFY onlineChanged FINAL)
    Q_PROPERTY(int news READ news NOTIFY unreadChanged FINAL)           // unread notifications
    Q_PROPERTY(bool restoring READ restoring NOTIFY changed FINAL)      // the keyring has not answered yet
    Q_PROPERTY(bool inKeyring READ inKeyring NOTIFY placeChanged FINAL) // else the sign-in is kept in a file
    Q_PROPERTY(int unread READ unread WRITE setUnread NOTIFY unreadChanged FINAL)

public:
    Session(ApiClient *api, TokenStore *store, QObject *parent = nullptr);
    static Session *create(QQmlEngine *engine, QJSEngine *);

    QString role() const { return m_role; }
    void setRole(const QString &role) { m_role = role; }
    bool signedIn() const { return !userId().isEmpty(); }
    QString userId() const { return m_user.value(QLatin1String("id")).toString(); }
    QVariantMap user() const { return m_user.toVariantMap(); }
    bool online() const { return m_api->online(); }
    int unread() const { return m_unread; }
    void setUnread(int count);
    int news() const { return m_news; }
    void setNews(int count);
    bool restoring() const { return m_restoring; }
    bool inKeyring() const { return m_store->inKeyring(); }
    // Grows with each sign-in and sign-out: what was asked for in one is not kept in another.
    int epoch() const { return m_epoch; }
    void restore();
    void accept(const QJsonObject &authAnswer); // of register, login or refresh
    void updateUser(const QJsonObject &user);
    Q_INVOKABLE void signOut();

Q_SIGNALS:
    void changed();
    void onlineChanged();
    void unreadChanged();
    void placeChanged();
    void signedInChanged(bool signedIn);
    void left();  // the user signed out: nothing of his may stay
    void ended(); // the server ended it; the user did not ask

private:
    void forget(bool asked);
    void keep(const QJsonObject &answer);
    ApiClient *m_api;
    TokenStore *m_store;
    QString m_role = QStringLiteral("buyer");
    QJsonObject m_stored;
    QJsonObject m_user;
    int m_unread = 0;
    int m_news = 0;
    int m_epoch = 0;
    bool m_restoring = false;
};

} // namespace cargo::client
