#include "qml/client/photo_uploads.h"

#include "qml/client/error_texts.h"
#include "qml/client/photo_file.h"

#include <QCryptographicHash>
#include <QFile>
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
    append({{{QStringLiteral("key"), key},
             {QStringLiteral("source"), source},
             {QStringLiteral("state"), state},
             {QStringLiteral("progress"), state == QLatin1String("done") ? 1.0 : 0.0},
             {QStringLiteral("errorText"), errorText}}});
}

void PhotoUploads::add(const QList<QUrl> &files)
{
    if (!m_client)
        return;
    if (m_draftKey.isEmpty()) {
        m_draftKey = QStringLiteral("once/") + QUuid::createUuid().toString(QUuid::WithoutBraces);
        m_once = true;
    }
    for (const QUrl &file : files) {
        if (count() >= kMaxPhotos)
            break;
        const QByteArray jpeg = preparePhoto(file.toLocalFile());
        const auto photo = jpeg.isEmpty() ? std::nullopt : m_client->writing()->keepPhoto(owner(), jpeg);
        if (!photo) {
            appendRow(QStringLiteral("unreadable-%1").arg(++m_unreadable), file, QStringLiteral("failed"),
                      jpeg.isEmpty() ? tr("This is no picture.") : tr("There is no room on this device."));
            continue;
        }
        appendRow(photo->name, QUrl::fromLocalFile(photo->path), QStringLiteral("uploading"));
        upload(photo->name);
    }
    Q_EMIT stateChanged();
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
    const auto photo = kept(key);
    QFile file(photo ? photo->path : QString());
    if (!photo || !file.open(QIODevice::ReadOnly)) {
        set(key, QStringLiteral("failed"), 0, tr("This is no picture."));
        return;
    }
    const QByteArray bytes = file.readAll();
    set(key, QStringLiteral("uploading"), 0);
    Call call = Call::photo(bytes, photo->uploadKey);
    call.progress = [self = QPointer<PhotoUploads>(this), key](double part) {
        if (self)
            self->set(key, QStringLiteral("uploading"), part);
    };
    const QByteArray sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    m_client->api()->send(call, m_calls.get(),
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
    if (m_client)
        m_client->writing()->dropPhoto(key);
    Q_EMIT stateChanged();
}

void PhotoUploads::retry(const QString &key) { upload(key); }

QStringList PhotoUploads::mediaIds() const
{
    QStringList ids;
    if (!m_client || m_draftKey.isEmpty())
        return ids;
    const auto photos = m_client->writing()->photosOf(owner());
    for (const KeptPhoto &photo : photos) {
        if (!photo.mediaId.isEmpty())
            ids << photo.mediaId;
    }
    return ids;
}

void PhotoUploads::clear()
{
    if (m_client) {
        for (int at = 0; at < count(); ++at)
            m_client->writing()->dropPhoto(row(at).value(QStringLiteral("key")).toString());
    }
    release();
}

void PhotoUploads::release()
{
    stopCalls();
    reset({});
    Q_EMIT stateChanged();
}

void PhotoUploads::stopCalls() { m_calls = std::make_unique<QObject>(); }

} // namespace cargo::client
