#pragma once

#include <QJsonObject>
#include <QString>

namespace cargo::chat {

// What happened to the deal, as a line in the conversation: "deal_hold_confirmed" -> "Paid: the bank holds the money".
QString eventText(const QString &event);

// The event of a system line, a message without a sender; empty for what a person wrote.
QString eventOf(const QJsonObject &message);

} // namespace cargo::chat
