#include "qml/client/photo_uploads.h"

#include "qml/client/error_texts.h"
#include "qml/client/photo_file.h"

#include <QPointer>
#include <QQmlEngine>

namespace cargo::client {

PhotoUploads::PhotoUploads(QObject *parent)
    : RowModel({QStringLiteral("key"), QStringLiteral("source"), QStringLiteral("state"), QStringLiteral("progress"),
                QStringLiteral("errorText")},
               parent)
{
}

void PhotoUploads::componentComplete()
{
    if (!m_client)
        m_client = Client::of(qmlEngine(this));
}

bool PhotoUploads::ready() const
{
    for (int at = 0; at < count(); ++at) {
        if (row(at).value(QStringLiteral("state")) != QLatin1String("done"))
            return false;
    }
    return true;
}

void PhotoUploads::add(const QList<QUrl> &files)
{
    for (const QUrl &file : files) {
        if (count() >= kMaxPhotos)
            break;
        const QString key = QString::number(++m_next);
        append({{{QStringLiteral("key"), key},
                 {QStringLiteral("source"), file},
                 {QStringLiteral("state"), QStringLiteral("uploading")},
                 {QStringLiteral("progress"), 0.0},
                 {QStringLiteral("errorText"), QString()}}});
        upload(key);
    }
}

void PhotoUploads::upload(const QString &key)
{
    const int at = find(key);
    if (at < 0 || !m_client)
        return;
    const QByteArray jpeg = preparePhoto(row(at).value(QStringLiteral("source")).toUrl().toLocalFile());
    if (jpeg.isEmpty()) {
        set(key, QStringLiteral("failed"), 0, tr("This is no picture."));
        return;
    }
    set(key, QStringLiteral("uploading"), 0);
    Call call = Call::photo(jpeg);
    call.progress = [self = QPointer<PhotoUploads>(this), key](double part) {
        if (self)
            self->set(key, QStringLiteral("uploading"), part);
    };
    m_client->api()->send(call, this, [this, key](const Answer &answer) {
        const QString id = answer.body.value(QLatin1String("id")).toString();
        if (!answer.ok || id.isEmpty()) {
            set(key, QStringLiteral("failed"), 0, client::errorText(answer.error));
            return;
        }
        m_mediaIds.insert(key, id);
        set(key, QStringLiteral("done"), 1);
    });
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
    m_mediaIds.remove(key);
    Q_EMIT stateChanged();
}

void PhotoUploads::retry(const QString &key) { upload(key); }

QStringList PhotoUploads::mediaIds() const
{
    QStringList ids;
    for (int at = 0; at < count(); ++at) {
        if (const QString id = m_mediaIds.value(row(at).value(QStringLiteral("key")).toString()); !id.isEmpty())
            ids << id;
    }
    return ids;
}

void PhotoUploads::clear()
{
    m_mediaIds.clear();
    reset({});
    Q_EMIT stateChanged();
}

} // namespace cargo::client
