#include "shared/api/conversation_dto.h"

namespace cargo::api {

std::optional<ConversationDto> ConversationDto::fromJson(const QJsonObject &object)
{
    JsonReader in(object);
    ConversationDto dto;
    const auto id = in.id<ConversationId>("id");
    const auto listing = in.id<ListingId>("listing_id");
    const auto buyer = in.id<UserId>("buyer_id");
    const auto driver = in.id<UserId>("driver_id");
    if (!in.ok())
        return std::nullopt;
    dto.id = *id;
    dto.listingId = *listing;
    dto.buyerId = *buyer;
    dto.driverId = *driver;
    dto.listing = in.object("listing");
    dto.peer = in.object("peer");
    dto.lastSeq = in.optionalInteger("last_seq", {}).value_or(0);
    dto.readSeq = in.optionalInteger("read_seq", {}).value_or(0);
    dto.peerReadSeq = in.optionalInteger("peer_read_seq", {}).value_or(0);
    dto.peerDeliveredSeq = in.optionalInteger("peer_delivered_seq", {}).value_or(0);
    dto.blockedByMe = in.boolean("blocked_by_me").value_or(false);
    dto.closed = in.boolean("closed").value_or(false);
    dto.draft = in.object("draft");
    dto.unread = in.optionalInteger("unread", {}).value_or(0);
    dto.contactsOpen = in.boolean("contacts_open").value_or(false);
    dto.mutedUntil = in.timestamp("muted_until");
    const QJsonObject last = in.object("last_message");
    if (!last.isEmpty())
        dto.lastMessage = MessageDto::fromJson(last);
    dto.createdAt = in.timestamp("created_at").value_or(Timestamp{});
    dto.lastMessageAt = in.timestamp("last_message_at").value_or(dto.createdAt);
    return dto;
}

} // namespace cargo::api
