#pragma once

#include "server/chat/chat_store.h"
#include "server/core/answer.h"
#include "server/core/runtime.h"

namespace cargo::chat {

// A moderator's word that somebody writes nowhere for a while. What the rules of contacts do in one conversation is the
// matter of ChatService.
class MuteService
{
public:
    explicit MuteService(Runtime &runtime) : m_runtime(runtime), m_store(runtime.db) {}

    // A moment that has passed ends the mute. Errors: NotFound, StateConflict (staff), OutOfRange (more than a year).
    QCoro::Task<Result<Answer>> mute(CallContextPtr context, UserId user, Timestamp until, QString reason);

private:
    Runtime &m_runtime;
    ChatStore m_store;
};

} // namespace cargo::chat
