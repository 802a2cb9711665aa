#include "qml/client/session.h"

#include "qml/client/client.h"

namespace cargo::client {

Session::Session(ApiClient *api, TokenStore *store, QObject *parent) : QObject(parent), m_api(api), m_store(store)
{
    connect(store, &TokenStore::placeChanged, this, &Session::placeChanged);
    connect(api, &ApiClient::refreshed, this, &Session::accept);
    connect(api, &ApiClient::onlineChanged, this, &Session::onlineChanged);
    connect(api, &ApiClient::sessionEnded, this, [this] {
        forget(false);
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
    m_restoring = true;
    m_store->load([this](const QJsonObject &stored) {
        m_restoring = false;
        if (stored.isEmpty() || signedIn()) {
            Q_EMIT changed();
            return;
        }
        keep(stored);
    });
}

void Session::keep(const QJsonObject &answer)
{
    const bool before = signedIn();
    m_stored = answer;
    m_user = answer.value(QLatin1String("user")).toObject();
    m_api->setTokens(answer.value(QLatin1String("access_token")).toString().toLatin1(),
                     answer.value(QLatin1String("refresh_token")).toString().toLatin1());
    if (!before)
        ++m_epoch;
    Q_EMIT changed();
    if (!before)
        Q_EMIT signedInChanged(true);
}

void Session::accept(const QJsonObject &answer)
{
    m_store->save(answer);
    keep(answer);
}

void Session::updateUser(const QJsonObject &user)
{
    m_user = user;
    m_stored.insert(QLatin1String("user"), user);
    m_store->save(m_stored);
    Q_EMIT changed();
}

void Session::signOut()
{
    m_api->send(Call::post(QStringLiteral("auth/logout")), this, [](const Answer &) {});
    forget(true);
}

void Session::forget(bool asked)
{
    m_api->setTokens({}, {});
    m_store->clear();
    m_user = {};
    m_stored = {};
    ++m_epoch;
    if (asked)
        Q_EMIT left();
    setUnread(0);
    setNews(0);
    Q_EMIT changed();
    Q_EMIT signedInChanged(false);
}

} // namespace cargo::client
