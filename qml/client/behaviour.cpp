#include "qml/client/behaviour.h"

#include <QDateTime>
#include <QGuiApplication>
#include <QJsonDocument>

#include <algorithm>

namespace cargo::client {

namespace {
constexpr char kKey[] = "behaviour"; // in the cache, which a sign-out wipes

QJsonArray listOf(const QByteArray &body)
{
    return QJsonDocument::fromJson(body).object().value(QLatin1String("events")).toArray();
}
} // namespace

Behaviour::Behaviour(ApiClient *api, Session *session, Settings *settings, Connection *connection, OfflineCache *cache,
                     QObject *parent)
    : QObject(parent), m_api(api), m_session(session), m_settings(settings), m_cache(cache),
      m_now([] { return QDateTime::currentMSecsSinceEpoch(); })
{
    m_idle.setSingleShot(true);
    m_idle.setInterval(kIdleMs);
    connect(&m_idle, &QTimer::timeout, this, &Behaviour::flush);
    connect(connection, &Connection::cameBack, this, &Behaviour::flush);
    connect(settings, &Settings::changed, this, [this] {
        if (!m_settings->personalPicks())
            forget();
    });
    connect(session, &Session::signedInChanged, this, [this](bool signedIn) {
        m_waiting.clear();
        m_batch = 0;
        m_sending = false;
        ++m_epoch;
        if (signedIn)
            restore();
    });
    if (auto *app = qobject_cast<QGuiApplication *>(QCoreApplication::instance())) {
        connect(app, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
            if (state != Qt::ApplicationActive)
                flush();
        });
    }
}

bool Behaviour::gathers() const { return m_session->signedIn() && m_settings->personalPicks(); }

void Behaviour::looked(const QString &listingId)
{
    if (const auto id = ListingId::fromText(QStringView(listingId)))
        add({.kind = api::InterestKind::View, .listing = *id});
}

void Behaviour::dwelt(const QString &listingId, qint64 visibleMs)
{
    const auto id = ListingId::fromText(QStringView(listingId));
    const int ms = int(std::min<qint64>(visibleMs, api::InterestsBody::kDwellMostMs));
    if (id && ms > 0)
        add({.kind = api::InterestKind::Dwell, .listing = *id, .dwellMs = ms});
}

void Behaviour::searched(const QString &text)
{
    const QString meant = text.simplified();
    if (!meant.isEmpty() && meant.size() <= api::InterestsBody::kTextMaxChars)
        add({.kind = api::InterestKind::Search, .text = meant});
}

void Behaviour::add(api::InterestsBody::Event event)
{
    if (!gathers())
        return;
    m_waiting.push_back({std::move(event), m_now()});
    if (m_waiting.size() > kWaitingMost) {
        if (!m_sending && m_batch >= kWaitingMost)
            m_batch = 0;
        // The oldest that is not under way: a batch stays what its key stands for.
        m_waiting.erase(m_waiting.begin() + qptrdiff(std::min(m_batch, m_waiting.size() - 1)));
    }
    keep();
    if (m_waiting.size() >= kAtOnce)
        flush();
    else
        m_idle.start();
}

Call Behaviour::callOf(qint64 now)
{
    api::InterestsBody body;
    for (size_t i = 0; i < m_batch; ++i) {
        api::InterestsBody::Event event = m_waiting[i].event;
        // A clock that was set meanwhile tells nonsense: as if it were just now.
        const qint64 ago = now - m_waiting[i].atMs;
        event.agoMs = ago < 0 || ago > api::InterestsBody::kAgoMostMs ? 0 : ago;
        body.events.push_back(std::move(event));
    }
    Call call = Call::post(QStringLiteral("events"), body.toJson());
    call.idempotencyKey = m_key;
    return call;
}

void Behaviour::flush()
{
    m_idle.stop();
    if (m_sending || !gathers())
        return;
    // What is older than the server takes is not worth telling.
    const qint64 now = m_now();
    while (m_batch == 0 && !m_waiting.empty() && now - m_waiting.front().atMs > api::InterestsBody::kAgoMostMs)
        m_waiting.pop_front();
    if (m_waiting.empty())
        return;
    if (m_batch == 0) {
        m_batch = m_waiting.size();
        m_key = Call::post({}).idempotencyKey;
        keep();
    }
    m_sending = true;
    m_api->send(callOf(now), this, [this, epoch = m_epoch](const Answer &answer) {
        if (epoch == m_epoch)
            answered(answer);
    });
}

void Behaviour::answered(const Answer &answer)
{
    m_sending = false;
    if (answer.later())
        return; // until the line is back or something else happens
    // Taken, or of no use.
    m_waiting.erase(m_waiting.begin(), m_waiting.begin() + qptrdiff(m_batch));
    m_batch = 0;
    keep();
    if (!m_waiting.empty())
        m_idle.start();
}

void Behaviour::forget()
{
    m_waiting.clear();
    m_batch = 0;
    m_sending = false;
    ++m_epoch;
    m_cache->remove(QLatin1String(kKey));
}

void Behaviour::keep()
{
    if (m_waiting.empty()) {
        m_cache->remove(QLatin1String(kKey));
        return;
    }
    api::InterestsBody body;
    QJsonArray moments;
    for (const Held &held : m_waiting) {
        body.events.push_back(held.event);
        moments.append(double(held.atMs));
    }
    m_cache->put(QLatin1String(kKey), {{QStringLiteral("events"), listOf(body.toJson())},
                                       {QStringLiteral("moments"), moments},
                                       {QStringLiteral("batch"), int(m_batch)},
                                       {QStringLiteral("key"), QString::fromLatin1(m_key)},
                                       {QStringLiteral("user"), m_session->userId()}});
}

void Behaviour::restore()
{
    const QJsonObject kept = m_cache->get(QLatin1String(kKey)).value;
    if (kept.isEmpty() || kept.value(QLatin1String("user")).toString() != m_session->userId() || !gathers())
        return;
    const auto read = api::InterestsBody::parse(QJsonDocument(kept).toJson(QJsonDocument::Compact));
    const QJsonArray moments = kept.value(QLatin1String("moments")).toArray();
    if (!read.ok() || moments.size() != qsizetype(read.value.events.size()))
        return;
    for (size_t i = 0; i < read.value.events.size(); ++i)
        m_waiting.push_back({read.value.events[i], qint64(moments.at(qsizetype(i)).toDouble())});
    m_batch = std::min(size_t(std::max(0, kept.value(QLatin1String("batch")).toInt())), m_waiting.size());
    m_key = kept.value(QLatin1String("key")).toString().toLatin1();
    if (m_key.isEmpty())
        m_batch = 0;
    m_idle.start();
}

} // namespace cargo::client
