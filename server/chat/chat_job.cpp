#include "server/chat/chat_job.h"

#include "server/chat/contact_attempts.h"
#include "server/chat/message_changes.h"
#include "server/media/text_events.h"
#include "shared/api/json_reader.h"

namespace cargo::chat {

void ChatJob::registerOn(jobs::Registry &registry)
{
    registry.onEvent("deal.released", "chat.contacts", [this](CallContextPtr context, jobs::StoredEvent event) {
        return openContacts(std::move(context), std::move(event));
    });
    registry.onEvent("filter.wrong", "chat.unmask", [this](CallContextPtr context, jobs::StoredEvent event) {
        return showAgain(std::move(context), std::move(event));
    });
    registry.onEvent("deal.document", "chat.papers", [this](CallContextPtr context, jobs::StoredEvent event) {
        return appendDealEvent(std::move(context), std::move(event));
    });
    registry.onEvent(media::kContactReadTopic, "chat.hide_photo", [this](CallContextPtr context, jobs::StoredEvent event) {
        return hidePhoto(std::move(context), std::move(event));
    });
    registry.onEvent("deal.changed", "chat.lines", [this](CallContextPtr context, jobs::StoredEvent event) {
        return appendDealEvent(std::move(context), std::move(event));
    });
}

QCoro::Task<Outcome> ChatJob::openContacts(CallContextPtr context, jobs::StoredEvent event)
{
    const auto payload = api::parseObject(event.event.payload);
    if (!payload)
        co_return payload.error();
    api::JsonReader in(*payload);
    const auto id = in.id<ConversationId>("conversation_id");
    if (!id)
        co_return in.errors().front();
    auto begun = co_await m_runtime.db.begin(context);
    if (!begun)
        co_return begun.error();
    const auto sides = co_await m_store.openContacts(*begun, *id, m_runtime.clock.now());
    if (!sides)
        co_return sides.error();
    if (!*sides)
        co_return ok(); // open already
    // Earlier messages now show their contacts: the apps read them again.
    const std::vector<UserId> both{(*sides)->buyer, (*sides)->driver};
    const QByteArray fields = "{\"conversation_id\":\"" + id->toText() + "\",\"contacts_open\":true}";
    CARGO_CO_TRY(co_await jobs::pushToUsers(*begun, both, "message.updated", fields));
    co_return co_await begun->commit();
}

QCoro::Task<Outcome> ChatJob::showAgain(CallContextPtr context, jobs::StoredEvent event)
{
    const auto payload = api::parseObject(event.event.payload);
    CARGO_CO_TRY(payload);
    api::JsonReader in(*payload);
    const auto id = in.id<MessageId>("message_id");
    const auto sender = in.id<UserId>("sender_id");
    if (!in.ok())
        co_return in.errors().front();
    const Timestamp now = m_runtime.clock.now();
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto before = co_await m_store.forChange(*tx, *id, *sender, now);
    if (!before && before.code() == ErrorCode::NotFound)
        co_return ok();
    CARGO_CO_TRY(before);
    const auto unmasked = co_await m_store.unmask(*tx, *id);
    CARGO_CO_TRY(unmasked);
    if (!*unmasked)
        co_return ok(); // this event came before, or he wrote something else since
    const ConversationId conversation = before->message.conversationId;
    const config::Settings &settings = m_runtime.settings;
    const Timestamp since = now.plusMs(-settings.chatAttemptWindowMs);
    const auto attempts = co_await m_store.attemptsSince(*tx, conversation, *sender, since);
    CARGO_CO_TRY(attempts);
    if (*attempts < settings.chatMuteAttempts)
        CARGO_CO_TRY(co_await m_store.endMuteIn(*tx, conversation, *sender, now));
    const auto after = co_await m_store.forChange(*tx, *id, *sender, now);
    CARGO_CO_TRY(after);
    const QByteArray shown = messageJson(after->message, sightOf(after->contactsOpen));
    CARGO_CO_TRY(co_await tellChanged(*tx, after->sides, shown));
    co_return co_await tx->commit();
}

QCoro::Task<Outcome> ChatJob::hidePhoto(CallContextPtr context, jobs::StoredEvent event)
{
    const auto read = media::ContactRead::parse(event.event.payload);
    CARGO_CO_TRY(read);
    if (read->subjectKind != "message")
        co_return ok();
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto hidden = co_await m_store.hidePhoto(*tx, MessageId{read->subject}, read->media, read->attempts, read->kind);
    CARGO_CO_TRY(hidden);
    if (!*hidden)
        co_return ok(); // this event came before
    const ChatStore::Changeable &found = **hidden;
    if (!found.contactsOpen)
        CARGO_CO_TRY(co_await countAttempts(m_runtime, *tx, found.message));
    const QByteArray shown = messageJson(found.message, sightOf(found.contactsOpen));
    CARGO_CO_TRY(co_await tellChanged(*tx, found.sides, shown));
    co_return co_await tx->commit();
}

QCoro::Task<Outcome> ChatJob::appendDealEvent(CallContextPtr context, jobs::StoredEvent event)
{
    const auto payload = api::parseObject(event.event.payload);
    if (!payload)
        co_return payload.error();
    api::JsonReader in(*payload);
    const auto id = in.id<ConversationId>("conversation_id");
    const auto deal = in.id<DealId>("deal_id");
    const auto eventId = in.id<MessageId>("event_id");
    const QString word = in.text("event", {.min = 1, .max = 60});
    const QString status = in.optionalText("status", {.max = 60}).value_or(QString());
    if (!in.ok())
        co_return in.errors().front();
    MessageRow line;
    line.id = *eventId;
    line.conversationId = *id;
    line.createdAt = event.createdAt;
    api::JsonWriter flags(160);
    flags.beginObject().field("event", QString(u"deal_" + word)).field("deal_id", *deal).field("status", status).endObject();
    line.flags = flags.take();
    auto begun = co_await m_runtime.db.begin(context);
    if (!begun)
        co_return begun.error();
    const auto appended = co_await m_store.appendSystem(*begun, *id, line.id, line.flags, line.createdAt);
    if (!appended)
        co_return appended.code() == ErrorCode::AlreadyExists ? ok() : Outcome(appended.error());
    if (!*appended)
        co_return ok(); // this event came before
    line.seq = (*appended)->seq;
    const std::vector<UserId> both{(*appended)->sides.buyer, (*appended)->sides.driver};
    const QByteArray fields = "{\"message\":" + messageJson(line, Sight::Open) + '}';
    CARGO_CO_TRY(co_await jobs::pushToUsers(*begun, both, "message", fields));
    co_return co_await begun->commit();
}

} // namespace cargo::chat
