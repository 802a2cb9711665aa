#include "qml/chat/quoted_messages.h"

#include "qml/chat/message_window.h"

namespace cargo::chat {

namespace {
constexpr int kMost = 300; // about as many as there are rows
}

void QuotedMessages::begin(client::ApiClient *api, const QString &conversationId)
{
    m_api = api;
    m_id = conversationId;
}

QJsonObject QuotedMessages::at(qint64 seq)
{
    const auto known = m_known.constFind(seq);
    if (known != m_known.constEnd())
        return *known;
    if (!m_wanted.contains(seq)) {
        m_wanted.append(seq);
        if (m_wanted.size() == 1)
            ask();
    }
    return {};
}

void QuotedMessages::replace(const QJsonObject &message)
{
    if (const auto known = m_known.find(seqOf(message)); known != m_known.end())
        *known = message;
}

void QuotedMessages::ask()
{
    const qint64 seq = m_wanted.first();
    m_api->send(
        client::Call::get(QStringLiteral("conversations/%1/messages").arg(m_id),
                          {{QStringLiteral("limit"), QStringLiteral("1")}, {QStringLiteral("before"), QString::number(seq + 1)}}),
        this, [this, seq](const client::Answer &answer) {
            m_wanted.removeFirst();
            const QJsonObject message = answer.body.value(QLatin1String("items")).toArray().at(0).toObject();
            if (m_known.size() >= kMost)
                m_known.clear();
            if (answer.ok) // also when there is none: it is not asked for again
                m_known.insert(seq, seqOf(message) == seq ? message : QJsonObject{{QStringLiteral("seq"), double(seq)}});
            if (!answer.ok) // without a line; the next look asks again
                m_wanted.clear();
            else if (!m_wanted.isEmpty())
                ask();
            if (answer.ok)
                Q_EMIT arrived();
        });
}

} // namespace cargo::chat
