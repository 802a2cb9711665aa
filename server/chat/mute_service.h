#pragma once

#include "server/chat/chat_store.h"
#include "server/core/answer.h"
#include "server/core/runtime.h"
#include "shared/api/moderation_dto.h"

namespace cargo::chat {

// A moderator's word that somebody writes nowhere for a while. What the rules of contacts do in one conversation is the
// matter of ChatService.
class MuteService
{
public:
    explicit MuteService(Runtime &runtime) : m_runtime(runtime), m_store(runtime.db) {}

    // A moment that has passed ends the mute. Errors: NotFound, StateConflict (staff), OutOfRange (more than a year),
    // UnknownValue (reason_code).
    // He is told why, and may appeal.
    QCoro::Task<Result<Answer>> mute(CallContextPtr context, UserId user, api::SanctionDto order);
    // The same as part of another decision; `until` is set.
    QCoro::Task<Outcome> impose(db::Transaction tx, UserId user, api::SanctionDto order);
    // For an appeal that was right: he writes again, also where the rules had stopped him by this decision. Harmless when
    // he is not muted.
    QCoro::Task<Outcome> lift(db::Transaction tx, UserId user, Uuid decision);

private:
    Runtime &m_runtime;
    ChatStore m_store;
};

} // namespace cargo::chat
