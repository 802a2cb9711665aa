#include "qml/client/connection.h"

#include "qml/client/backoff.h"
#include "qml/client/client.h"
#include "qml/client/server_clock.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QNetworkInformation>
#include <QVersionNumber>

namespace cargo::client {
namespace {

constexpr int kPulseMs = 5000;
constexpr qint64 kSleptMs = 25000; // between two pulses: the device was asleep
constexpr int kLongestProbeMs = 60'000;

} // namespace

Connection::Connection(ApiClient *api, WsClient *ws, QObject *parent)
    : QObject(parent), m_api(api), m_ws(ws), m_appVersion(QCoreApplication::applicationVersion())
{
    m_probe.setSingleShot(true);
    m_pulse.setInterval(kPulseMs);
    connect(&m_probe, &QTimer::timeout, this, &Connection::askServer);
    connect(&m_pulse, &QTimer::timeout, this, [this] { tick(QDateTime::currentMSecsSinceEpoch()); });
    connect(api, &ApiClient::onlineChanged, this, &Connection::onlineChanged);
    connect(api, &ApiClient::maintenanceMet, this, [this] {
        if (!m_asking && m_gate == QLatin1String("open"))
            askServer();
    });
    connect(api, &ApiClient::clockHeard, this, [this](qint64 serverMs) {
        hearServerClock(serverMs);
        if (!std::exchange(m_reached, true))
            Q_EMIT changed();
    });
}

Connection *Connection::create(QQmlEngine *engine, QJSEngine *)
{
    Connection *connection = Client::of(engine)->connection();
    QJSEngine::setObjectOwnership(connection, QJSEngine::CppOwnership);
    return connection;
}

void Connection::start()
{
    m_lastTickMs = QDateTime::currentMSecsSinceEpoch();
    m_pulse.start();
    askServer();
    // Where no such service is, only answers tell.
    if (!QNetworkInformation::loadDefaultBackend())
        return;
    QNetworkInformation *network = QNetworkInformation::instance();
    if (network && network->supports(QNetworkInformation::Feature::Metered)) {
        connect(network, &QNetworkInformation::isMeteredChanged, this, &Connection::meteredChanged);
        meteredChanged(network->isMetered());
    }
    if (!network || !network->supports(QNetworkInformation::Feature::Reachability))
        return;
    const auto present = [](QNetworkInformation::Reachability how) {
        return how != QNetworkInformation::Reachability::Disconnected;
    };
    connect(network, &QNetworkInformation::reachabilityChanged, this,
            [this, present](QNetworkInformation::Reachability how) { networkChanged(present(how)); });
    m_network = present(network->reachability());
}

void Connection::meteredChanged(bool metered)
{
    if (metered == m_metered)
        return;
    m_metered = metered;
    Q_EMIT changed();
}

void Connection::networkChanged(bool present)
{
    if (present == m_network)
        return;
    m_network = present;
    Q_EMIT changed();
    if (present)
        back();
}

void Connection::tick(qint64 nowMs)
{
    if (m_lastTickMs > 0 && nowMs - m_lastTickMs > kSleptMs)
        back();
    m_lastTickMs = nowMs;
}

// Sockets that slept may look open for minutes: the live line is made anew.
void Connection::back()
{
    m_failures = 0;
    m_ws->reconnect();
    askServer();
    Q_EMIT cameBack();
}

void Connection::onlineChanged()
{
    Q_EMIT changed();
    if (!m_api->online()) {
        probeLater();
        return;
    }
    m_failures = 0;
    m_ws->reconnectIfDown();
    Q_EMIT cameBack();
}

void Connection::probeLater()
{
    if (m_probe.isActive())
        return;
    m_probe.start(int(pauseAfter(m_failures++, m_firstProbeMs, kLongestProbeMs)));
}

void Connection::askServer()
{
    if (std::exchange(m_asking, true))
        return;
    m_probe.stop();
    Q_EMIT changed();
    Call call = Call::get(QStringLiteral("status"));
    call.withToken = false;
    m_api->send(call, this, [this](const Answer &answer) { read(answer); });
}

void Connection::read(const Answer &answer)
{
    m_asking = false;
    if (answer.ok && answer.body.contains(QLatin1String("min_app_version"))) {
        m_maintenance = answer.body.value(QLatin1String("maintenance")).toString();
        m_minAppVersion = answer.body.value(QLatin1String("min_app_version")).toString();
        const auto least = QVersionNumber::fromString(m_minAppVersion), ours = QVersionNumber::fromString(m_appVersion);
        const bool wasShut = m_gate != QLatin1String("open");
        m_gate = !ours.isNull() && ours < least ? QStringLiteral("tooOld")
                 : !m_maintenance.isEmpty()     ? QStringLiteral("maintenance")
                                                : QStringLiteral("open");
        if (wasShut && m_gate == QLatin1String("open"))
            Q_EMIT cameBack();
    }
    Q_EMIT changed();
    if (!m_api->online() || m_gate == QLatin1String("maintenance"))
        probeLater();
}

} // namespace cargo::client
