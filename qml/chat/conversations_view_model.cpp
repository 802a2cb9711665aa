#include "qml/chat/conversations_view_model.h"

#include "qml/chat/message_rows.h"
#include "qml/client/format.h"

namespace cargo::chat {

using client::Format;

ConversationModel::ConversationModel(QObject *parent)
    : RowModel({QStringLiteral("conversationId"), QStringLiteral("peer"), QStringLiteral("verified"), QStringLiteral("car"),
                QStringLiteral("photo"), QStringLiteral("text"), QStringLiteral("moment"), QStringLiteral("unread")},
               parent)
{
}

void ConversationsViewModel::begin()
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(150);
    connect(&m_soon, &QTimer::timeout, this, &ConversationsViewModel::reload);
    connect(client()->session(), &client::Session::signedInChanged, this, &ConversationsViewModel::reload);
    connect(client()->ws(), &client::WsClient::resyncNeeded, this, &ConversationsViewModel::reload);
    connect(client()->ws(), &client::WsClient::frameArrived, this, [this](const QString &type) {
        if (type == QLatin1String("message") || type == QLatin1String("message.updated") || type == QLatin1String("read"))
            m_soon.start();
    });
    connect(client()->outbox(), &client::Outbox::sent, this, [this](const client::OutboxItem &item) {
        if (item.subject.startsWith(QLatin1String("conversation/")))
            m_soon.start();
    });
    reload();
}

void ConversationsViewModel::reload()
{
    if (!client()->session()->signedIn()) {
        m_items = {};
        show();
        return;
    }
    load({QStringLiteral("conversations"), QStringLiteral("conversations"), {{QStringLiteral("limit"), QStringLiteral("50")}}},
         [this](const QJsonObject &body) {
             m_items = body.value(QLatin1String("items")).toArray();
             show();
         });
}

void ConversationsViewModel::show()
{
    QList<QVariantMap> rows;
    int unread = 0;
    for (const QJsonValue &value : std::as_const(m_items)) {
        const QJsonObject item = value.toObject();
        const QJsonObject peer = item.value(QLatin1String("peer")).toObject();
        const QJsonObject car = item.value(QLatin1String("listing")).toObject();
        const QJsonObject last = item.value(QLatin1String("last_message")).toObject();
        unread += item.value(QLatin1String("unread")).toInt();
        rows.append(
            {{QStringLiteral("conversationId"), item.value(QLatin1String("id")).toString()},
             {QStringLiteral("peer"), peer.value(QLatin1String("display_name")).toString()},
             {QStringLiteral("verified"), peer.value(QLatin1String("verified")).toBool()},
             {QStringLiteral("car"), QString(car.value(QLatin1String("brand")).toString() + QLatin1Char(' ')
                                             + car.value(QLatin1String("model")).toString())},
             {QStringLiteral("photo"), client()->api()->mediaUrl(car.value(QLatin1String("photo")).toString())},
             {QStringLiteral("text"), briefly(last)},
             {QStringLiteral("moment"), Format::brief(double(Format::millis(item.value(QLatin1String("last_message_at")))))},
             {QStringLiteral("unread"), item.value(QLatin1String("unread")).toInt()}});
    }
    m_model.sync(rows);
    client()->session()->setUnread(unread);
    setPhase(rows.isEmpty() ? Empty : Ready);
}

} // namespace cargo::chat
