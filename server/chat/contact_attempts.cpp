#include "server/chat/contact_attempts.h"

#include "server/desk/decisions.h"
#include "server/desk/desk.h"
#include "server/desk/queues.h"
#include "server/desk/reason_codes.h"
#include "server/jobs/outbox.h"

namespace cargo::chat {

QCoro::Task<Outcome> countAttempts(Runtime &runtime, db::Transaction tx, MessageRow message)
{
    const config::Settings &settings = runtime.settings;
    if (settings.chatContacts != "strict")
        co_return ok();
    ChatStore store(runtime.db);
    const Timestamp now = message.editedAt.value_or(message.createdAt);
    const ConversationId id = message.conversationId;
    const UserId sender = *message.senderId;
    const auto attempts = co_await store.attemptsSince(tx, id, sender, now.plusMs(-settings.chatAttemptWindowMs));
    if (!attempts)
        co_return attempts.error();
    if (*attempts < settings.chatMuteAttempts)
        co_return ok();
    const bool longMute = *attempts >= settings.chatLongMuteAttempts;
    const Timestamp until = now.plusMs(longMute ? settings.chatLongMuteMs : settings.chatMuteMs);
    const auto who = co_await store.writerOf(tx, sender);
    CARGO_CO_TRY(who);
    const desk::ReasonCode *reason = desk::findReason("conversations", "contacts");
    desk::NewDecision told{sender,
                           "conversation",
                           id.uuid,
                           "mute",
                           reason->code,
                           reason->rule,
                           desk::reasonText(*reason, who->locale),
                           std::nullopt,
                           now,
                           now.plusMs(settings.appealWindowMs),
                           until};
    const auto decision = co_await desk::record(tx, told);
    CARGO_CO_TRY(decision);
    ChatStore::Mute mute{id, sender, until, *attempts, *decision};
    CARGO_CO_TRY(co_await store.mute(tx, mute, now));
    const Timestamp due = desk::dueAt(settings, "conversations", now);
    desk::NewItem waiting{"conversations", id.uuid, now, due, sender, {}, QStringLiteral("contact_attempts")};
    waiting.priority = *attempts;
    CARGO_CO_TRY(co_await desk::open(tx, waiting));
    api::JsonWriter out(256);
    out.beginObject().field("conversation_id", id).field("user_id", sender).field("attempts", *attempts);
    out.field("until", until).endObject();
    jobs::OutboxEvent flagged{"chat.muted", id.toText(), out.take()};
    CARGO_CO_TRY(co_await jobs::append(tx, flagged));
    api::JsonWriter data;
    data.beginObject().field("conversation_id", id).field("until", until).field("decision_id", *decision).endObject();
    const QByteArray key = "chat_muted:" + decision->toText();
    co_return co_await jobs::notifyUser(tx, sender, "chat_muted", data.take(), key);
}

} // namespace cargo::chat
