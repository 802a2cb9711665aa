#pragma once

#include "server/chat/chat_service.h"
#include "server/chat/mute_service.h"
#include "server/http/router.h"

namespace cargo::chat {

inline constexpr qint64 kMessageBodyBytes = 32 * 1024; // 4,000 code points, each escaped

// Muted, or too fast: with `until` and Retry-After.
http::Response notBefore(const http::Request &request, Timestamp until, bool muted);

// Conversations and messages over HTTP. Reads input, calls the service, writes answers; decides nothing.
class ChatRoutes
{
public:
    ChatRoutes(ChatService &service, MuteService &mutes) : m_service(service), m_mutes(mutes) {}
    void registerOn(http::Router &router);

private:
    QCoro::Task<http::Response> open(http::RequestPtr request);
    QCoro::Task<http::Response> list(http::RequestPtr request);
    QCoro::Task<http::Response> show(http::RequestPtr request);
    QCoro::Task<http::Response> messages(http::RequestPtr request);
    QCoro::Task<http::Response> send(http::RequestPtr request);
    QCoro::Task<http::Response> mark(http::RequestPtr request, bool read);
    QCoro::Task<http::Response> mute(http::RequestPtr request, bool ends);

    ChatService &m_service;
    MuteService &m_mutes;
};

} // namespace cargo::chat
