#include "qml/client/photo_uploads.h"

#include "qml/client/error_texts.h"
#include "qml/client/photo_file.h"
#include "qml/client/photo_sender.h"

#include <QPointer>
#include <QQmlEngine>
#include <QUuid>

namespace cargo::client {

PhotoUploads::PhotoUploads(QObject *parent)
    : RowModel({QStringLiteral("key"), QStringLiteral("source"), QStringLiteral("state"), QStringLiteral("progress"),
                QStringLiteral("errorText")},
               parent),
      m_calls(std::make_unique<QObject>())
{
}

PhotoUploads::~PhotoUploads()
{
    if (m_once && m_client)
        m_client->writing()->forgetDraft(m_draftKey);
}

void PhotoUploads::componentComplete()
{
    if (!m_client)
        m_client = Client::of(qmlEngine(this));
    if (!m_client)
        return;
    connect(m_client, &Client::wiped, this, &PhotoUploads::release);
    connect(m_client->connection(), &Connection::cameBack, this, [this] {
        for (int at = 0; at < count(); ++at) {
            if (row(at).value(QStringLiteral("state")) == QLatin1String("queued"))
                upload(row(at).value(QStringLiteral("key")).toString());
        }
    });
    restore();
}

void PhotoUploads::setDraftKey(const QString &key)
{
    if (key == m_draftKey)
        return;
    m_draftKey = key;
    m_once = false;
    m_order.clear();
    Q_EMIT draftKeyChanged();
    restore();
}

void PhotoUploads::restore()
{
    stopCalls();
    reset({});
    if (m_client && !m_draftKey.isEmpty()) {
        const auto photos = m_client->writing()->photosOf(owner());
        for (const KeptPhoto &photo : photos) {
            appendRow(photo.name, QUrl::fromLocalFile(photo.path),
                      photo.mediaId.isEmpty() ? QStringLiteral("queued") : QStringLiteral("done"));
            if (photo.mediaId.isEmpty())
                upload(photo.name);
        }
    }
    Q_EMIT stateChanged();
}

bool PhotoUploads::ready() const
{
    for (int at = 0; at < count(); ++at) {
        if (row(at).value(QStringLiteral("state")) == QLatin1String("failed"))
            return false;
    }
    return true;
}

void PhotoUploads::appendRow(const QString &key, const QUrl &source, const QString &state, const QString &errorText)
{
    if (!m_order.contains(key))
        m_order << key;
    int at = 0;
    while (at < count() && m_order.indexOf(row(at).value(QStringLiteral("key")).toString()) < m_order.indexOf(key))
        ++at;
    insert(at, {{QStringLiteral("key"), key},
                {QStringLiteral("source"), source},
                {QStringLiteral("state"), state},
                {QStringLiteral("progress"), state == QLatin1String("done") ? 1.0 : 0.0},
                {QStringLiteral("errorText"), errorText}});
    Q_EMIT orderChanged();
}

QStringList PhotoUploads::keys() const
{
    QStringList keys;
    for (int at = 0; at < count(); ++at)
        keys << row(at).value(QStringLiteral("key")).toString();
    return keys;
}

void PhotoUploads::setOrder(const QStringList &order)
{
    if (order == m_order)
        return;
    m_order = order;
    for (int to = 0, at = 0; at < order.size(); ++at) {
        if (const int from = find(order.at(at)); from >= 0)
            shift(from, to++);
    }
    Q_EMIT orderChanged();
}

void PhotoUploads::shift(int from, int to)
{
    if (from == to)
        return;
    const QVariantMap moved = row(from);
    remove(from);
    insert(to, moved);
}

void PhotoUploads::move(int from, int to)
{
    if (from < 0 || to < 0 || from >= count() || to >= count())
        return;
    shift(from, to);
    QStringList order = keys();
    for (const QString &key : std::as_const(m_order)) {
        if (!order.contains(key))
            order << key;
    }
    m_order = order;
    Q_EMIT orderChanged();
}

QVariantMap PhotoUploads::of(const QString &key) const
{
    const int at = find(key);
    return at < 0 ? QVariantMap() : row(at);
}

void PhotoUploads::addKnown(const QString &mediaId, const QUrl &source)
{
    if (mediaId.isEmpty() || find(mediaId) >= 0)
        return;
    m_known.insert(mediaId);
    appendRow(mediaId, source, QStringLiteral("done"));
    Q_EMIT stateChanged();
}

bool PhotoUploads::settled() const
{
    for (int at = 0; at < count(); ++at) {
        if (row(at).value(QStringLiteral("state")) != QLatin1String("done"))
            return false;
    }
    return true;
}

void PhotoUploads::belongSomewhere()
{
    if (!m_draftKey.isEmpty())
        return;
    m_draftKey = QStringLiteral("once/") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_once = true;
}

std::optional<KeptPhoto> PhotoUploads::keep(const QUrl &file, QString &trouble)
{
    const QByteArray jpeg = preparePhoto(file.toLocalFile());
    const auto photo = jpeg.isEmpty() ? std::nullopt : m_client->writing()->keepPhoto(owner(), jpeg);
    if (!photo)
        trouble = jpeg.isEmpty() ? tr("This is no picture.") : tr("There is no room on this device.");
    return photo;
}

void PhotoUploads::add(const QList<QUrl> &files)
{
    if (!m_client)
        return;
    belongSomewhere();
    for (const QUrl &file : files) {
        if (count() >= m_most)
            break;
        QString trouble;
        const auto photo = keep(file, trouble);
        if (!photo) {
            appendRow(QStringLiteral("unreadable-%1").arg(++m_unreadable), file, QStringLiteral("failed"), trouble);
            continue;
        }
        appendRow(photo->name, QUrl::fromLocalFile(photo->path), QStringLiteral("uploading"));
        upload(photo->name);
    }
    Q_EMIT stateChanged();
}

QString PhotoUploads::take(const QUrl &file)
{
    if (!m_client || count() >= m_most)
        return {};
    belongSomewhere();
    QString trouble;
    const auto photo = keep(file, trouble);
    if (!photo) {
        Q_EMIT notTaken(trouble);
        return {};
    }
    appendRow(photo->name, QUrl::fromLocalFile(photo->path), QStringLiteral("uploading"));
    upload(photo->name);
    Q_EMIT stateChanged();
    return photo->name;
}

std::optional<KeptPhoto> PhotoUploads::kept(const QString &key) const
{
    const auto photos = m_client->writing()->photosOf(owner());
    const auto found = std::find_if(photos.begin(), photos.end(), [&](const KeptPhoto &photo) { return photo.name == key; });
    return found == photos.end() ? std::nullopt : std::optional<KeptPhoto>(*found);
}

void PhotoUploads::upload(const QString &key)
{
    if (find(key) < 0 || !m_client)
        return;
    auto photo = kept(key);
    const QByteArray sha256 = photo ? sha256OfFile(photo->path) : QByteArray();
    if (sha256.isEmpty()) {
        set(key, QStringLiteral("failed"), 0, tr("This is no picture."));
        return;
    }
    set(key, QStringLiteral("uploading"), 0);
    photo->sha256 = sha256;
    const auto progress = [self = QPointer<PhotoUploads>(this), key](double part) {
        if (self)
            self->set(key, QStringLiteral("uploading"), part);
    };
    PhotoSender::send(m_client->api(), *photo, m_calls.get(), progress,
                      [this, photo = *photo, sha256](const Answer &answer) { heard(photo, sha256, answer); });
}

void PhotoUploads::heard(const KeptPhoto &photo, const QByteArray &sha256, const Answer &answer)
{
    if (answer.later()) {
        set(photo.name, QStringLiteral("queued"), 0);
        return;
    }
    const QString id = uploadedAs(answer, sha256);
    if (answer.ok && id.isEmpty()) {
        m_client->writing()->renewUploadKey(photo.name); // what arrived is not what we sent
        set(photo.name, QStringLiteral("failed"), 0, client::errorText({ErrorCode::Internal, {}, {}}));
        return;
    }
    if (!answer.ok) {
        set(photo.name, QStringLiteral("failed"), 0, client::errorText(answer.error));
        return;
    }
    m_client->writing()->setMediaId(photo.name, id);
    set(photo.name, QStringLiteral("done"), 1);
}

void PhotoUploads::set(const QString &key, const QString &state, double progress, const QString &errorText)
{
    const int at = find(key);
    if (at < 0) // taken away meanwhile
        return;
    QVariantMap changed = row(at);
    changed.insert(QStringLiteral("state"), state);
    changed.insert(QStringLiteral("progress"), progress);
    changed.insert(QStringLiteral("errorText"), errorText);
    update(at, changed);
    Q_EMIT stateChanged();
}

void PhotoUploads::drop(const QString &key)
{
    if (const int at = find(key); at >= 0)
        remove(at);
    if (m_client && !m_known.contains(key))
        m_client->writing()->dropPhoto(key);
    m_order.removeAll(key);
    Q_EMIT orderChanged();
    Q_EMIT stateChanged();
}

void PhotoUploads::retry(const QString &key) { upload(key); }

QStringList PhotoUploads::mediaIds() const
{
    QStringList ids;
    if (!m_client)
        return ids;
    const auto photos = m_draftKey.isEmpty() ? std::vector<KeptPhoto>() : m_client->writing()->photosOf(owner());
    for (const QString &key : keys()) {
        const auto kept = std::find_if(photos.begin(), photos.end(), [&](const KeptPhoto &photo) { return photo.name == key; });
        if (m_known.contains(key))
            ids << key;
        else if (kept != photos.end() && !kept->mediaId.isEmpty())
            ids << kept->mediaId;
    }
    return ids;
}

void PhotoUploads::clear()
{
    if (m_client) {
        for (const QString &key : keys()) {
            if (!m_known.contains(key))
                m_client->writing()->dropPhoto(key);
        }
    }
    release();
}

void PhotoUploads::release()
{
    stopCalls();
    reset({});
    m_order.clear();
    Q_EMIT orderChanged();
    Q_EMIT stateChanged();
}

void PhotoUploads::stopCalls() { m_calls = std::make_unique<QObject>(); }

} // namespace cargo::client
