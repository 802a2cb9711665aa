#pragma once

#include "shared/api/json_reader.h"
#include "shared/api/json_writer.h"

namespace cargo::api {

// What a user is told: `kind` chooses the sentence in the app ("deal_funded"), `data` fills it and leads to the place.
struct NotificationDto
{
    NotificationId id;
    QString kind;
    QString category; // deals, chat, listings, account: what a user may switch off
    QJsonObject data;
    Timestamp createdAt;
    std::optional<Timestamp> readAt;

    static std::optional<NotificationDto> fromJson(const QJsonObject &object);
};

// Body of POST notifications/read: some by id, or all up to and including one.
struct ReadNotificationsDto
{
    std::vector<NotificationId> ids;
    std::optional<NotificationId> upTo;

    static Parsed<ReadNotificationsDto> parse(QByteArrayView body);
    QByteArray toJson() const;
};

} // namespace cargo::api
