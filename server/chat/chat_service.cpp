#include "server/chat/chat_service.h"

#include "server/audit/audit.h"
#include "server/chat/contact_attempts.h"
#include "server/chat/contact_guard.h"
#include "server/chat/writing_service.h"
#include "server/jobs/idempotency.h"
#include "server/jobs/wake.h"
#include "server/limits.h"
#include "server/media/text_events.h"
#include "shared/api/json_reader.h"

namespace cargo::chat {

namespace {
constexpr int kQuickTries = 2;

// What the filter says of a message after these of the same sender.
void judgeInto(NewMessage &message, const std::vector<ContextMessage> &before, bool needsContext)
{
    ContactVerdict verdict = judge(QString::fromUtf8(message.row.body), before);
    verdict.attempts += int(message.row.hidden.size());
    message.row.redactedBody = verdict.found ? verdict.redacted.toUtf8() : message.row.body;
    message.row.masked = verdict.found || !message.row.hidden.empty();
    message.row.flags = verdict.flags();
    message.contactAttempts = verdict.attempts;
    message.contextSeq = !needsContext ? kNoContext : before.empty() ? 0 : before.back().seq;
    message.contextEdited = {};
    for (const ContextMessage &said : before)
        message.contextEdited = std::max(message.contextEdited, said.editedAt);
}

} // namespace

ChatService::ChatService(Runtime &runtime, ChatMemory &memory, ws::Directory *directory)
    : m_runtime(runtime), m_store(runtime.db), m_memory(memory), m_directory(directory)
{
}

QCoro::Task<Result<Opened>> ChatService::open(CallContextPtr context, ListingId listing)
{
    const Principal me = *context->principal;
    const Timestamp now = m_runtime.clock.now();
    auto begun = co_await m_runtime.db.begin(context);
    if (!begun)
        co_return begun.error();
    const db::Transaction tx = *begun;
    const auto state = co_await m_store.listingState(tx, listing, me.user);
    if (!state)
        co_return state.error();
    ConversationId id;
    bool created = false;
    if (state->existing) {
        id = *state->existing;
    } else {
        if (state->driver == me.user)
            co_return ErrorCode::OwnListing;
        if (state->blocked)
            co_return ErrorCode::Blocked;
        if (!state->published)
            co_return state->withdrawn ? ErrorCode::ListingUnavailable : ErrorCode::NotFound;
        if (me.role != Role::Buyer)
            co_return Error{ErrorCode::Forbidden, {}, QStringLiteral("only buyers open conversations")};
        id = ConversationId::make(now);
        const auto inserted = co_await m_store.create(tx, id, listing, {me.user, state->driver}, now);
        if (!inserted)
            co_return inserted.error();
        created = *inserted;
        if (!created) {
            const auto other = co_await m_store.find(tx, listing, me.user);
            if (!other)
                co_return other.error();
            id = *other;
        }
    }
    api::JsonWriter out(256);
    out.beginObject().field("id", id).field("listing_id", listing).field("buyer_id", me.user);
    out.field("driver_id", state->driver).endObject();
    const QByteArray json = out.take();
    if (created) {
        jobs::OutboxEvent opened{"conversation.opened", me.user.toText(),
                                 R"({"user_id":")" + me.user.toText() + R"(","listing_id":")" + listing.toText() + "\"}"};
        CARGO_CO_TRY(co_await jobs::append(tx, opened));
    }
    CARGO_CO_TRY(co_await jobs::remember(tx, created ? 201 : 200, json));
    CARGO_CO_TRY(co_await tx.commit());
    m_memory.setSides(id, {me.user, state->driver});
    co_return Opened{created, json};
}

QCoro::Task<Result<QByteArray>> ChatService::conversation(CallContextPtr context, ConversationId id)
{
    const auto row = co_await m_store.conversation(context, id, context->principal->user);
    if (!row)
        co_return row.error();
    co_return row->toJson(m_runtime.settings.chatEditMs);
}

QCoro::Task<Result<ChatService::ConversationList>> ChatService::conversations(CallContextPtr context,
                                                                              std::optional<std::pair<Timestamp, Uuid>> before,
                                                                              int limit)
{
    // One more than asked for tells whether there is another page.
    auto rows = co_await m_store.conversations(context, context->principal->user, before, limit + 1);
    if (!rows)
        co_return rows.error();
    ConversationList list;
    const bool more = qsizetype(rows->size()) > limit;
    if (more)
        rows->pop_back();
    list.items = "[";
    for (const ConversationRow &row : *rows) {
        if (list.items.size() > 1)
            list.items += ',';
        list.items += row.toJson(m_runtime.settings.chatEditMs);
    }
    list.items += ']';
    if (more)
        list.next = {rows->back().lastMessageAt, rows->back().id.uuid};
    co_return list;
}

QCoro::Task<Result<bool>> ChatService::staffLooks(CallContextPtr context, ConversationId id, QByteArray what, bool original)
{
    const Principal me = *context->principal;
    if (original && !me.may(Permission::Moderate))
        co_return ErrorCode::Forbidden;
    if (!me.may(Permission::Moderate) && !me.may(Permission::Support))
        co_return false;
    // The look is on record before anything is shown.
    auto begun = co_await m_runtime.db.begin(context);
    if (!begun)
        co_return begun.error();
    api::JsonWriter details(160);
    details.beginObject().field("conversation_id", id).field("original", original).field("looked_for", what).endObject();
    audit::AuditEvent event{me.user.uuid, "chat.messages_viewed", me.user, details.take()};
    CARGO_CO_TRY(co_await audit::append(*begun, event));
    CARGO_CO_TRY(co_await begun->commit());
    co_return true;
}

namespace {
MessageList listOf(ChatStore::MessagePage page, int limit, bool staff, bool original)
{
    MessageList list;
    const bool more = qsizetype(page.messages.size()) > limit;
    if (more)
        page.messages.pop_back();
    const Sight sight = original ? Sight::Written : sightOf(page.contactsOpen && !staff);
    api::JsonWriter out(page.messages.size() * 600 + 16);
    out.beginArray();
    for (const MessageRow &message : page.messages)
        writeMessage(out, message, sight);
    out.endArray();
    list.items = out.take();
    if (more)
        list.next = page.messages.back().seq;
    return list;
}

// {"%wheel%","%bearing%"}: a pattern for each word, in small letters, ё as е. Nothing in it that LIKE or an array would read.
QByteArray searchPatterns(const QString &words)
{
    QByteArray patterns("{");
    const QString folded = words.toLower().replace(QChar(u'ё'), QChar(u'е'));
    for (const QString &word : folded.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        QString plain;
        for (const QChar c : word) {
            // Escaped for LIKE, and that for the array.
            if (c == u'%' || c == u'_' || c == u'\\')
                plain += QLatin1String("\\\\");
            if (c == u'"' || c == u'\\')
                plain += QLatin1Char('\\');
            plain += c;
        }
        patterns += (patterns.size() > 1 ? ",\"%" : "\"%") + plain.toUtf8() + "%\"";
    }
    return patterns + '}';
}
} // namespace

QCoro::Task<Result<MessageList>> ChatService::messages(CallContextPtr context, ConversationId id, std::optional<qint64> before,
                                                       std::optional<qint64> after, int limit, bool original)
{
    const auto staff = co_await staffLooks(context, id, {}, original);
    CARGO_CO_TRY(staff);
    const auto reader = *staff ? std::optional<UserId>() : std::optional<UserId>(context->principal->user);
    auto page = co_await m_store.messages(context, id, reader, before, after, limit + 1);
    CARGO_CO_TRY(page);
    co_return listOf(std::move(*page), limit, *staff, original);
}

QCoro::Task<Result<MessageList>> ChatService::messagesWith(CallContextPtr context, ConversationId id, QString words,
                                                           std::optional<qint64> before, int limit, bool original)
{
    const QByteArray patterns = searchPatterns(words.simplified());
    if (patterns == "{}")
        co_return Error{ErrorCode::TooShort, QStringLiteral("q"), {}};
    const auto staff = co_await staffLooks(context, id, words.toUtf8(), original);
    CARGO_CO_TRY(staff);
    const auto reader = *staff ? std::optional<UserId>() : std::optional<UserId>(context->principal->user);
    auto page = co_await m_store.messagesWith(context, id, reader, patterns, original, before, limit + 1);
    CARGO_CO_TRY(page);
    co_return listOf(std::move(*page), limit, *staff, original);
}

QCoro::Task<Result<Sent>> ChatService::send(CallContextPtr context, ConversationId id, api::SendMessageDto message)
{
    const UserId me = context->principal->user;
    const Timestamp now = m_runtime.clock.now();
    qint64 retryAfterMs = 0;
    const bool limited = m_runtime.settings.rateApiPerMinute > 0; // who switches limits off means this one too
    if (limited && !m_memory.takeToken(me, now, &retryAfterMs))
        co_return Sent{Sent::Kind::TooFast, {}, now.plusMs(retryAfterMs)};
    std::vector<MediaId> hidden;
    if (!message.attachments.empty()) {
        auto contacts = co_await m_store.contactsAmong(context, me, message.attachments);
        if (!contacts && contacts.code() == ErrorCode::NotFound)
            co_return Error{ErrorCode::NotFound, QStringLiteral("attachments"), QStringLiteral("no such media of yours")};
        CARGO_CO_TRY(contacts);
        hidden = std::move(*contacts);
    }

    NewMessage next;
    next.row.id = MessageId::make(now);
    next.row.conversationId = id;
    next.row.senderId = me;
    next.row.clientId = message.clientId;
    next.row.body = message.body.isEmpty() ? QByteArray("") : message.body.toUtf8();
    next.row.attachments = message.attachments;
    next.row.hidden = hidden;
    next.row.replyTo = message.replyTo;
    next.row.createdAt = now;
    next.contextSince = now.plusMs(-limits::kChatContextMs);

    const bool needsContext = mayBePartOfContact(message.body);
    std::vector<ContextMessage> said;
    if (needsContext)
        said = m_memory.context(id, me, next.contextSince);
    judgeInto(next, said, needsContext);
    for (int i = 0; i < kQuickTries; ++i) {
        const auto answer = co_await store(context, next);
        if (!answer)
            co_return answer.error();
        if (answer->kind != SendAnswer::Kind::ContextStale)
            co_return finish(*answer, next, message);
        m_memory.setContext(id, me, answer->context, now);
        judgeInto(next, answer->context, true);
    }
    // The same sender writes from several places at once: one after another then.
    const auto answer = co_await storeCarefully(context, next);
    if (!answer)
        co_return answer.error();
    co_return finish(*answer, next, message);
}

Result<Sent> ChatService::finish(const SendAnswer &answer, const NewMessage &sent, const api::SendMessageDto &message)
{
    const UserId me = *sent.row.senderId;
    switch (answer.kind) {
    case SendAnswer::Kind::Muted: return Sent{Sent::Kind::Muted, {}, answer.mutedUntil};
    case SendAnswer::Kind::Blocked: return Sent{Sent::Kind::Blocked, {}, {}};
    case SendAnswer::Kind::Repeated:
        // One that was changed since is the same message still.
        if (!answer.repeated.editedAt
            && (answer.repeated.body != sent.row.body || answer.repeated.attachments != message.attachments
                || answer.repeated.replyTo != message.replyTo))
            return Error{ErrorCode::IdempotencyKeyReused, QStringLiteral("client_id"), QStringLiteral("another message has it")};
        return Sent{Sent::Kind::Repeated, messageJson(answer.repeated, sightOf(answer.contactsOpen)), {}};
    case SendAnswer::Kind::Stored:
        if (answer.draftDropped && m_directory)
            m_directory->publishVolatile({me}, draftFrame(sent.row.conversationId, {}, sent.row.createdAt));
        m_memory.sent(sent.row.conversationId, me, {answer.seq, message.body}, sent.row.createdAt, sent.contextSeq != kNoContext);
        return Sent{Sent::Kind::Stored, answer.stored, {}};
    default: return ErrorCode::NotFound;
    }
}

bool ChatService::hasPhotosToRead(const NewMessage &message) const
{
    return m_runtime.settings.photoText != "off" && !message.row.attachments.empty();
}

QCoro::Task<Result<SendAnswer>> ChatService::store(CallContextPtr context, NewMessage message)
{
    if (message.row.masked || hasPhotosToRead(message))
        co_return co_await storeCarefully(context, message);
    auto answer = co_await m_store.send(context, message);
    if (!answer)
        co_return co_await repeatedOr(context, message, answer.error());
    if (answer->kind == SendAnswer::Kind::Stored) {
        message.row.seq = answer->seq;
        answer->stored = messageJson(message.row, sightOf(answer->contactsOpen));
        jobs::wakeRelay();
    }
    co_return answer;
}

QCoro::Task<Result<SendAnswer>> ChatService::storeCarefully(CallContextPtr context, NewMessage message)
{
    auto begun = co_await m_runtime.db.begin(context);
    if (!begun)
        co_return begun.error();
    const db::Transaction tx = *begun;
    CARGO_CO_TRY(co_await m_store.lock(tx, message.row.conversationId));
    auto answer = co_await m_store.send(tx, message);
    if (answer && answer->kind == SendAnswer::Kind::ContextStale) {
        judgeInto(message, answer->context, true); // under the lock there is nothing newer
        answer = co_await m_store.send(tx, message);
    }
    if (!answer) {
        co_await tx.rollback();
        co_return co_await repeatedOr(context, message, answer.error());
    }
    if (answer->kind != SendAnswer::Kind::Stored) {
        co_await tx.rollback();
        co_return answer;
    }
    if (message.contactAttempts > 0 && !answer->contactsOpen)
        CARGO_CO_TRY(co_await countAttempts(m_runtime, tx, message.row));
    if (hasPhotosToRead(message))
        CARGO_CO_TRY(co_await media::queueReading(tx, message.row.attachments, "message", message.row.id.uuid));
    message.row.seq = answer->seq;
    answer->stored = messageJson(message.row, sightOf(answer->contactsOpen));
    CARGO_CO_TRY(co_await jobs::remember(tx, 201, answer->stored));
    tx.afterCommit(&jobs::wakeRelay);
    CARGO_CO_TRY(co_await tx.commit());
    co_return answer;
}

// The same client_id may have been committed while this one waited for the conversation's row.
QCoro::Task<Result<SendAnswer>> ChatService::repeatedOr(CallContextPtr context, NewMessage message, Error error)
{
    if (error.code != ErrorCode::AlreadyExists)
        co_return error;
    const MessageRow &row = message.row;
    const auto stored = co_await m_store.sentBefore(context, row.conversationId, *row.senderId, *row.clientId);
    if (!stored)
        co_return stored.error();
    SendAnswer repeated;
    repeated.kind = SendAnswer::Kind::Repeated;
    repeated.repeated = stored->message;
    repeated.contactsOpen = stored->contactsOpen;
    co_return repeated;
}

QCoro::Task<Result<QByteArray>> ChatService::markRead(CallContextPtr context, ConversationId id, qint64 seq)
{
    const UserId me = context->principal->user;
    const auto answer = co_await m_store.markRead(context, id, me, seq);
    if (!answer)
        co_return answer.error();
    if (answer->moved && m_directory) {
        api::JsonWriter frame(192);
        frame.beginObject().field("type", "read").field("conversation_id", id).field("user_id", me);
        frame.field("seq", answer->readSeq).endObject();
        m_directory->publishVolatile({answer->sides.buyer, answer->sides.driver}, frame.take());
    }
    api::JsonWriter out(96);
    out.beginObject().field("conversation_id", id).field("read_seq", answer->readSeq);
    out.field("unread", answer->lastSeq - answer->readSeq).endObject();
    co_return out.take();
}

QCoro::Task<Result<QByteArray>> ChatService::markDelivered(CallContextPtr context, ConversationId id, qint64 seq)
{
    const UserId me = context->principal->user;
    const auto answer = co_await m_store.markDelivered(context, id, me, seq);
    CARGO_CO_TRY(answer);
    if (answer->moved && m_directory) {
        api::JsonWriter frame(192);
        frame.beginObject().field("type", "delivered").field("conversation_id", id).field("user_id", me);
        frame.field("seq", answer->readSeq).endObject();
        m_directory->publishVolatile({answer->sides.other(me)}, frame.take());
    }
    api::JsonWriter out(96);
    out.beginObject().field("conversation_id", id).field("delivered_seq", answer->readSeq).endObject();
    co_return out.take();
}

QCoro::Task<Result<Sides>> ChatService::sidesFor(CallContextPtr context, ConversationId id)
{
    auto sides = m_memory.sides(id);
    if (!sides) {
        const auto stored = co_await m_store.sides(context, id);
        if (!stored)
            co_return stored.error();
        sides = *stored;
        m_memory.setSides(id, *stored);
    }
    if (!sides->has(context->principal->user))
        co_return ErrorCode::NotFound;
    co_return *sides;
}

QCoro::Task<Result<UserId>> ChatService::partner(CallContextPtr context, ConversationId id)
{
    const auto sides = co_await sidesFor(context, id);
    if (!sides)
        co_return sides.error();
    co_return sides->other(context->principal->user);
}

QCoro::Task<Outcome> ChatService::typing(CallContextPtr context, ConversationId id, bool active)
{
    const UserId me = context->principal->user;
    const auto sides = co_await sidesFor(context, id);
    if (!sides)
        co_return sides.error();
    if (m_directory) {
        api::JsonWriter frame(192);
        frame.beginObject().field("type", "typing").field("conversation_id", id).field("user_id", me);
        frame.field("active", active).endObject();
        m_directory->publishVolatile({sides->other(me)}, frame.take());
    }
    co_return ok();
}

} // namespace cargo::chat
