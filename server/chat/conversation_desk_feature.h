#pragma once

#include "server/chat/conversation_desk.h"
#include "server/http/router.h"

namespace cargo::chat {

// GET admin/conversations/{id}, POST admin/queues/conversations/{id}/decide.
class ConversationDeskRoutes
{
public:
    explicit ConversationDeskRoutes(ConversationDesk &desk) : m_desk(desk) {}
    void registerOn(http::Router &router);

private:
    QCoro::Task<http::Response> look(http::RequestPtr request);
    QCoro::Task<http::Response> decide(http::RequestPtr request);

    ConversationDesk &m_desk;
};

// Flagged conversations as one piece for the composition root.
struct ConversationDeskFeature
{
    ConversationDesk desk;
    ConversationDeskRoutes routes;

    ConversationDeskFeature(Runtime &runtime, MuteService &mutes, auth::AccountService &accounts)
        : desk(runtime, mutes, accounts), routes(desk)
    {
    }
    void registerOn(http::Router &router) { routes.registerOn(router); }
};

} // namespace cargo::chat
