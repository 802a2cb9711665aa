#pragma once

#include "server/auth/account_service.h"
#include "server/chat/mute_service.h"

namespace cargo::chat {

// Conversations that the rules of contacts have flagged, before a moderator: what was written, and what he makes of it. Bodies
// are personal: each look has a reason and is on record before anything is shown.
class ConversationDesk
{
public:
    ConversationDesk(Runtime &runtime, MuteService &mutes, auth::AccountService &accounts)
        : m_runtime(runtime), m_mutes(mutes), m_accounts(accounts)
    {
    }

    // A JSON object with the last 200 messages as they were written. Error NotFound.
    QCoro::Task<Result<QByteArray>> look(CallContextPtr context, ConversationId id, QString reason);
    // Errors: NotFound, StateConflict ("decided", "claimed"), UnknownValue (user_id: no side of it; reason_code), and those of a
    // mute or a ban.
    QCoro::Task<Result<Answer>> decide(CallContextPtr context, ConversationId id, api::ConversationDecisionDto decision);

private:
    QCoro::Task<Outcome> carryOut(db::Transaction tx, ConversationId id, api::ConversationDecisionDto decision);
    QCoro::Task<Outcome> warn(db::Transaction tx, ConversationId id, api::ConversationDecisionDto decision);

    Runtime &m_runtime;
    MuteService &m_mutes;
    auth::AccountService &m_accounts;
};

} // namespace cargo::chat
