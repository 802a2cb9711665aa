#include "shared/api/writing_dto.h"

#include "shared/api/message_dto.h"

namespace cargo::api {

Parsed<EditMessageDto> EditMessageDto::parse(QByteArrayView body)
{
    const auto object = parseObject(body);
    if (!object)
        return {{}, {object.error()}};
    JsonReader in(*object);
    EditMessageDto dto;
    dto.body = in.text("body", {.max = kMaxMessageCodePoints, .lines = true});
    return {std::move(dto), in.errors()};
}

Parsed<DraftDto> DraftDto::parse(QByteArrayView body)
{
    const auto object = parseObject(body);
    if (!object)
        return {{}, {object.error()}};
    JsonReader in(*object);
    DraftDto dto;
    dto.body = in.text("body", {.max = kMaxMessageCodePoints, .trim = false, .lines = true});
    dto.replyTo = in.optionalInteger("reply_to", {.min = 1});
    return {std::move(dto), in.errors()};
}

QByteArray QuickRepliesDto::itemsJson() const
{
    JsonWriter out;
    out.beginArray();
    for (const QString &item : items)
        out.value(item);
    out.endArray();
    return out.take();
}

Parsed<QuickRepliesDto> QuickRepliesDto::parse(QByteArrayView body)
{
    const auto object = parseObject(body);
    if (!object)
        return {{}, {object.error()}};
    JsonReader in(*object);
    QuickRepliesDto dto;
    dto.items = in.texts("items", {.min = 1, .max = kMaxQuickReplyCodePoints, .lines = true}, kMaxQuickReplies);
    return {std::move(dto), in.errors()};
}

} // namespace cargo::api
