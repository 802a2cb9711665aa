#include "shared/api/ws_message.h"

namespace cargo::api::ws {

QByteArray authFrame(const QByteArray &accessToken, std::optional<qint64> lastSeq)
{
    JsonWriter out;
    out.beginObject().field("type", "auth").field("access_token", accessToken);
    if (lastSeq)
        out.field("last_seq", *lastSeq);
    out.endObject();
    return out.take();
}

QByteArray pingFrame() { return QByteArrayLiteral(R"({"type":"ping"})"); }

QByteArray subscribeFrame(ConversationId conversation)
{
    JsonWriter out;
    out.beginObject().field("type", "subscribe").field("conversation_id", conversation).endObject();
    return out.take();
}

QByteArray typingFrame(ConversationId conversation, bool active)
{
    JsonWriter out;
    out.beginObject().field("type", "typing").field("conversation_id", conversation).field("active", active).endObject();
    return out.take();
}

namespace {
QByteArray markFrame(const char *type, ConversationId conversation, qint64 seq)
{
    JsonWriter out;
    out.beginObject().field("type", type).field("conversation_id", conversation).field("seq", seq).endObject();
    return out.take();
}
} // namespace

QByteArray readFrame(ConversationId conversation, qint64 seq) { return markFrame("read", conversation, seq); }
QByteArray deliveredFrame(ConversationId conversation, qint64 seq) { return markFrame("delivered", conversation, seq); }

QByteArray sendFrame(ConversationId conversation, const SendMessageDto &message)
{
    JsonWriter out;
    out.beginObject().field("type", "message.send").field("conversation_id", conversation);
    out.field("client_id", message.clientId).field("body", message.body);
    out.key("attachments").beginArray();
    for (const MediaId &media : message.attachments)
        out.value(media);
    out.endArray().endObject();
    return out.take();
}

std::optional<ServerFrame> ServerFrame::parse(QByteArrayView text)
{
    const auto object = parseObject(text);
    if (!object)
        return std::nullopt;
    ServerFrame frame;
    frame.type = object->value(QLatin1String("type")).toString();
    if (frame.type.isEmpty())
        return std::nullopt;
    const QJsonValue seq = object->value(QLatin1String("seq"));
    if (seq.isDouble())
        frame.seq = seq.toInteger();
    frame.object = *object;
    return frame;
}

} // namespace cargo::api::ws
