#pragma once

#include "server/chat/chat_store.h"

namespace cargo::chat {

// Stores messages, at most one for each conversation and each sender: their numbers, the news of them for both sides, and with
// an Idempotency-Key the answer. The sender's draft ends with it. A call that gets no row has stored nothing: the sender has no
// part in the conversation, is muted or blocked, or has written what was not looked at (ChatStore::send asks which).
// A repeated client_id breaks messages_client_once, a key that was used meanwhile idempotency_keys_pkey.
extern const db::Query kSend;

// Parameters of one call. The context is asked for its Idempotency-Key; null: there is none.
db::Params sendParams(const NewMessage &message, const CallContext *context);

// Of a call that got a row.
SendAnswer storedAnswer(const db::Rows &rows);

} // namespace cargo::chat
