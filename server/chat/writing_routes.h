#pragma once

#include "server/chat/block_service.h"
#include "server/chat/message_changes.h"
#include "server/chat/writing_service.h"
#include "server/http/router.h"

namespace cargo::chat {

// Routes of what somebody does with his own messages besides sending them, and with whom he writes. Reads input, calls a
// service, decides nothing.
class WritingRoutes
{
public:
    WritingRoutes(MessageChanges &changes, WritingService &writing, BlockService &blocks)
        : m_changes(changes), m_writing(writing), m_blocks(blocks)
    {
    }
    void registerOn(http::Router &router);

private:
    using Answering = QCoro::Task<http::Response>;
    Answering edit(http::RequestPtr request);
    Answering remove(http::RequestPtr request);
    Answering draft(http::RequestPtr request);
    Answering replies(http::RequestPtr request);
    Answering setReplies(http::RequestPtr request);
    Answering blocks(http::RequestPtr request);
    Answering block(http::RequestPtr request, bool begins);

    MessageChanges &m_changes;
    WritingService &m_writing;
    BlockService &m_blocks;
};

} // namespace cargo::chat
