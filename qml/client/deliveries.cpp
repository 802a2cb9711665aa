#include "qml/client/deliveries.h"

#include <utility>

namespace cargo::client {

Deliveries::Deliveries(Session *session, WsClient *ws, const Badges *badges, QObject *parent)
    : QObject(parent), m_session(session), m_ws(ws)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(300);
    connect(&m_soon, &QTimer::timeout, this, &Deliveries::tell);
    const auto noteMessage = [this](const QJsonObject &message) {
        const QString sender = message.value(QLatin1String("sender_id")).toString();
        if (!sender.isEmpty() && sender != m_session->userId())
            note(message.value(QLatin1String("conversation_id")).toString(),
                 qint64(message.value(QLatin1String("seq")).toDouble()));
    };
    connect(ws, &WsClient::frameArrived, this, [noteMessage](const QString &type, const QJsonObject &frame) {
        if (type == QLatin1String("message"))
            noteMessage(frame.value(QLatin1String("message")).toObject());
    });
    // What came while there was no line is not repeated after a start, but it stands in the list.
    connect(badges, &Badges::conversationsRead, this, [noteMessage](const QJsonArray &items) {
        for (const QJsonValue &item : items) {
            if (item.toObject().value(QLatin1String("unread")).toInt() > 0)
                noteMessage(item.toObject().value(QLatin1String("last_message")).toObject());
        }
    });
    connect(ws, &WsClient::readyChanged, this, [this](bool ready) {
        if (ready && !m_untold.isEmpty())
            m_soon.start();
    });
    connect(session, &Session::signedInChanged, this, [this](bool signedIn) {
        if (!signedIn) {
            m_untold.clear();
            m_told.clear();
        }
    });
}

void Deliveries::note(const QString &conversationId, qint64 seq)
{
    if (seq <= m_told.value(conversationId) || seq <= m_untold.value(conversationId))
        return;
    m_untold.insert(conversationId, seq);
    if (!m_soon.isActive())
        m_soon.start();
}

void Deliveries::tell()
{
    if (!m_ws->ready())
        return;
    const auto untold = std::exchange(m_untold, {});
    for (auto it = untold.begin(); it != untold.end(); ++it) {
        m_ws->delivered(it.key(), it.value());
        m_told.insert(it.key(), it.value());
    }
}

} // namespace cargo::client
