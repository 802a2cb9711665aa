#pragma once

#include "shared/api/json_reader.h"
#include "shared/api/json_writer.h"
#include "shared/api/message_dto.h"

// The frames of GET /ws, subprotocol cargo.v1. Every frame is one JSON object with a "type".
//
// Client: auth, ping, subscribe {conversation_id} (presence of the other side), typing {conversation_id, active},
//   read {conversation_id, seq}, delivered {conversation_id, seq},
//   message.send {conversation_id, client_id, body, attachments, reply_to?}.
// Server, numbered by "seq" for each user and stored for resume: message {message},
//   message.updated {message} or {conversation_id, contacts_open}, conversation.updated {conversation_id}, deal {deal},
//   notification {notification}. Server, not stored: ready {user_id, seq, resync}, ack {client_id, message},
//   typing {conversation_id, user_id, active}, read and delivered {conversation_id, user_id, seq},
//   draft {conversation_id, body, reply_to, updated_at}, presence {conversation_id, user_id, online},
//   error {code, client_id?, detail}, pong.
// Order of a connection: auth, ready, what was missed since last_seq, then what happens. A ready with "resync": true says
// that what was missed is gone: read the lists again and go on from its seq.
namespace cargo::api::ws {

// Close codes beyond those of RFC 6455.
inline constexpr int kCloseUnauthorized = 4401; // no token in time, a bad one, or the session was ended
inline constexpr int kCloseTimeout = 4408;      // no sign of life

inline constexpr int kMaxMessageBytes = 64 * 1024;

// The first frame. Without lastSeq nothing is replayed: the client starts from now.
QByteArray authFrame(const QByteArray &accessToken, std::optional<qint64> lastSeq);
QByteArray pingFrame();
QByteArray subscribeFrame(ConversationId conversation);
QByteArray typingFrame(ConversationId conversation, bool active);
QByteArray readFrame(ConversationId conversation, qint64 seq);
QByteArray deliveredFrame(ConversationId conversation, qint64 seq);
QByteArray sendFrame(ConversationId conversation, const SendMessageDto &message);

// Fields that every client needs of a server frame; the rest stays in `object`.
struct ServerFrame
{
    QString type;
    std::optional<qint64> seq; // numbered events and ready
    QJsonObject object;

    static std::optional<ServerFrame> parse(QByteArrayView text);
};

} // namespace cargo::api::ws
