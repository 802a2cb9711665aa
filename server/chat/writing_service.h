#pragma once

#include "server/core/runtime.h"
#include "server/ws/directory.h"
#include "shared/api/writing_dto.h"

#include <QCoroTask>

namespace cargo::chat {

// What the writer's own sockets hear when his draft changes; an empty one is gone.
QByteArray draftFrame(ConversationId id, const api::DraftDto &draft, Timestamp now);

// What helps somebody to write, on all of his devices: what he has begun, and what he often says.
class WritingService
{
public:
    // `directory` is null where there are no sockets.
    WritingService(Runtime &runtime, ws::Directory *directory) : m_runtime(runtime), m_directory(directory) {}

    // The last one wins; without words and without an answered message the draft goes. The writer's own sockets hear
    // `draft`. NotFound: no conversation of his.
    QCoro::Task<Outcome> keepDraft(CallContextPtr context, ConversationId id, api::DraftDto draft);
    // {"items":[…]}
    QCoro::Task<Result<QByteArray>> quickReplies(CallContextPtr context);
    QCoro::Task<Result<QByteArray>> setQuickReplies(CallContextPtr context, api::QuickRepliesDto replies);

private:
    Runtime &m_runtime;
    ws::Directory *m_directory;
};

} // namespace cargo::chat
