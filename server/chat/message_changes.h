#pragma once

#include "server/chat/chat_memory.h"
#include "server/core/answer.h"
#include "server/core/runtime.h"

namespace cargo::chat {

// Both sides hear `message.updated` with what they may see of it now.
QCoro::Task<Outcome> tellChanged(db::Transaction tx, Sides sides, QByteArray message);

// What people do with messages that they have sent. Nothing is lost by it: earlier versions and deleted words stay for staff
// and for a dispute. Strangers are told NotFound, the other side Forbidden. Both sides hear `message.updated`.
class MessageChanges
{
public:
    MessageChanges(Runtime &runtime, ChatMemory &memory) : m_runtime(runtime), m_store(runtime.db), m_memory(memory) {}

    struct Changed
    {
        QByteArray message;               // JSON; empty when refused until then
        std::optional<Timestamp> refused; // muted, or changing too fast
        bool muted = false;
    };
    // Within chat-edit-window. The new words go through the contact filter like a message of their own, beside what was said
    // before and after it. Errors: StateConflict ("edit_window", "deleted"), Required (neither words nor photos), Blocked.
    QCoro::Task<Result<Changed>> edit(CallContextPtr context, MessageId id, QString body);
    // At any time. A stub stays. Deleting again is no error.
    QCoro::Task<Result<QByteArray>> remove(CallContextPtr context, MessageId id);

private:
    Runtime &m_runtime;
    ChatStore m_store;
    ChatMemory &m_memory;
};

} // namespace cargo::chat
