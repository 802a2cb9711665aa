#include "qml/client/message_outbox.h"

#include "shared/api/message_dto.h"

#include <QDateTime>

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

QString MessageOutbox::add(const QString &conversationId, const QString &body)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const QString clientId = newUuid({now}).toString();
    m_cache->queue({clientId, conversationId, body, now, {}});
    Q_EMIT changed(conversationId);
    flush();
    return clientId;
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
    Call call{"POST",
              QStringLiteral("conversations/%1/messages").arg(message.conversationId),
              {},
              api::SendMessageDto{*id, message.body, {}}.toJson(),
              message.clientId.toLatin1(),
              true};
    m_api->send(call, this, [this, message](const Answer &answer) {
        const bool later = answer.unreachable() || answer.status >= 500 || answer.status == 429 || answer.status == 401;
        if (!answer.ok && later) {
            m_sending = false;
            m_again.start(qMin(60000, 2000 << qMin(m_failures++, 5)));
            return;
        }
        m_failures = 0;
        if (answer.ok) {
            m_cache->unqueue(message.clientId);
            Q_EMIT sent(message.conversationId, message.clientId, answer.body);
        } else {
            m_cache->setError(message.clientId, QLatin1String(errorWord(answer.error.code)));
        }
        Q_EMIT changed(message.conversationId);
        sendNext();
    });
}

} // namespace cargo::client
