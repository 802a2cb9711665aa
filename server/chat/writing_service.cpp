#include "server/chat/writing_service.h"

namespace cargo::chat {

namespace {
const db::Query kKeep{"chat.keep_draft", R"(
    insert into message_drafts (conversation_id, user_id, body, reply_to, updated_at)
    select id, $2::uuid, $3, $4, $5 from conversations where id = $1 and $2::uuid in (buyer_id, driver_id)
    on conflict (conversation_id, user_id)
        do update set body = excluded.body, reply_to = excluded.reply_to, updated_at = excluded.updated_at)"};
// Answers whether the conversation is his.
const db::Query kDrop{"chat.drop_draft", R"(
    with dropped as (delete from message_drafts where conversation_id = $1 and user_id = $2::uuid)
    select from conversations where id = $1 and $2::uuid in (buyer_id, driver_id))"};
const db::Query kReplies{"chat.quick_replies", "select to_json(items) from quick_replies where user_id = $1"};
const db::Query kSetReplies{"chat.set_quick_replies", R"(
    insert into quick_replies (user_id, items, updated_at)
    select $1, coalesce(array_agg(value order by n), '{}'), $3 from json_array_elements_text($2::json) with ordinality as t (value, n)
    on conflict (user_id) do update set items = excluded.items, updated_at = excluded.updated_at returning to_json(items))"};

QByteArray itemsJson(const db::Rows &rows) { return "{\"items\":" + (rows.empty() ? QByteArray("[]") : rows.bytes(0, 0)) + '}'; }
} // namespace

QByteArray draftFrame(ConversationId id, const api::DraftDto &draft, Timestamp now)
{
    api::JsonWriter frame(size_t(draft.body.size()) * 2 + 256);
    frame.beginObject().field("type", "draft").field("conversation_id", id).field("body", draft.body);
    frame.field("reply_to", draft.replyTo).field("updated_at", now).endObject();
    return frame.take();
}

QCoro::Task<Outcome> WritingService::keepDraft(CallContextPtr context, ConversationId id, api::DraftDto draft)
{
    const UserId me = context->principal->user;
    const Timestamp now = m_runtime.clock.now();
    bool mine = false;
    if (draft.empty()) {
        const auto rows = co_await m_runtime.db.write(context, kDrop, id, me);
        CARGO_CO_TRY(rows);
        mine = !rows->empty();
    } else {
        const auto rows = co_await m_runtime.db.write(context, kKeep, id, me, draft.body, draft.replyTo, now);
        CARGO_CO_TRY(rows);
        mine = rows->affected() == 1;
    }
    if (!mine)
        co_return ErrorCode::NotFound;
    if (m_directory)
        m_directory->publishVolatile({me}, draftFrame(id, draft, now));
    co_return ok();
}

QCoro::Task<Result<QByteArray>> WritingService::quickReplies(CallContextPtr context)
{
    const auto rows = co_await m_runtime.db.read(context, kReplies, context->principal->user);
    CARGO_CO_TRY(rows);
    co_return itemsJson(*rows);
}

QCoro::Task<Result<QByteArray>> WritingService::setQuickReplies(CallContextPtr context, api::QuickRepliesDto replies)
{
    const QByteArray items = replies.itemsJson();
    const auto rows = co_await m_runtime.db.write(context, kSetReplies, context->principal->user, items, m_runtime.clock.now());
    CARGO_CO_TRY(rows);
    co_return itemsJson(*rows);
}

} // namespace cargo::chat
