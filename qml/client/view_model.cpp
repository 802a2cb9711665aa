#include "qml/client/view_model.h"

#include "qml/client/format.h"
#include "qml/client/saved_file.h"

#include <QDateTime>
#include <QQmlEngine>

namespace cargo::client {

ViewModel::ViewModel(QObject *parent) : QObject(parent)
{
    m_answer.ok = true;
    m_slowly.setSingleShot(true);
    connect(&m_slowly, &QTimer::timeout, this, [this] {
        m_slow = true;
        Q_EMIT slowChanged();
    });
    m_minute.setInterval(30'000);
    connect(&m_minute, &QTimer::timeout, this, &ViewModel::freshnessChanged); // the age grows
}

void ViewModel::componentComplete()
{
    if (!m_client)
        m_client = Client::of(qmlEngine(this));
    if (!m_client)
        return;
    connect(
        m_client->settings(), &Settings::languageChanged, this,
        [this] {
            retranslate();
            Q_EMIT phaseChanged();
            Q_EMIT freshnessChanged();
        },
        Qt::QueuedConnection); // after the translators were exchanged
    connect(m_client->connection(), &Connection::cameBack, this, [this] {
        if (!m_refreshing && (m_stale || (m_phase == Failed && m_answer.later())))
            reload();
    });
    begin();
}

QString ViewModel::ageText() const { return Format::age(double(m_fetchedMs)); }

void ViewModel::setPhase(Phase phase)
{
    if (phase == m_phase)
        return;
    m_phase = phase;
    Q_EMIT phaseChanged();
}

void ViewModel::setFailed(const Answer &answer)
{
    m_answer = answer;
    m_phase = Failed;
    Q_EMIT phaseChanged();
}

void ViewModel::setFresh(qint64 fetchedMs, bool stale)
{
    m_fetchedMs = fetchedMs;
    m_stale = stale;
    stale ? m_minute.start() : m_minute.stop();
    Q_EMIT freshnessChanged();
}

void ViewModel::setBusy(bool busy)
{
    if (busy == m_busy)
        return;
    m_busy = busy;
    Q_EMIT busyChanged();
}

void ViewModel::watch()
{
    m_slowly.start(m_client->slowMs());
    if (std::exchange(m_slow, false))
        Q_EMIT slowChanged();
}

void ViewModel::waitOn()
{
    if (m_reading || m_ordering)
        watch();
}

void ViewModel::ended()
{
    if (m_reading || m_ordering)
        return;
    m_slowly.stop();
    if (std::exchange(m_slow, false))
        Q_EMIT slowChanged();
}

void ViewModel::giveUp()
{
    const bool reading = m_reading != nullptr, ordering = m_ordering != nullptr;
    m_reading.reset();
    m_ordering.reset();
    ended();
    setBusy(false);
    if (ordering)
        unanswered(m_unanswered);
    if (!reading)
        return;
    m_refreshing = false;
    Answer none;
    none.error.code = ErrorCode::Timeout;
    if (m_phase == Loading) {
        setFailed(none);
        Q_EMIT freshnessChanged();
    } else {
        m_answer = none;
        setFresh(m_fetchedMs, true);
        Q_EMIT phaseChanged();
    }
}

bool ViewModel::wellFormed(const Source &source, const Answer &answer)
{
    switch (source.shape) {
    case Source::List: return answer.body.value(QLatin1String("items")).isArray();
    case Source::Thing: return answer.body.value(QLatin1String("id")).isString();
    case Source::Anything: break;
    }
    return true;
}

qint64 ViewModel::keepAnswer(const Source &source, const Answer &answer, const Show &show, bool shown)
{
    if (source.key.isEmpty()) {
        show(answer.body);
        return QDateTime::currentMSecsSinceEpoch();
    }
    OfflineCache *cache = m_client->cache();
    const qint64 fetchedMs = answer.notModified ? cache->confirm(source.key) : cache->put(source.key, answer.body, answer.etag);
    if (!answer.notModified)
        show(answer.body);
    else if (!shown)
        show(cache->get(source.key).value);
    return fetchedMs;
}

void ViewModel::load(const Source &source, const Show &show, const ApiClient::Done &refused)
{
    const Kept kept = source.key.isEmpty() ? Kept() : m_client->cache()->get(source.key);
    const bool known = !kept.empty();
    const QString what = source.key.isEmpty() ? source.path : source.key;
    if (known && (m_shown != what || m_fetchedMs != kept.fetchedMs)) {
        m_shown = what;
        m_answer = {};
        m_answer.ok = true;
        setFresh(kept.fetchedMs, false);
        show(kept.value);
    } else if (!known && m_phase != Ready && m_phase != Empty) {
        setPhase(Loading);
    }
    const int epoch = m_client->session()->epoch();
    m_reading = std::make_unique<QObject>();
    m_refreshing = true;
    watch();
    Q_EMIT freshnessChanged();
    Call call = Call::get(source.path, source.query);
    if (known)
        call.etag = kept.etag;
    m_client->api()->send(call, m_reading.get(), [this, source, show, refused, what, epoch](const Answer &heard) {
        Answer answer = heard;
        m_reading.release()->deleteLater();
        ended();
        m_refreshing = false;
        if (epoch != m_client->session()->epoch()) { // it was somebody else's
            Q_EMIT freshnessChanged();
            return;
        }
        if (answer.ok && !answer.notModified && !wellFormed(source, answer)) {
            answer.ok = false;
            answer.rubbish = true;
            answer.error.code = ErrorCode::Unavailable;
        }
        if (answer.ok) {
            m_answer = answer;
            m_shown = what;
            setFresh(QDateTime::currentMSecsSinceEpoch(), false);
            m_fetchedMs = keepAnswer(source, answer, show, true);
            Q_EMIT phaseChanged();
            return;
        }
        if (refused)
            refused(answer);
        if (answer.later() && (m_shown == what || (source.key.isEmpty() && m_fetchedMs > 0))) {
            m_answer = answer;
            setFresh(m_fetchedMs, true);
            Q_EMIT phaseChanged();
            return;
        }
        if (!source.key.isEmpty() && !answer.later()) // it is not there any more, or not for us
            m_client->cache()->remove(source.key);
        m_shown.clear();
        setFresh(0, false);
        setFailed(answer);
    });
}

void ViewModel::loadAside(const Source &source, const Show &show)
{
    const Kept kept = m_client->cache()->get(source.key);
    if (!kept.empty())
        show(kept.value);
    const int epoch = m_client->session()->epoch();
    Call call = Call::get(source.path, source.query);
    call.etag = kept.etag;
    m_client->api()->send(call, this, [this, source, show, epoch, known = !kept.empty()](const Answer &answer) {
        if (!answer.ok || epoch != m_client->session()->epoch() || (!answer.notModified && !wellFormed(source, answer)))
            return;
        keepAnswer(source, answer, show, known);
    });
}

void ViewModel::order(const Call &asked, ApiClient::Done done)
{
    if (m_busy)
        return;
    Call call = asked;
    if (m_unanswered.path == call.path && m_unanswered.method == call.method && m_unanswered.body == call.body)
        call.idempotencyKey = m_unanswered.idempotencyKey;
    m_unanswered = call;
    setBusy(true);
    m_ordering = std::make_unique<QObject>();
    watch();
    m_client->api()->send(call, m_ordering.get(), [this, call, done = std::move(done)](const Answer &answer) {
        m_ordering.release()->deleteLater();
        ended();
        setBusy(false);
        if (!answer.unreachable() && !answer.rubbish)
            m_unanswered = {};
        if (answer.ok) {
            done(answer);
            return;
        }
        if (!answer.unreachable() && refused(call, answer, done))
            return;
        Q_EMIT failed(troubleOf(answer).text);
        if (answer.unreachable())
            unanswered(call);
    });
}

void ViewModel::saveFromServer(const QString &path, const QString &name, const QUrlQuery &query)
{
    Call call = Call::file(path);
    call.query = query;
    order(call, [this, name](const Answer &answer) {
        if (const auto saved = saveFile(name, answer.bytes, m_client->downloads()))
            Q_EMIT fileSaved(saved->name, saved->url);
        else
            Q_EMIT failed(tr("The file could not be written: there is no room, or no right to write."));
    });
}

} // namespace cargo::client
