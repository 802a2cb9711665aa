#include "server/chat/message_changes.h"

#include "server/chat/contact_attempts.h"
#include "server/chat/contact_guard.h"
#include "server/jobs/outbox.h"
#include "server/jobs/wake.h"
#include "server/limits.h"

namespace cargo::chat {

namespace {
Outcome mayChange(const ChatStore::Changeable &found, UserId me)
{
    if (found.message.senderId != me)
        return Error{ErrorCode::Forbidden, {}, QStringLiteral("not your message")};
    return ok();
}
} // namespace

QCoro::Task<Outcome> tellChanged(db::Transaction tx, Sides sides, QByteArray message)
{
    const std::vector<UserId> both{sides.buyer, sides.driver};
    const QByteArray fields = "{\"message\":" + message + '}';
    co_return co_await jobs::pushToUsers(std::move(tx), both, "message.updated", fields);
}

QCoro::Task<Result<MessageChanges::Changed>> MessageChanges::edit(CallContextPtr context, MessageId id, QString body)
{
    const UserId me = context->principal->user;
    const Timestamp now = m_runtime.clock.now();
    qint64 retryAfterMs = 0;
    if (m_runtime.settings.rateApiPerMinute > 0 && !m_memory.takeToken(me, now, &retryAfterMs))
        co_return Changed{{}, now.plusMs(retryAfterMs), false};
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    auto found = co_await m_store.forChange(*tx, id, me, now);
    CARGO_CO_TRY(found);
    CARGO_CO_TRY(mayChange(*found, me));
    MessageRow &message = found->message;
    if (message.deletedAt)
        co_return Error{ErrorCode::StateConflict, {}, QStringLiteral("deleted")};
    const Sight sight = sightOf(found->contactsOpen);
    const QByteArray words = body.isEmpty() ? QByteArray("") : body.toUtf8();
    if (words == message.body)
        co_return Changed{messageJson(message, sight), {}, false}; // said again
    if (now > message.createdAt.plusMs(m_runtime.settings.chatEditMs))
        co_return Error{ErrorCode::StateConflict, {}, QStringLiteral("edit_window")};
    if (words.isEmpty() && message.attachments.empty())
        co_return Error{ErrorCode::Required, QStringLiteral("body"), {}};
    if (found->mutedUntil)
        co_return Changed{{}, found->mutedUntil, true};
    if (found->closed)
        co_return ErrorCode::Blocked;

    const Timestamp since = message.createdAt.plusMs(-limits::kChatContextMs);
    const auto around = co_await m_store.saidAround(*tx, message, since);
    CARGO_CO_TRY(around);
    std::vector<ContextMessage> before;
    for (const ContextMessage &said : *around) {
        if (said.seq < message.seq)
            before.push_back(said);
    }
    ContactVerdict verdict = judge(body, before);
    if (!verdict.found) // or it is the last piece of what was begun after it
        verdict = judge(body, *around);
    message.body = words;
    message.redactedBody = verdict.found ? verdict.redacted.toUtf8() : words;
    message.masked = verdict.found || !message.hidden.empty();
    message.flags = verdict.flags();
    message.editedAt = now;
    CARGO_CO_TRY(co_await m_store.rewrite(*tx, message, verdict.attempts));
    if (verdict.attempts > 0 && !found->contactsOpen)
        CARGO_CO_TRY(co_await countAttempts(m_runtime, *tx, message));
    const QByteArray json = messageJson(message, sight);
    CARGO_CO_TRY(co_await tellChanged(*tx, found->sides, json));
    tx->afterCommit(&jobs::wakeRelay);
    CARGO_CO_TRY(co_await tx->commit());
    co_return Changed{json, {}, false};
}

QCoro::Task<Result<QByteArray>> MessageChanges::remove(CallContextPtr context, MessageId id)
{
    const UserId me = context->principal->user;
    const Timestamp now = m_runtime.clock.now();
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    auto found = co_await m_store.forChange(*tx, id, me, now);
    CARGO_CO_TRY(found);
    CARGO_CO_TRY(mayChange(*found, me));
    const Sight sight = sightOf(found->contactsOpen);
    if (found->message.deletedAt)
        co_return messageJson(found->message, sight);
    found->message.deletedAt = now;
    CARGO_CO_TRY(co_await m_store.remove(*tx, id, now));
    const QByteArray json = messageJson(found->message, sight);
    CARGO_CO_TRY(co_await tellChanged(*tx, found->sides, json));
    tx->afterCommit(&jobs::wakeRelay);
    CARGO_CO_TRY(co_await tx->commit());
    co_return json;
}

} // namespace cargo::chat
