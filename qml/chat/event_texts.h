#pragma once

#include <QString>

namespace cargo::chat {

// What happened to the deal, as a line in the conversation: "deal.funded" -> "Paid: the bank holds the money".
QString eventText(const QString &event);

} // namespace cargo::chat
