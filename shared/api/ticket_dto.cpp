#include "shared/api/ticket_dto.h"

namespace cargo::api {

namespace {
constexpr int kBodyMax = 8000;
constexpr int kAttachmentsMax = 10;

void writeMedia(JsonWriter &out, const std::vector<MediaId> &media)
{
    out.key("attachments").beginArray();
    for (const MediaId &id : media)
        out.value(id);
    out.endArray();
}
} // namespace

void TicketDto::write(JsonWriter &out) const
{
    out.beginObject().field("id", id).field("number", number).field("kind", kind).field("deal_id", dealId);
    out.field("opened_by", openedBy).field("subject", subject).field("status", status).field("created_at", createdAt);
    out.field("last_message_at", lastMessageAt).field("closed_at", closedAt).endObject();
}

Parsed<TicketDto> TicketDto::read(const QJsonObject &json)
{
    JsonReader in(json);
    TicketDto dto;
    dto.id = in.id<TicketId>("id").value_or(TicketId{});
    dto.number = in.text("number", {});
    dto.kind = in.text("kind", {});
    dto.dealId = in.id<DealId>("deal_id", false);
    dto.openedBy = in.id<UserId>("opened_by").value_or(UserId{});
    dto.subject = in.text("subject", {});
    dto.status = in.text("status", {});
    dto.createdAt = in.timestamp("created_at", true).value_or(Timestamp{});
    dto.lastMessageAt = in.timestamp("last_message_at").value_or(dto.createdAt);
    dto.closedAt = in.timestamp("closed_at");
    return {dto, in.errors()};
}

void TicketMessageDto::write(JsonWriter &out) const
{
    out.beginObject().field("id", id).field("ticket_id", ticketId).field("author_id", authorId);
    out.field("from_staff", fromStaff).field("body", body).field("masked", masked);
    writeMedia(out, attachments);
    out.field("created_at", createdAt).endObject();
}

Parsed<TicketMessageDto> TicketMessageDto::read(const QJsonObject &json)
{
    JsonReader in(json);
    TicketMessageDto dto;
    dto.id = in.id<MessageId>("id").value_or(MessageId{}).uuid;
    dto.ticketId = in.id<TicketId>("ticket_id").value_or(TicketId{});
    dto.authorId = in.id<UserId>("author_id").value_or(UserId{});
    dto.fromStaff = in.boolean("from_staff").value_or(false);
    dto.body = in.text("body", {.max = kBodyMax, .trim = false, .lines = true});
    dto.masked = in.boolean("masked").value_or(false);
    dto.attachments = in.ids<MediaId>("attachments", kAttachmentsMax);
    dto.createdAt = in.timestamp("created_at", true).value_or(Timestamp{});
    return {dto, in.errors()};
}

QByteArray TicketBody::toJson() const
{
    JsonWriter out;
    out.beginObject().field("subject", subject).field("body", body);
    if (dealId)
        out.field("deal_id", *dealId);
    writeMedia(out, attachments);
    out.endObject();
    return out.take();
}

Parsed<TicketBody> TicketBody::parse(QByteArrayView bytes)
{
    const auto object = parseObject(bytes);
    if (!object)
        return {{}, {object.error()}};
    JsonReader in(*object);
    TicketBody dto;
    dto.subject = in.text("subject", {.min = 3, .max = 200});
    dto.body = in.text("body", {.min = 1, .max = kBodyMax, .lines = true});
    dto.dealId = in.id<DealId>("deal_id", false);
    dto.attachments = in.ids<MediaId>("attachments", kAttachmentsMax);
    return {dto, in.errors()};
}

QByteArray TicketMessageBody::toJson() const
{
    JsonWriter out;
    out.beginObject().field("body", body);
    writeMedia(out, attachments);
    if (close)
        out.field("close", true);
    out.endObject();
    return out.take();
}

Parsed<TicketMessageBody> TicketMessageBody::parse(QByteArrayView bytes)
{
    const auto object = parseObject(bytes);
    if (!object)
        return {{}, {object.error()}};
    JsonReader in(*object);
    TicketMessageBody dto;
    dto.body = in.text("body", {.min = 1, .max = kBodyMax, .lines = true});
    dto.attachments = in.ids<MediaId>("attachments", kAttachmentsMax);
    dto.close = in.boolean("close").value_or(false);
    return {dto, in.errors()};
}

} // namespace cargo::api
