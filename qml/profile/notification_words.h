#pragma once

#include <QString>

namespace cargo::profile {

struct NotificationWords
{
    QString iconName;
    QString text;
};

// What the buyer is told, by the server's word: "deal_arrive" -> a flag, "The car has arrived: look at it and confirm".
// Every event of the deal table has its own sentence; a word from a newer server gets a general one.
NotificationWords notificationWords(const QString &kind);

} // namespace cargo::profile
