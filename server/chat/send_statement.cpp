#include "server/chat/send_statement.h"

#include "server/chat/running_deal.h"
#include "server/jobs/idempotency.h"

namespace cargo::chat {

// before_seq and after_seq are the message as JSON around its number, open_before and open_after the same with open contacts
// (null: alike). Of the sender's messages those up to context_seq and all changes until context_edited were looked at.
// The arrays are hidden from the planner in `given`: else it would plan anew for each length of them.
const db::Query kSend{"chat.send", R"(
    with given as materialized (
        select $1::uuid[] as conversations, $2::uuid[] as senders, $3::uuid[] as clients, $4::uuid[] as ids, $5::text[] as bodies,
            $6::text[] as redacted, $7::boolean[] as masked, $8::text[] as flags, $9::smallint[] as attempts,
            $10::text[] as attachments, $11::timestamptz[] as nows, $12::bigint[] as context_seqs,
            $13::timestamptz[] as context_sinces, $14::text[] as befores, $15::text[] as afters, $16::text[] as open_befores,
            $17::text[] as open_afters, $18::bigint[] as replies, $19::timestamptz[] as context_edits, $20::text[] as hidden,
            $21::text[] as owners, $22::text[] as keys, $23::bytea[] as hashes
    ), moved as (
        update conversations c set last_seq = last_seq + 1, last_message_at = a.now,
            buyer_read_seq = case when buyer_id = a.sender_id then last_seq + 1 else buyer_read_seq end,
            driver_read_seq = case when driver_id = a.sender_id then last_seq + 1 else driver_read_seq end
        from given g, unnest(g.conversations, g.senders, g.clients, g.ids, g.bodies, g.redacted, g.masked, g.flags, g.attempts,
                g.attachments, g.nows, g.context_seqs, g.context_sinces, g.befores, g.afters, g.open_befores, g.open_afters,
                g.replies, g.context_edits, g.hidden, g.owners, g.keys, g.hashes)
            with ordinality as a(conversation_id, sender_id, client_id, message_id, body, redacted_body, masked, flags, attempts,
                attachments, now, context_seq, context_since, before_seq, after_seq, open_before, open_after,
                reply_to, context_edited, hidden, owner, key, hash, place)
        where c.id = a.conversation_id and a.sender_id in (buyer_id, driver_id)
            and not exists (select from mutes m where m.conversation_id = a.conversation_id and m.user_id = a.sender_id
                and m.until_at > a.now)
            and not exists (select from user_mutes m where m.user_id = a.sender_id and m.until_at > a.now)
            and (coalesce(buyer_blocked_at, driver_blocked_at) is null or )" CARGO_RUNNING_DEAL("a.conversation_id") R"()
            and not exists (select from (
                    select seq, sender_id, created_at, edited_at from messages
                    where conversation_id = a.conversation_id and a.context_seq < 9223372036854775807 order by seq desc limit 12) t
                where (t.seq > a.context_seq or t.edited_at > a.context_edited) and t.sender_id = a.sender_id
                    and t.created_at > a.context_since)
        returning c.id, c.last_seq, c.buyer_id, c.driver_id, contacts_open_at is not null as open,
            case when contacts_open_at is null then a.before_seq || last_seq || a.after_seq
                else coalesce(a.open_before, a.before_seq) || last_seq || coalesce(a.open_after, a.after_seq) end as message,
            a.sender_id, a.client_id, a.message_id, a.body, a.redacted_body, a.masked, a.flags, a.attempts, a.attachments,
            a.hidden, a.reply_to, a.now, a.owner, a.key, a.hash, a.place
    ), stored as (
        insert into messages (id, conversation_id, seq, sender_id, client_id, body, redacted_body, masked, flags,
            contact_attempts, attachments, hidden_attachments, reply_to, created_at)
        select message_id, id, last_seq, sender_id, client_id, body, redacted_body, masked, flags::json,
            attempts, attachments::uuid[], hidden::uuid[], reply_to, now from moved
    ), told as (
        insert into outbox (topic, key, payload, created_at, available_at)
        select 'ws', id::text, ('{"users":["' || buyer_id || '","' || driver_id || '"],"type":"message","fields":{"message":'
            || message || '}}')::json, now, now from moved
    ), dropped as (
        delete from message_drafts d using moved m where d.conversation_id = m.id and d.user_id = m.sender_id
        returning d.conversation_id
    ), remembered as (
        insert into idempotency_keys (owner, key, request_hash, status, answer, created_at)
        select owner, key, hash, 201, message, now from moved where key is not null
    )
    select last_seq, open, exists (select from dropped d where d.conversation_id = m.id), place from moved m)",
                      db::Query::Takes::Many};

namespace {
// The message as JSON, cut where its number goes.
std::pair<QByteArray, QByteArray> aroundSeq(const MessageRow &message, Sight sight)
{
    const QByteArray json = messageJson(message, sight);
    const QByteArray key = "\"seq\":0,";
    const qsizetype at = json.indexOf(key) + key.size() - 2;
    return {json.left(at), json.mid(at + 1)};
}
} // namespace

db::Params sendParams(const NewMessage &message, const CallContext *context)
{
    const MessageRow &row = message.row;
    const auto masked = aroundSeq(row, Sight::Masked);
    db::Params params;
    params.add(row.conversationId).add(*row.senderId).add(*row.clientId).add(row.id).add(row.body).add(row.redactedBody);
    params.add(row.masked).add(row.flags).add(message.contactAttempts).add(row.attachments).add(row.createdAt);
    params.add(message.contextSeq).add(message.contextSince).add(masked.first).add(masked.second);
    if (row.masked) {
        const auto open = aroundSeq(row, Sight::Open);
        params.add(open.first).add(open.second);
    } else {
        params.addNull().addNull();
    }
    params.add(row.replyTo).add(message.contextEdited).add(row.hidden);
    if (context && context->idempotency)
        jobs::addKey(params, *context);
    else
        params.addNull().addNull().addNull();
    return params;
}

SendAnswer storedAnswer(const db::Rows &rows)
{
    SendAnswer answer;
    answer.kind = SendAnswer::Kind::Stored;
    answer.seq = rows.int64(0, 0);
    answer.contactsOpen = rows.boolean(0, 1);
    answer.draftDropped = rows.boolean(0, 2);
    return answer;
}

} // namespace cargo::chat
