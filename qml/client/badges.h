#pragma once

#include "qml/client/session.h"
#include "qml/client/ws_client.h"

#include <QJsonArray>
#include <QTimer>

namespace cargo::client {

// Keeps the counts of what is unread true while no page that shows it is open: after a sign-in, after the live line came
// back, and after each event that can change them.
class Badges : public QObject
{
    Q_OBJECT

public:
    Badges(ApiClient *api, Session *session, WsClient *ws, QObject *parent = nullptr);
    void load(); // now

Q_SIGNALS:
    void conversationsRead(const QJsonArray &items);

private:
    ApiClient *m_api;
    Session *m_session;
    QTimer m_soon;
};

} // namespace cargo::client
