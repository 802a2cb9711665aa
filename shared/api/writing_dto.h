#pragma once

#include "shared/api/json_reader.h"
#include "shared/api/json_writer.h"

namespace cargo::api {

// PATCH messages/{id}: the whole text anew. May be empty when photos hang on the message.
struct EditMessageDto
{
    QString body;

    static Parsed<EditMessageDto> parse(QByteArrayView body);
};

// PUT conversations/{id}/draft.
struct DraftDto
{
    QString body;
    std::optional<qint64> replyTo; // number of the message that is answered

    bool empty() const { return body.isEmpty() && !replyTo; }
    static Parsed<DraftDto> parse(QByteArrayView body);
};

inline constexpr int kMaxQuickReplies = 20;
inline constexpr int kMaxQuickReplyCodePoints = 300;

// PUT me/quick-replies: all of them, in their order.
struct QuickRepliesDto
{
    std::vector<QString> items;

    QByteArray itemsJson() const; // a JSON array
    static Parsed<QuickRepliesDto> parse(QByteArrayView body);
};

} // namespace cargo::api
