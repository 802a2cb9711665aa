#include "qml/client/client.h"

#include <QQmlEngine>
#include <QVariant>

namespace cargo::client {
namespace {

constexpr char kProperty[] = "cargoClient";

} // namespace

Client::Client(std::unique_ptr<Transport> transport, const QString &folder, QObject *parent)
    : QObject(parent), m_folder(folder), m_settings(folder), m_api(std::move(transport)), m_session(&m_api, TokenStore(folder)),
      m_cache(folder), m_ws(&m_api), m_outbox(&m_api, &m_cache), m_badges(&m_api, &m_session, &m_ws)
{
    m_api.setServerUrl(QUrl(m_settings.serverUrl()));
    m_api.setLanguage(m_settings.language());
    connect(&m_settings, &Settings::languageChanged, this, [this] { m_api.setLanguage(m_settings.language()); });
    connect(&m_session, &Session::signedInChanged, this, [this](bool signedIn) {
        if (signedIn) {
            m_ws.start();
            m_outbox.flush();
        } else {
            m_ws.stop();
            m_cache.clear();
            m_settings.forgetSearches();
        }
    });
    connect(&m_ws, &WsClient::readyChanged, this, [this](bool ready) {
        if (ready)
            m_outbox.flush();
    });
}

void Client::installOn(QQmlEngine *engine) { engine->setProperty(kProperty, QVariant::fromValue<QObject *>(this)); }

Client *Client::of(const QQmlEngine *engine)
{
    return engine ? qobject_cast<Client *>(engine->property(kProperty).value<QObject *>()) : nullptr;
}

void Client::start() { m_session.restore(); }

} // namespace cargo::client
