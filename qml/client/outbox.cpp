#include "qml/client/outbox.h"

#include "qml/client/backoff.h"
#include "qml/client/photo_sender.h"
#include "shared/api/message_dto.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPointer>

namespace cargo::client {
namespace {

constexpr int kAtOnce = 3;         // subjects: a large photo must not hold up a message of another talk
constexpr int kBrokenAttempts = 8; // answers that something broke on the server; then the user is asked
constexpr int kLongestPauseMs = 5 * 60'000;

qint64 now() { return QDateTime::currentMSecsSinceEpoch(); }

bool lacksPhotos(const OutboxItem &item)
{
    return std::any_of(item.photos.begin(), item.photos.end(), [](const KeptPhoto &photo) { return photo.mediaId.isEmpty(); });
}

// The body with media ids where the marks of kept photos stand.
QJsonValue withMediaIds(const QJsonValue &value, const QHash<QString, QString> &ids)
{
    if (value.isString())
        return ids.value(value.toString(), value.toString());
    if (value.isArray()) {
        QJsonArray filled;
        const QJsonArray list = value.toArray();
        for (const QJsonValue &entry : list)
            filled.append(withMediaIds(entry, ids));
        return filled;
    }
    if (!value.isObject())
        return value;
    QJsonObject filled = value.toObject();
    for (auto it = filled.begin(); it != filled.end(); ++it)
        it.value() = withMediaIds(it.value(), ids);
    return filled;
}

QJsonObject bodyOf(const OutboxItem &item)
{
    if (item.photos.empty())
        return item.body;
    QHash<QString, QString> ids;
    QJsonArray list;
    QJsonObject hashes;
    for (const KeptPhoto &photo : item.photos) {
        ids.insert(keptPhotoMark(photo.name), photo.mediaId);
        list.append(photo.mediaId);
        hashes.insert(photo.mediaId, QString::fromLatin1(photo.sha256));
    }
    QJsonObject body = withMediaIds(item.body, ids).toObject();
    body.insert(item.photosField, list);
    if (body.contains(QLatin1String("photo_hashes"))) // it counts only when the server has just these
        body.insert(QStringLiteral("photo_hashes"), hashes);
    return body;
}

} // namespace

Outbox::Outbox(ApiClient *api, WritingStore *store, QObject *parent) : QObject(parent), m_api(api), m_store(store)
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &Outbox::flush);
    connect(api, &ApiClient::onlineChanged, this, [this] {
        if (m_api->online())
            flushNow();
    });
}

QString Outbox::add(OutboxItem item, const QString &draftKey, bool supersedes)
{
    item.createdMs = now();
    if (item.id.isEmpty())
        item.id = newUuid({item.createdMs}).toString();
    if (!m_store->add(item, draftKey, supersedes, m_running.keys()))
        return {};
    Q_EMIT changed(item.subject);
    flush();
    return item.id;
}

QString Outbox::sendMessage(const QString &conversationId, const QString &body, const QString &draftKey, qint64 replyTo)
{
    OutboxItem item;
    const Uuid id = newUuid({now()});
    item.id = id.toString();
    item.subject = QStringLiteral("conversation/") + conversationId;
    item.kind = QStringLiteral("message");
    item.path = QStringLiteral("conversations/%1/messages").arg(conversationId);
    const auto answered = replyTo > 0 ? std::optional(replyTo) : std::nullopt;
    item.body = QJsonDocument::fromJson(api::SendMessageDto{id, body, {}, answered}.toJson()).object();
    item.photosField = QStringLiteral("attachments");
    return add(std::move(item), draftKey);
}

QString Outbox::setFavourite(const QString &listingId, bool favourite)
{
    OutboxItem item;
    item.subject = QStringLiteral("listing/") + listingId;
    item.kind = QStringLiteral("favourite");
    item.method = favourite ? "PUT" : "DELETE";
    item.path = QStringLiteral("me/favourites/") + listingId;
    return add(std::move(item), {}, true);
}

void Outbox::retry(const QString &id)
{
    m_store->setError(id, {});
    Q_EMIT changed({});
    flush();
}

void Outbox::discard(const QString &id)
{
    if (m_running.contains(id))
        m_running.take(id).context->deleteLater();
    m_progress.remove(id);
    m_store->remove(id);
    Q_EMIT changed({});
    flush();
}

void Outbox::setPaused(bool paused)
{
    m_paused = paused;
    if (!paused)
        flushNow();
}

void Outbox::setPhotosWait(bool wait)
{
    if (wait == m_photosWait)
        return;
    m_photosWait = wait;
    Q_EMIT changed({});
    flush();
}

void Outbox::reset()
{
    for (const Run &run : std::as_const(m_running))
        delete run.context;
    m_running.clear();
    m_progress.clear();
    m_broken.clear();
    m_again.stop();
    Q_EMIT changed({});
}

void Outbox::flushNow()
{
    m_store->allNow();
    flush();
}

bool Outbox::busyWith(const QString &subject) const
{
    return std::any_of(m_running.begin(), m_running.end(), [&](const Run &run) { return run.subject == subject; });
}

void Outbox::flush()
{
    if (m_paused)
        return;
    qint64 soonest = 0;
    const auto items = m_store->heads();
    for (const OutboxItem &item : items) {
        if (m_running.size() >= kAtOnce)
            return; // the end of each run comes here again
        if (busyWith(item.subject) || (m_photosWait && lacksPhotos(item)))
            continue;
        if (item.nextMs > now()) {
            soonest = soonest == 0 ? item.nextMs : qMin(soonest, item.nextMs);
            continue;
        }
        start(item);
    }
    if (soonest > 0)
        m_again.start(int(qBound(qint64(0), soonest - now(), qint64(kLongestPauseMs))));
}

void Outbox::start(const OutboxItem &item)
{
    m_running.insert(item.id, {item.subject, new QObject(this)});
    Q_EMIT changed(item.subject);
    for (size_t at = 0; at < item.photos.size(); ++at) {
        if (item.photos[at].mediaId.isEmpty()) {
            upload(item, at);
            return;
        }
    }
    post(item);
}

void Outbox::upload(const OutboxItem &item, size_t at)
{
    const KeptPhoto &photo = item.photos[at];
    const QByteArray ours = sha256OfFile(photo.path);
    if (ours.isEmpty() || (!photo.sha256.isEmpty() && ours != photo.sha256)) { // somebody emptied the folder
        refuse(item, {ErrorCode::NotFound, QStringLiteral("photo"), {}});
        return;
    }
    KeptPhoto sent = photo;
    sent.sha256 = ours;
    const double share = 1.0 / double(item.photos.size());
    const auto progress = [self = QPointer<Outbox>(this), id = item.id, subject = item.subject, at, share](double part) {
        if (!self || !self->m_running.contains(id))
            return;
        self->m_progress.insert(id, (double(at) + part) * share);
        Q_EMIT self->progressed(subject, id);
    };
    PhotoSender::send(m_api, sent, m_running.value(item.id).context, progress, [this, item, at, ours](const Answer &answer) {
        if (waits(item, answer))
            return;
        if (!answer.ok) {
            refuse(item, answer.error);
            return;
        }
        const QString id = uploadedAs(answer, ours);
        if (id.isEmpty()) {
            // Something on the way changed the bytes: this upload does not count, the next one is another.
            m_store->renewUploadKey(item.photos[at].name);
            Answer broken;
            broken.status = 502;
            broken.error.code = ErrorCode::Internal;
            waits(item, broken);
            return;
        }
        m_store->setMediaId(item.photos[at].name, id);
        end(item);
        flush();
    });
}

void Outbox::post(const OutboxItem &item)
{
    const QJsonObject body = bodyOf(item);
    Call call;
    call.method = item.method;
    call.path = item.path;
    if (!body.isEmpty() || item.method == "POST")
        call.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    if (item.method == "POST" || item.method == "PATCH")
        call.idempotencyKey = item.id.toLatin1();
    m_api->send(call, m_running.value(item.id).context, [this, item](const Answer &answer) { done(item, answer); });
}

void Outbox::done(const OutboxItem &item, const Answer &answer)
{
    if (waits(item, answer) || sendsPhotosAgain(item, answer))
        return;
    if (!answer.ok) {
        refuse(item, answer.error);
        return;
    }
    m_store->remove(item.id);
    m_progress.remove(item.id);
    end(item);
    Q_EMIT sent(item, answer.body);
    Q_EMIT changed(item.subject);
    flush();
}

bool Outbox::sendsPhotosAgain(const OutboxItem &item, const Answer &answer)
{
    const QJsonArray missing = answer.body.value(QLatin1String("photos")).toArray();
    if (answer.ok || missing.isEmpty() || ++m_broken[item.id] >= kBrokenAttempts)
        return false;
    for (const KeptPhoto &photo : item.photos) {
        if (!missing.contains(photo.mediaId))
            continue;
        m_store->setMediaId(photo.name, {});
        m_store->renewUploadKey(photo.name);
    }
    m_store->postpone(item.id, item.attempts + 1, now() + pauseAfter(item.attempts, m_firstPauseMs, kLongestPauseMs));
    end(item);
    Q_EMIT changed(item.subject);
    flush();
    return true;
}

bool Outbox::waits(const OutboxItem &item, const Answer &answer)
{
    if (!answer.later())
        return false;
    const bool broken = answer.status == 500 || answer.status == 502;
    if (broken && ++m_broken[item.id] >= kBrokenAttempts) {
        refuse(item, answer.error);
        return true;
    }
    const qint64 pause = pauseAfter(item.attempts, m_firstPauseMs, kLongestPauseMs);
    m_store->postpone(item.id, item.attempts + 1, now() + qMax(pause, qint64(answer.retryAfterS) * 1000));
    end(item);
    Q_EMIT changed(item.subject);
    flush();
    return true;
}

void Outbox::refuse(const OutboxItem &item, const Error &error)
{
    m_broken.remove(item.id);
    if (quiet(item)) // nobody can do anything about it
        m_store->remove(item.id);
    else
        m_store->setError(item.id, QLatin1String(errorWord(error.code)));
    end(item);
    Q_EMIT refused(item, error);
    Q_EMIT changed(item.subject);
    flush();
}

bool Outbox::quiet(const OutboxItem &item) { return item.kind == QLatin1String("read") || item.kind == QLatin1String("draft"); }

void Outbox::end(const OutboxItem &item)
{
    if (m_running.contains(item.id))
        m_running.take(item.id).context->deleteLater();
}

} // namespace cargo::client
