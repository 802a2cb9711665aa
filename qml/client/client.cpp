#include "qml/client/client.h"

#include <QQmlEngine>
#include <QVariant>

namespace cargo::client {
namespace {

constexpr char kProperty[] = "cargoClient";

} // namespace

Client::Client(std::unique_ptr<Transport> transport, const QString &folder, std::unique_ptr<Keyring> keyring, QObject *parent)
    : QObject(parent), m_folder(folder), m_settings(folder), m_api(std::move(transport)), m_tokens(folder, std::move(keyring)),
      m_session(&m_api, &m_tokens), m_cache(folder), m_writing(folder), m_ws(&m_api), m_connection(&m_api, &m_ws),
      m_outbox(&m_api, &m_writing), m_badges(&m_api, &m_session, &m_ws), m_deliveries(&m_session, &m_ws, &m_badges),
      m_behaviour(&m_api, &m_session, &m_settings, &m_connection, &m_cache),
      m_personal(&m_api, &m_session, &m_settings, &m_outbox)
{
    m_api.setServerUrl(QUrl(m_settings.serverUrl()));
    m_api.setLanguage(m_settings.language());
    connect(&m_settings, &Settings::languageChanged, this, [this] { m_api.setLanguage(m_settings.language()); });
    connect(&m_session, &Session::left, this, [this] {
        m_outbox.reset();
        m_writing.wipe();
        Q_EMIT wiped();
    });
    connect(&m_session, &Session::signedInChanged, this, [this](bool signedIn) {
        if (signedIn) {
            m_writing.claim(m_session.userId());
            m_ws.start();
            m_outbox.setPaused(false);
            return;
        }
        // A session that ended by itself takes what was read, not what was written: its user finds it when he is back.
        m_ws.stop();
        m_outbox.setPaused(true);
        m_outbox.reset();
        m_cache.wipe();
        m_settings.forgetSearches();
    });
    connect(&m_ws, &WsClient::readyChanged, this, [this](bool ready) {
        if (ready)
            m_outbox.flushNow();
    });
    connect(&m_connection, &Connection::cameBack, &m_outbox, &Outbox::flushNow);
    const auto judgeNetwork = [this] { m_outbox.setPhotosWait(m_settings.wifiOnly() && m_connection.metered()); };
    connect(&m_connection, &Connection::changed, this, judgeNetwork);
    connect(&m_settings, &Settings::changed, this, judgeNetwork);
}

void Client::installOn(QQmlEngine *engine) { engine->setProperty(kProperty, QVariant::fromValue<QObject *>(this)); }

Client *Client::of(const QQmlEngine *engine)
{
    return engine ? qobject_cast<Client *>(engine->property(kProperty).value<QObject *>()) : nullptr;
}

void Client::start()
{
    m_session.restore();
    QTimer::singleShot(0, &m_connection, &Connection::start);
}

} // namespace cargo::client
