#include "qml/client/session.h"

#include "qml/client/client.h"

namespace cargo::client {

Session::Session(ApiClient *api, TokenStore store, QObject *parent) : QObject(parent), m_api(api), m_store(std::move(store))
{
    connect(api, &ApiClient::refreshed, this, &Session::accept);
    connect(api, &ApiClient::onlineChanged, this, &Session::onlineChanged);
    connect(api, &ApiClient::sessionEnded, this, [this] {
        forget();
        Q_EMIT ended();
    });
}

Session *Session::create(QQmlEngine *engine, QJSEngine *)
{
    Session *session = Client::of(engine)->session();
    QJSEngine::setObjectOwnership(session, QJSEngine::CppOwnership);
    return session;
}

void Session::setUnread(int count)
{
    if (count == m_unread)
        return;
    m_unread = count;
    Q_EMIT unreadChanged();
}

void Session::setNews(int count)
{
    if (count == m_news)
        return;
    m_news = count;
    Q_EMIT unreadChanged();
}

void Session::restore()
{
    const QJsonObject stored = m_store.load();
    if (stored.isEmpty())
        return;
    m_user = stored.value(QLatin1String("user")).toObject();
    m_api->setTokens(stored.value(QLatin1String("access_token")).toString().toLatin1(),
                     stored.value(QLatin1String("refresh_token")).toString().toLatin1());
    Q_EMIT changed();
    Q_EMIT signedInChanged(signedIn());
}

void Session::accept(const QJsonObject &answer)
{
    const bool before = signedIn();
    m_api->setTokens(answer.value(QLatin1String("access_token")).toString().toLatin1(),
                     answer.value(QLatin1String("refresh_token")).toString().toLatin1());
    m_user = answer.value(QLatin1String("user")).toObject();
    m_store.save(answer);
    Q_EMIT changed();
    if (!before)
        Q_EMIT signedInChanged(true);
}

void Session::updateUser(const QJsonObject &user)
{
    m_user = user;
    QJsonObject stored = m_store.load();
    stored.insert(QLatin1String("user"), user);
    m_store.save(stored);
    Q_EMIT changed();
}

void Session::signOut()
{
    m_api->send(Call::post(QStringLiteral("auth/logout")), this, [](const Answer &) {});
    forget();
}

void Session::forget()
{
    m_api->setTokens({}, {});
    m_store.clear();
    m_user = {};
    setUnread(0);
    setNews(0);
    Q_EMIT changed();
    Q_EMIT signedInChanged(false);
}

} // namespace cargo::client
