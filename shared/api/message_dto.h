#pragma once

#include "shared/api/json_reader.h"
#include "shared/api/json_writer.h"

namespace cargo::api {

// The longest message, in code points, and how much may hang on it.
inline constexpr int kMaxMessageCodePoints = 4000;
inline constexpr int kMaxMessageAttachments = 10;

// One line of a conversation. `body` is what this reader may see: contacts are masked in it until a deal of the
// conversation is released. A system line has no sender; `event` then names what happened ("deal_hold_confirmed").
struct MessageDto
{
    MessageId id;
    ConversationId conversationId;
    qint64 seq = 0; // 1, 2, 3 … within the conversation, without gaps
    std::optional<UserId> senderId;
    std::optional<Uuid> clientId;
    QString body;
    bool masked = false;
    int contactAttempts = 0;      // contacts found in this message; an obfuscated one counts twice
    std::vector<QString> kinds;   // kinds of contacts found: "phone", "email" …
    QString event;                // system lines only
    std::optional<DealId> dealId; // system lines only
    std::vector<MediaId> attachments;
    std::optional<qint64> replyTo; // number of the message that it answers
    std::optional<Timestamp> editedAt;
    std::optional<Timestamp> deletedAt; // a stub is left: no words, no photos
    Timestamp createdAt;

    static std::optional<MessageDto> fromJson(const QJsonObject &object);
    void write(JsonWriter &out) const;
};

// Body of POST conversations/{id}/messages, and of the frame message.send beside its conversation_id.
struct SendMessageDto
{
    Uuid clientId;
    QString body;
    std::vector<MediaId> attachments;
    std::optional<qint64> replyTo; // number of an earlier message of this conversation

    static Parsed<SendMessageDto> parse(QByteArrayView body);
    static Parsed<SendMessageDto> parse(const QJsonObject &object);
    QByteArray toJson() const;
};

} // namespace cargo::api
