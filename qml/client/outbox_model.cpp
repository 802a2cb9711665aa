#include "qml/client/outbox_model.h"

#include "qml/client/error_texts.h"
#include "qml/client/format.h"

#include <QQmlEngine>
#include <QUrl>

namespace cargo::client {

OutboxModel::OutboxModel(QObject *parent)
    : RowModel({QStringLiteral("itemId"), QStringLiteral("kind"), QStringLiteral("title"), QStringLiteral("text"),
                QStringLiteral("state"), QStringLiteral("stateText"), QStringLiteral("progress"), QStringLiteral("photos"),
                QStringLiteral("photoStates"), QStringLiteral("moment"), QStringLiteral("subject")},
               parent)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(16); // a frame
    connect(&m_soon, &QTimer::timeout, this, &OutboxModel::show);
}

void OutboxModel::componentComplete()
{
    if (!m_client)
        m_client = Client::of(qmlEngine(this));
    if (!m_client)
        return;
    connect(m_client->outbox(), &Outbox::changed, this, &OutboxModel::showSoon);
    connect(m_client->outbox(), &Outbox::progressed, this, &OutboxModel::showSoon);
    connect(m_client, &Client::wiped, this, &OutboxModel::show);
    connect(m_client->session(), &Session::signedInChanged, this, &OutboxModel::show);
    connect(m_client->settings(), &Settings::languageChanged, this, &OutboxModel::show, Qt::QueuedConnection);
    show();
}

// They travel one after another: those before the one under way are there.
QVariantList OutboxModel::photoStatesOf(const OutboxItem &item) const
{
    const bool sending = m_client->outbox()->sending(item.id);
    QVariantList states;
    bool reached = false; // the first that is not there
    for (size_t at = 0; at < item.photos.size(); ++at) {
        const bool there = !item.photos[at].mediaId.isEmpty();
        const bool next = !there && !std::exchange(reached, reached || !there);
        const double part = m_client->outbox()->progress(item.id) * double(item.photos.size()) - double(at);
        QString state = QStringLiteral("queued"), text = tr("in the queue");
        if (there) {
            state = QStringLiteral("done");
            text = tr("on the server");
        } else if (next && !item.error.isEmpty()) {
            state = QStringLiteral("failed");
            text = tr("refused");
        } else if (next && sending) {
            state = QStringLiteral("uploading");
            text = tr("%1 %").arg(int(100 * qBound(0.0, part, 1.0)));
        }
        states.append(QVariantMap{{QStringLiteral("state"), state}, {QStringLiteral("text"), text}});
    }
    return states;
}

QVariantMap OutboxModel::rowOf(const OutboxItem &item) const
{
    const bool refused = !item.error.isEmpty(), sending = m_client->outbox()->sending(item.id);
    const QString &kind = item.kind;
    const QString title = kind == QLatin1String("message") ? tr("Message")
                          : kind == QLatin1String("favourite")
                              ? item.method == "DELETE" ? tr("Remove from favourites") : tr("Add to favourites")
                          : kind == QLatin1String("review")          ? tr("Review")
                          : kind == QLatin1String("dispute")         ? tr("Report of a problem")
                          : kind == QLatin1String("evidence")        ? tr("Evidence")
                          : kind == QLatin1String("start")           ? tr("Pick-up of the car")
                          : kind == QLatin1String("checkpoint")      ? tr("Checkpoint")
                          : kind == QLatin1String("arrive")          ? tr("Arrival")
                          : kind == QLatin1String("absent")          ? tr("The buyer was not there")
                          : kind == QLatin1String("handover")        ? tr("Inspection at the handover")
                          : kind == QLatin1String("amendment")       ? tr("Proposal of other terms")
                          : kind == QLatin1String("safetyStop")      ? tr("Safety stop")
                          : kind == QLatin1String("savedSearch")     ? tr("Saved search")
                          : kind == QLatin1String("personalisation") ? tr("Picks for me")
                                                                     : tr("Action");
    QString text;
    for (const char *field : {"body", "text", "comment", "place", "note", "reason", "name"}) {
        if (text.isEmpty())
            text = item.body.value(QLatin1String(field)).toString();
    }
    QVariantList photos;
    for (const KeptPhoto &photo : item.photos)
        photos.append(QUrl::fromLocalFile(photo.path));
    const QString stateText = refused   ? errorText({errorCodeFromWord(item.error).value_or(ErrorCode::Internal), {}, {}})
                              : sending ? tr("is being sent")
                              : m_client->outbox()->photosWait() && !item.photos.empty() ? tr("waits for Wi-Fi")
                              : m_client->api()->online()                                ? tr("waits its turn")
                                                                                         : tr("waits for a connection");
    return {{QStringLiteral("itemId"), item.id},
            {QStringLiteral("kind"), kind},
            {QStringLiteral("title"), title},
            {QStringLiteral("text"), text},
            {QStringLiteral("state"), refused   ? QStringLiteral("refused")
                                      : sending ? QStringLiteral("sending")
                                                : QStringLiteral("waiting")},
            {QStringLiteral("stateText"), stateText},
            {QStringLiteral("progress"), m_client->outbox()->progress(item.id)},
            {QStringLiteral("photos"), photos},
            {QStringLiteral("photoStates"), photoStatesOf(item)},
            {QStringLiteral("moment"), Format::moment(double(item.createdMs))},
            {QStringLiteral("subject"), item.subject}};
}

void OutboxModel::showSoon()
{
    if (!m_soon.isActive())
        m_soon.start();
}

void OutboxModel::show()
{
    m_soon.stop();
    QList<QVariantMap> rows;
    int waiting = 0, refused = 0;
    if (m_client && m_client->session()->signedIn()) {
        const auto items = m_client->outbox()->items(m_subject);
        for (const OutboxItem &item : items) {
            if (Outbox::quiet(item))
                continue;
            rows.append(rowOf(item));
            ++(item.error.isEmpty() ? waiting : refused);
        }
    }
    sync(rows);
    if (waiting != m_waiting || refused != m_refused) {
        m_waiting = waiting;
        m_refused = refused;
        Q_EMIT countsChanged();
    }
}

void OutboxModel::retry(const QString &itemId)
{
    if (m_client)
        m_client->outbox()->retry(itemId);
}

void OutboxModel::discard(const QString &itemId)
{
    if (m_client)
        m_client->outbox()->discard(itemId);
}

void OutboxModel::sendNow()
{
    if (m_client)
        m_client->outbox()->flushNow();
}

} // namespace cargo::client
