#include "qml/client/message_outbox.h"

#include "shared/api/message_dto.h"

#include <QDateTime>
#include <QFile>
#include <QPointer>

namespace cargo::client {

MessageOutbox::MessageOutbox(ApiClient *api, OfflineCache *cache, QObject *parent) : QObject(parent), m_api(api), m_cache(cache)
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &MessageOutbox::flush);
    connect(api, &ApiClient::onlineChanged, this, [this] {
        if (m_api->online())
            flush();
    });
}

QString MessageOutbox::add(const QString &conversationId, const QString &body, const std::vector<QByteArray> &jpegs)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    QueuedMessage message{newUuid({now}).toString(), conversationId, body, now, {}, {}};
    for (const QByteArray &jpeg : jpegs)
        message.files.push_back({m_cache->keepFile(jpeg), {}});
    m_cache->queue(message);
    Q_EMIT changed(conversationId);
    flush();
    return message.clientId;
}

std::vector<QueuedMessage> MessageOutbox::of(const QString &conversationId) const
{
    auto messages = m_cache->queued();
    std::erase_if(messages, [&](const QueuedMessage &message) { return message.conversationId != conversationId; });
    return messages;
}

void MessageOutbox::retry(const QString &clientId)
{
    m_cache->setError(clientId, {});
    flush();
}

void MessageOutbox::discard(const QString &clientId) { m_cache->unqueue(clientId); }

void MessageOutbox::flush()
{
    if (!m_sending)
        sendNext();
}

void MessageOutbox::sendNext()
{
    const auto messages = m_cache->queued();
    const auto found = std::find_if(messages.begin(), messages.end(), [](const QueuedMessage &m) { return m.error.isEmpty(); });
    const auto id = found == messages.end() ? std::nullopt : Uuid::fromText(QStringView(found->clientId));
    m_sending = id.has_value();
    if (!id)
        return;
    const QueuedMessage message = *found;
    for (size_t at = 0; at < message.files.size(); ++at) {
        if (message.files[at].mediaId.isEmpty()) {
            uploadNext(message, at);
            return;
        }
    }
    post(message);
}

void MessageOutbox::uploadNext(const QueuedMessage &message, size_t at)
{
    QFile file(message.files[at].path);
    if (!file.open(QIODevice::ReadOnly)) { // somebody emptied the folder: the words still go
        m_cache->setError(message.clientId, QLatin1String(errorWord(ErrorCode::NotFound)));
        Q_EMIT changed(message.conversationId);
        sendNext();
        return;
    }
    m_uploading = message.clientId;
    Q_EMIT changed(message.conversationId);
    Call call = Call::photo(file.readAll());
    const double share = 1.0 / double(message.files.size());
    call.progress = [self = QPointer<MessageOutbox>(this), message, at, share](double part) {
        if (self)
            Q_EMIT self->progressed(message.conversationId, message.clientId, (double(at) + part) * share);
    };
    m_api->send(call, this, [this, message, at](const Answer &answer) {
        m_uploading.clear();
        if (waits(answer)) {
            Q_EMIT changed(message.conversationId);
            return;
        }
        const QString id = answer.body.value(QLatin1String("id")).toString();
        if (!answer.ok || id.isEmpty()) {
            refuse(message, answer);
            return;
        }
        m_cache->setMediaId(message.clientId, message.files[at].path, id);
        sendNext();
    });
}

void MessageOutbox::post(const QueuedMessage &message)
{
    api::SendMessageDto dto{*Uuid::fromText(QStringView(message.clientId)), message.body, {}};
    for (const QueuedMessage::File &file : message.files) {
        if (const auto media = MediaId::fromText(file.mediaId))
            dto.attachments.push_back(*media);
    }
    Call call = Call::post(QStringLiteral("conversations/%1/messages").arg(message.conversationId), dto.toJson());
    call.idempotencyKey = message.clientId.toLatin1();
    m_api->send(call, this, [this, message](const Answer &answer) {
        if (waits(answer))
            return;
        if (!answer.ok) {
            refuse(message, answer);
            return;
        }
        m_cache->unqueue(message.clientId);
        Q_EMIT sent(message.conversationId, message.clientId, answer.body);
        Q_EMIT changed(message.conversationId);
        sendNext();
    });
}

bool MessageOutbox::waits(const Answer &answer)
{
    const bool later = answer.unreachable() || answer.status >= 500 || answer.status == 429 || answer.status == 401;
    if (answer.ok || !later) {
        m_failures = 0;
        return false;
    }
    m_sending = false;
    m_again.start(qMin(60000, 2000 << qMin(m_failures++, 5)));
    return true;
}

void MessageOutbox::refuse(const QueuedMessage &message, const Answer &answer)
{
    m_cache->setError(message.clientId, QLatin1String(errorWord(answer.error.code)));
    Q_EMIT changed(message.conversationId);
    sendNext();
}

} // namespace cargo::client
