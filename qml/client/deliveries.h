#pragma once

#include "qml/client/badges.h"

#include <QHash>

namespace cargo::client {

// Tells the other side that its messages are on this device, whichever page is open: once for a burst of them, and after a
// time without a line for what came meanwhile.
class Deliveries : public QObject
{
    Q_OBJECT

public:
    Deliveries(Session *session, WsClient *ws, const Badges *badges, QObject *parent = nullptr);

private:
    void note(const QString &conversationId, qint64 seq);
    void tell();
    Session *m_session;
    WsClient *m_ws;
    QTimer m_soon;
    QHash<QString, qint64> m_untold; // the highest number, by conversation
    QHash<QString, qint64> m_told;
};

} // namespace cargo::client
