#pragma once

#include <QString>

namespace cargo::profile {

struct NotificationWords
{
    QString iconName;
    QString text;
};

// What a user of that role is told, by the server's word: "deal_arrive" -> a flag, "The car has arrived: look at it and
// confirm". Every kind of shared/domain/notification_kinds has its own sentence; a word from a newer server gets a general one.
NotificationWords notificationWords(const QString &kind, const QString &role);

} // namespace cargo::profile
