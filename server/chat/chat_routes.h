#pragma once

#include "server/chat/chat_service.h"
#include "server/http/router.h"

namespace cargo::chat {

// Conversations and messages over HTTP. Reads input, calls the service, writes answers; decides nothing.
class ChatRoutes
{
public:
    explicit ChatRoutes(ChatService &service) : m_service(service) {}
    void registerOn(http::Router &router);

private:
    QCoro::Task<http::Response> open(http::RequestPtr request);
    QCoro::Task<http::Response> list(http::RequestPtr request);
    QCoro::Task<http::Response> show(http::RequestPtr request);
    QCoro::Task<http::Response> messages(http::RequestPtr request);
    QCoro::Task<http::Response> send(http::RequestPtr request);
    QCoro::Task<http::Response> markRead(http::RequestPtr request);

    ChatService &m_service;
};

} // namespace cargo::chat
