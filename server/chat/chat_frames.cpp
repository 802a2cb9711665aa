#include "server/chat/chat_frames.h"

namespace cargo::chat {

void ChatFrames::registerOn(ws::Hub &hub)
{
    using ws::SessionPtr;
    hub.onFrame("message.send",
                [this](SessionPtr s, CallContextPtr c, QJsonObject f) { return send(std::move(s), std::move(c), std::move(f)); });
    hub.onFrame("read",
                [this](SessionPtr s, CallContextPtr c, QJsonObject f) { return read(std::move(s), std::move(c), std::move(f)); });
    hub.onFrame("delivered", [this](SessionPtr s, CallContextPtr c, QJsonObject f) {
        return delivered(std::move(s), std::move(c), std::move(f));
    });
    hub.onFrame("typing", [this](SessionPtr s, CallContextPtr c, QJsonObject f) {
        return typing(std::move(s), std::move(c), std::move(f));
    });
    hub.onFrame("subscribe", [this](SessionPtr s, CallContextPtr c, QJsonObject f) {
        return subscribe(std::move(s), std::move(c), std::move(f));
    });
}

ChatFrames::Answer ChatFrames::send(ws::SessionPtr session, CallContextPtr context, QJsonObject frame)
{
    api::JsonReader in(frame);
    const auto id = in.id<ConversationId>("conversation_id");
    auto dto = api::SendMessageDto::parse(frame);
    if (!in.ok())
        co_return in.errors().front();
    if (!dto.ok())
        co_return dto.errors.front();
    // Before the commit: the event may come faster than the answer.
    session->hushEcho(dto.value.clientId);
    const auto sent = co_await m_service.send(context, *id, dto.value);
    const bool stored = sent && (sent->kind == Sent::Kind::Stored || sent->kind == Sent::Kind::Repeated);
    session->settleEcho(dto.value.clientId, stored);
    if (!sent)
        co_return sent.error();
    if (stored)
        co_return QByteArray("{\"message\":" + sent->message + '}');
    if (sent->kind == Sent::Kind::Blocked)
        co_return ErrorCode::Blocked;
    // These two say until when.
    api::JsonWriter out(192);
    out.beginObject().field("type", "error");
    out.field("code", errorWord(sent->kind == Sent::Kind::Muted ? ErrorCode::Muted : ErrorCode::RateLimited));
    out.field("client_id", dto.value.clientId).field("detail", "not before `until`").field("until", sent->until).endObject();
    session->send(out.take());
    co_return QByteArray();
}

ChatFrames::Answer ChatFrames::read(ws::SessionPtr, CallContextPtr context, QJsonObject frame)
{
    api::JsonReader in(frame);
    const auto id = in.id<ConversationId>("conversation_id");
    const qint64 seq = in.integer("seq", {.min = 0});
    if (!in.ok())
        co_return in.errors().front();
    const auto marked = co_await m_service.markRead(context, *id, seq);
    if (!marked)
        co_return marked.error();
    // Who wants to know sends a client_id; the others see the read frame.
    co_return in.has(QLatin1String("client_id")) ? *marked : QByteArray();
}

ChatFrames::Answer ChatFrames::delivered(ws::SessionPtr, CallContextPtr context, QJsonObject frame)
{
    api::JsonReader in(frame);
    const auto id = in.id<ConversationId>("conversation_id");
    const qint64 seq = in.integer("seq", {.min = 0});
    if (!in.ok())
        co_return in.errors().front();
    const auto marked = co_await m_service.markDelivered(context, *id, seq);
    CARGO_CO_TRY(marked);
    co_return in.has(QLatin1String("client_id")) ? *marked : QByteArray();
}

ChatFrames::Answer ChatFrames::typing(ws::SessionPtr session, CallContextPtr context, QJsonObject frame)
{
    api::JsonReader in(frame);
    const auto id = in.id<ConversationId>("conversation_id");
    const bool active = in.boolean("active").value_or(true);
    if (!in.ok())
        co_return in.errors().front();
    if (!session->mayTellTyping(active, context->startedAt))
        co_return QByteArray();
    CARGO_CO_TRY(co_await m_service.typing(context, *id, active));
    co_return QByteArray();
}

ChatFrames::Answer ChatFrames::subscribe(ws::SessionPtr session, CallContextPtr context, QJsonObject frame)
{
    api::JsonReader in(frame);
    const auto id = in.id<ConversationId>("conversation_id");
    if (!in.ok())
        co_return in.errors().front();
    const auto partner = co_await m_service.partner(context, *id);
    if (!partner)
        co_return partner.error();
    session->watchPresence(*partner, id->uuid);
    co_return QByteArray();
}

} // namespace cargo::chat
