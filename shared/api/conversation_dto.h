#pragma once

#include "shared/api/message_dto.h"

namespace cargo::api {

// A conversation as one of its two sides sees it.
struct ConversationDto
{
    ConversationId id;
    ListingId listingId;
    UserId buyerId;
    UserId driverId;
    QJsonObject listing; // listing card, without the driver
    QJsonObject peer;    // public card of the other side
    qint64 lastSeq = 0;
    qint64 readSeq = 0;          // what I have read
    qint64 peerReadSeq = 0;      // what the other side has read
    qint64 peerDeliveredSeq = 0; // what the other side's app has, read or not
    qint64 unread = 0;
    bool contactsOpen = false;
    std::optional<Timestamp> mutedUntil; // I may not write before
    bool blockedByMe = false;
    bool closed = false; // one side blocked the other, and no deal of theirs is running: nobody writes
    QJsonObject draft;   // {"body","reply_to","updated_at"} or empty
    std::optional<MessageDto> lastMessage;
    Timestamp createdAt;
    Timestamp lastMessageAt; // createdAt while nothing was written

    static std::optional<ConversationDto> fromJson(const QJsonObject &object);
};

} // namespace cargo::api
