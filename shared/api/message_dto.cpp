#include "shared/api/message_dto.h"

namespace cargo::api {

std::optional<MessageDto> MessageDto::fromJson(const QJsonObject &object)
{
    JsonReader in(object);
    MessageDto dto;
    const auto id = in.id<MessageId>("id");
    const auto conversation = in.id<ConversationId>("conversation_id");
    dto.seq = in.integer("seq", {.min = 1});
    dto.senderId = in.id<UserId>("sender_id", false);
    if (const auto client = in.id<MessageId>("client_id", false))
        dto.clientId = client->uuid;
    dto.body = object.value(QLatin1String("body")).toString();
    dto.masked = in.boolean("masked").value_or(false);
    dto.replyTo = in.optionalInteger("reply_to", {.min = 1});
    dto.editedAt = in.timestamp("edited_at");
    dto.deletedAt = in.timestamp("deleted_at");
    const auto created = in.timestamp("created_at", true);
    if (!in.ok() || !id || !conversation || !created)
        return std::nullopt;
    dto.id = *id;
    dto.conversationId = *conversation;
    dto.createdAt = *created;
    const QJsonObject flags = object.value(QLatin1String("flags")).toObject();
    dto.contactAttempts = flags.value(QLatin1String("contact_attempts")).toInt();
    for (const QJsonValue kind : flags.value(QLatin1String("kinds")).toArray())
        dto.kinds.push_back(kind.toString());
    dto.event = flags.value(QLatin1String("event")).toString();
    dto.dealId = DealId::fromText(QStringView(flags.value(QLatin1String("deal_id")).toString()));
    for (const QJsonValue media : object.value(QLatin1String("attachments")).toArray()) {
        const QString text = media.toString();
        if (const auto mediaId = MediaId::fromText(QStringView(text)))
            dto.attachments.push_back(*mediaId);
    }
    return dto;
}

void MessageDto::write(JsonWriter &out) const
{
    out.beginObject();
    out.field("id", id).field("conversation_id", conversationId).field("seq", seq).field("sender_id", senderId);
    out.field("client_id", clientId).field("body", body).field("masked", masked);
    out.key("flags").beginObject();
    if (event.isEmpty()) {
        out.field("contact_attempts", contactAttempts);
        out.key("kinds").beginArray();
        for (const QString &kind : kinds)
            out.value(kind);
        out.endArray();
    } else {
        out.field("event", event).field("deal_id", dealId);
    }
    out.endObject();
    out.key("attachments").beginArray();
    for (const MediaId &media : attachments)
        out.value(media);
    out.endArray();
    out.field("reply_to", replyTo).field("edited_at", editedAt).field("deleted_at", deletedAt);
    out.field("created_at", createdAt);
    out.endObject();
}

Parsed<SendMessageDto> SendMessageDto::parse(QByteArrayView body)
{
    const auto object = parseObject(body);
    if (!object)
        return {{}, {object.error()}};
    return parse(*object);
}

Parsed<SendMessageDto> SendMessageDto::parse(const QJsonObject &object)
{
    JsonReader in(object);
    SendMessageDto dto;
    if (const auto client = in.id<MessageId>("client_id"))
        dto.clientId = client->uuid;
    dto.attachments = in.ids<MediaId>("attachments", kMaxMessageAttachments);
    // A photo needs no words.
    const bool wordless = !dto.attachments.empty();
    dto.body = in.text("body", {.min = wordless ? 0 : 1, .max = kMaxMessageCodePoints, .required = !wordless, .lines = true});
    dto.replyTo = in.optionalInteger("reply_to", {.min = 1});
    return {std::move(dto), in.errors()};
}

QByteArray SendMessageDto::toJson() const
{
    JsonWriter out;
    out.beginObject().field("client_id", clientId).field("body", body);
    out.key("attachments").beginArray();
    for (const MediaId &media : attachments)
        out.value(media);
    out.endArray().field("reply_to", replyTo).endObject();
    return out.take();
}

} // namespace cargo::api
