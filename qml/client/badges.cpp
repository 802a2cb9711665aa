#include "qml/client/badges.h"

namespace cargo::client {

Badges::Badges(ApiClient *api, Session *session, WsClient *ws, QObject *parent) : QObject(parent), m_api(api), m_session(session)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(300); // events come in bursts
    connect(&m_soon, &QTimer::timeout, this, &Badges::load);
    connect(session, &Session::signedInChanged, this, [this](bool signedIn) {
        if (signedIn)
            m_soon.start();
    });
    connect(ws, &WsClient::readyChanged, this, [this](bool ready) {
        if (ready)
            m_soon.start();
    });
    connect(ws, &WsClient::frameArrived, this, [this](const QString &type) {
        if (type == QLatin1String("message") || type == QLatin1String("notification"))
            m_soon.start();
    });
}

void Badges::load()
{
    if (!m_session->signedIn())
        return;
    m_api->send(Call::get(QStringLiteral("conversations"), {{QStringLiteral("limit"), QStringLiteral("50")}}), this,
                [this](const Answer &answer) {
                    if (!answer.ok || !m_session->signedIn())
                        return;
                    int unread = 0;
                    const QJsonArray items = answer.body.value(QLatin1String("items")).toArray();
                    for (const QJsonValue &item : items)
                        unread += item.toObject().value(QLatin1String("unread")).toInt();
                    m_session->setUnread(unread);
                    Q_EMIT conversationsRead(items);
                });
    m_api->send(Call::get(QStringLiteral("notifications"), {{QStringLiteral("limit"), QStringLiteral("1")}}), this,
                [this](const Answer &answer) {
                    if (answer.ok && m_session->signedIn())
                        m_session->setNews(answer.body.value(QLatin1String("unread")).toInt());
                });
}

} // namespace cargo::client
