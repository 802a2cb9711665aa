#include "shared/api/notification_dto.h"

namespace cargo::api {

std::optional<NotificationDto> NotificationDto::fromJson(const QJsonObject &object)
{
    JsonReader in(object);
    NotificationDto dto;
    const auto id = in.id<NotificationId>("id");
    dto.kind = in.text("kind", {.min = 1, .max = 60});
    dto.category = in.optionalText("category", {.max = 60}).value_or(QString());
    dto.data = in.object("data");
    const auto created = in.timestamp("created_at", true);
    dto.readAt = in.timestamp("read_at");
    if (!in.ok())
        return std::nullopt;
    dto.id = *id;
    dto.createdAt = *created;
    return dto;
}

Parsed<ReadNotificationsDto> ReadNotificationsDto::parse(QByteArrayView body)
{
    const auto object = parseObject(body);
    if (!object)
        return {{}, {object.error()}};
    JsonReader in(*object);
    ReadNotificationsDto dto;
    dto.ids = in.ids<NotificationId>("ids", 100);
    dto.upTo = in.id<NotificationId>("up_to", false);
    if (in.ok() && dto.ids.empty() && !dto.upTo)
        in.fail(QStringLiteral("ids"), ErrorCode::Required, QStringLiteral("ids or up_to"));
    return {std::move(dto), in.errors()};
}

QByteArray ReadNotificationsDto::toJson() const
{
    JsonWriter out;
    out.beginObject();
    if (!ids.empty()) {
        out.key("ids").beginArray();
        for (const NotificationId &id : ids)
            out.value(id);
        out.endArray();
    }
    if (upTo)
        out.field("up_to", *upTo);
    out.endObject();
    return out.take();
}

} // namespace cargo::api
