#pragma once

#include "server/chat/chat_store.h"
#include "server/core/runtime.h"

namespace cargo::chat {

// A message with contacts was stored or changed in this transaction: when its sender has tried too often of late
// (chat-attempt-window), he is muted in the conversation, told so, and the conversation waits for a moderator. Does nothing
// where chat-contacts is soft. Attempts grow old: the window moves, and what a moderator found to be no contact counts no more.
QCoro::Task<Outcome> countAttempts(Runtime &runtime, db::Transaction tx, MessageRow message);

} // namespace cargo::chat
