#pragma once

#include "server/chat/chat_service.h"
#include "server/ws/hub.h"

namespace cargo::chat {

// The frames of chat: message.send, read, delivered, typing, subscribe. The counterpart of ChatRoutes on sockets: reads input,
// calls the service, decides nothing. Must outlive the hub's sessions.
class ChatFrames
{
public:
    explicit ChatFrames(ChatService &service) : m_service(service) {}
    void registerOn(ws::Hub &hub);

private:
    using Answer = QCoro::Task<Result<QByteArray>>;
    Answer send(ws::SessionPtr session, CallContextPtr context, QJsonObject frame);
    Answer read(ws::SessionPtr session, CallContextPtr context, QJsonObject frame);
    Answer delivered(ws::SessionPtr session, CallContextPtr context, QJsonObject frame);
    Answer typing(ws::SessionPtr session, CallContextPtr context, QJsonObject frame);
    Answer subscribe(ws::SessionPtr session, CallContextPtr context, QJsonObject frame);

    ChatService &m_service;
};

} // namespace cargo::chat
