#include "server/chat/chat_store.h"

#include "server/chat/running_deal.h"
#include "server/chat/send_statement.h"
#include "server/jobs/idempotency.h"

namespace cargo::chat {

namespace {
#define CARGO_MESSAGE_COLUMNS                                                                                                    \
    "m.id, m.conversation_id, m.seq, m.sender_id, m.client_id, m.body, m.redacted_body, m.masked, m.flags, "                     \
    "m.attachments, m.reply_to, m.edited_at, m.deleted_at, m.created_at, m.hidden_attachments"
#define CARGO_CONVERSATION_SELECT(conversations)                                                                                 \
    "select c.id, c.listing_id, c.buyer_id, c.driver_id, c.last_seq, "                                                           \
    "  case when c.buyer_id = $1::uuid then c.buyer_read_seq else c.driver_read_seq end, "                                       \
    "  case when c.buyer_id = $1::uuid then c.driver_read_seq else c.buyer_read_seq end, "                                       \
    "  case when c.buyer_id = $1::uuid then greatest(c.driver_delivered_seq, c.driver_read_seq) "                                \
    "    else greatest(c.buyer_delivered_seq, c.buyer_read_seq) end, "                                                           \
    "  c.contacts_open_at is not null, c.created_at, coalesce(c.last_message_at, c.created_at), "                                \
    "  l.card, u.card, greatest(mu.until_at, um.until_at), "                                                                     \
    "  case when um.until_at is null or mu.until_at > um.until_at then mu.decision_id else um.decision_id end, "                 \
    "  case when c.buyer_id = $1::uuid then c.buyer_blocked_at else c.driver_blocked_at end is not null, "                       \
    "  coalesce(c.buyer_blocked_at, c.driver_blocked_at) is not null and not " CARGO_RUNNING_DEAL(                               \
        "c.id") ", "                                                                                                             \
                "  (select json_build_object('body', w.body, 'reply_to', w.reply_to, 'updated_at', rfc3339(w.updated_at)) "      \
                "    from message_drafts w where w.conversation_id = c.id and w.user_id = $1::uuid), " CARGO_MESSAGE_COLUMNS     \
                " from " conversations " c "                                                                                     \
                " join listings l on l.id = c.listing_id "                                                                       \
                " join users u on u.id = case when c.buyer_id = $1::uuid then c.driver_id else c.buyer_id end "                  \
                " left join mutes mu on mu.conversation_id = c.id and mu.user_id = $1::uuid and mu.until_at > $2::timestamptz "  \
                " left join user_mutes um on um.user_id = $1::uuid and um.until_at > $2::timestamptz "                           \
                " left join messages m on m.conversation_id = c.id and m.seq = c.last_seq "

const db::Query kListingState{"chat.listing_state",
                              "select l.driver_id, l.status = 'published', c.id, "
                              "l.published_at is not null and l.status in ('paused', 'archived'), "
                              "exists (select from blocks b where (b.user_id, b.blocked_id) in ((l.driver_id, $2), ($2, "
                              "l.driver_id))) from listings l "
                              "left join conversations c on c.listing_id = l.id and c.buyer_id = $2 where l.id = $1"};
const db::Query kCreate{"chat.create",
                        "insert into conversations (id, listing_id, buyer_id, driver_id, created_at) values ($1, $2, $3, $4, $5) "
                        "on conflict on constraint conversations_once do nothing"};
const db::Query kFind{"chat.find", "select id from conversations where listing_id = $1 and buyer_id = $2"};
const db::Query kConversation{
    "chat.conversation",
    CARGO_CONVERSATION_SELECT("conversations") "where c.id = $3::uuid and $1::uuid in (c.buyer_id, c.driver_id)"};
// A conversation in which nothing was said yet is only the buyer's. Sorted and cut before anything is joined.
const db::Query kConversations{
    "chat.conversations",
    CARGO_CONVERSATION_SELECT(
        "(select * from conversations "
        " where (buyer_id = $1::uuid or (driver_id = $1::uuid and last_seq > 0)) "
        "   and (coalesce(last_message_at, created_at), id) < ($3::timestamptz, $4::uuid) "
        " order by coalesce(last_message_at, created_at) desc, id desc limit $5::int)") "order by coalesce(c.last_message_at, "
                                                                                        "c.created_at) desc, c.id desc"};
const db::Query kSides{"chat.sides", "select buyer_id, driver_id from conversations where id = $1"};

const db::Query kMessagesBefore{
    "chat.messages_before",
    "select c.contacts_open_at is not null, " CARGO_MESSAGE_COLUMNS " from conversations c "
    "left join lateral (select * from messages where conversation_id = c.id and seq < $3::bigint order by seq desc "
    "  limit $4::int) m on true "
    "where c.id = $1::uuid and ($2::uuid is null or $2::uuid in (c.buyer_id, c.driver_id)) order by m.seq desc"};
const db::Query kMessagesAfter{
    "chat.messages_after",
    "select c.contacts_open_at is not null, " CARGO_MESSAGE_COLUMNS " from conversations c "
    "left join lateral (select * from messages where conversation_id = c.id and seq > $3::bigint order by seq "
    "  limit $4::int) m on true "
    "where c.id = $1::uuid and ($2::uuid is null or $2::uuid in (c.buyer_id, c.driver_id)) order by m.seq"};
// $3 below this number, $5 patterns that all must fit, $6 what was written.
const db::Query kMessagesWith{
    "chat.messages_with",
    "select c.contacts_open_at is not null, " CARGO_MESSAGE_COLUMNS " from conversations c "
    "left join lateral (select * from messages where conversation_id = c.id and seq < $3::bigint and sender_id is not null "
    "    and (deleted_at is null or $6::boolean) "
    "    and translate(lower(case when c.contacts_open_at is not null or $6::boolean then body else redacted_body end), "
    "        'ё', 'е') like all ($5::text[]) "
    "  order by seq desc limit $4::int) m on true "
    "where c.id = $1::uuid and ($2::uuid is null or $2::uuid in (c.buyer_id, c.driver_id)) order by m.seq desc"};
const db::Query kSentBefore{"chat.sent_before",
                            "select " CARGO_MESSAGE_COLUMNS ", c.contacts_open_at is not null from messages m "
                            "join conversations c on c.id = m.conversation_id "
                            "where m.conversation_id = $1 and m.sender_id = $2 and m.client_id = $3"};
const db::Query kLock{"chat.lock", "select from conversations where id = $1 for no key update"};
const db::Query kOwnedMedia{"chat.owned_media", "select id, text_state = 'contact' from media where id = any ($1::uuid[]) "
                                                "and owner_id = $2"};

// $1 conversation, $2 sender, $3 client_id, $4 now, $5 context seq, $6 context since. The first column is a
// SendAnswer::Kind; no row: the sender has no part in it. What hindered may be gone by now: that is said as a context
// without messages, and sending is tried again.
const db::Query kWhyNotSent{"chat.why_not_sent", R"(
    with member as materialized (
        select contacts_open_at is not null as open,
            coalesce(buyer_blocked_at, driver_blocked_at) is not null and not )" CARGO_RUNNING_DEAL("$1::uuid") R"( as blocked
        from conversations where id = $1::uuid and $2::uuid in (buyer_id, driver_id)
    ), prior as materialized (
        select * from messages where conversation_id = $1::uuid and sender_id = $2::uuid and client_id = $3::uuid
    ), muted as materialized (
        select until_at from (
            select until_at from mutes where conversation_id = $1::uuid and user_id = $2::uuid
            union all select until_at from user_mutes where user_id = $2::uuid
        ) m where until_at > $4::timestamptz order by until_at desc limit 1
    ), context as materialized (
        select t.seq, t.body, t.edited_at from (
            select seq, sender_id, body, created_at, edited_at from messages
            where conversation_id = $1::uuid and $5::bigint < 9223372036854775807 order by seq desc limit 12
        ) t where t.sender_id = $2::uuid and t.created_at > $6::timestamptz
    )
    select 1, p.seq, m.open, null::timestamptz, null::text, p.id, p.conversation_id, p.seq, p.sender_id, p.client_id, p.body,
        p.redacted_body, p.masked, p.flags::text, p.attachments::text, p.reply_to, p.edited_at, p.deleted_at, p.created_at,
        p.hidden_attachments::text
        from prior p, member m
    union all
    select 2, 0, false, until_at, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null
        from muted, member
    union all
    select 3, 0, false, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null
        from member where blocked
    union all
    select 4, seq, false, edited_at, body, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null
        from (select seq, body, edited_at from context union all select 0, null, null) c, member
    order by 1, 2)"};

const db::Query kLockOfMessage{"chat.lock_of_message",
                               "select from conversations where id = (select conversation_id from messages where id = $1) "
                               "and $2::uuid in (buyer_id, driver_id) for no key update"};
const db::Query kForChange{
    "chat.for_change",
    "select " CARGO_MESSAGE_COLUMNS ", c.buyer_id, c.driver_id, c.contacts_open_at is not null, "
    "  coalesce(c.buyer_blocked_at, c.driver_blocked_at) is not null and not " CARGO_RUNNING_DEAL(
        "c.id") ", "
                "  greatest(mu.until_at, um.until_at) "
                "from messages m join conversations c on c.id = m.conversation_id "
                "left join mutes mu on mu.conversation_id = c.id and mu.user_id = $2::uuid and mu.until_at > $3::timestamptz "
                "left join user_mutes um on um.user_id = $2::uuid and um.until_at > $3::timestamptz "
                "where m.id = $1 and $2::uuid in (c.buyer_id, c.driver_id)"};
const db::Query kSaidAround{
    "chat.said_around",
    "select seq, body from (select seq, body from messages where conversation_id = $1 and sender_id = $2 and seq <> $3 "
    "and created_at > $4 order by seq desc limit 12) t order by seq"};
const db::Query kRewrite{"chat.rewrite", R"(
    with kept as (
        insert into message_versions (message_id, version, body, redacted_body, masked, flags, written_at)
        select id, (select count(*) from message_versions where message_id = $1::uuid), body, redacted_body, masked, flags,
            coalesce(edited_at, created_at) from messages where id = $1::uuid
    )
    update messages set body = $2, redacted_body = $3, masked = $4, flags = $5::json,
        contact_attempts = contact_attempts + $6, edited_at = $7 where id = $1::uuid)"};
const db::Query kRemove{"chat.remove", "update messages set deleted_at = $2 where id = $1 and deleted_at is null"};
const db::Query kUnmask{"chat.unmask", R"(
    with was as (select hidden_attachments from messages where id = $1 and masked),
    cleared as (update media set text_state = 'clean', text_reason = 'not_a_contact'
        where id in (select unnest(hidden_attachments) from was))
    update messages set redacted_body = body, masked = false, contact_attempts = 0, hidden_attachments = '{}',
        flags = '{"contact_attempts":0,"kinds":[]}' where id = $1 and masked)"};
const db::Query kSenderOf{"chat.sender_of", "select sender_id from messages where id = $1 and sender_id is not null"};
// What a moderator found to be no contact meanwhile stays shown.
const db::Query kHidePhoto{"chat.hide_photo", R"(
    update messages set hidden_attachments = array_append(hidden_attachments, $2::uuid), masked = true,
        contact_attempts = contact_attempts + $3::smallint,
        flags = json_build_object('contact_attempts', contact_attempts + $3::smallint, 'kinds', (select json_agg(kind order by kind)
            from (select json_array_elements_text(flags->'kinds') as kind union select $4::text) k))
    where id = $1 and $2::uuid = any(attachments) and not $2::uuid = any(hidden_attachments)
        and exists (select from media where id = $2::uuid and text_state = 'contact'))"};

const db::Query kAttempts{"chat.attempts",
                          "select coalesce(sum(contact_attempts), 0) from messages "
                          "where conversation_id = $1 and sender_id = $2 and created_at > $3 and contact_attempts > 0"};
const db::Query kMute{
    "chat.mute", "insert into mutes (conversation_id, user_id, until_at, attempts, decision_id, created_at) "
                 "values ($1, $2, $3, $4, $5, $6) "
                 "on conflict (conversation_id, user_id) do update set until_at = greatest(mutes.until_at, excluded.until_at), "
                 "attempts = excluded.attempts, decision_id = excluded.decision_id, created_at = excluded.created_at"};

const db::Query kEndMute{"chat.end_mute", "update user_mutes set until_at = $2 where user_id = $1 and until_at > $2"};
const db::Query kEndMuteIn{"chat.end_mute_in",
                           "update mutes set until_at = $3 where conversation_id = $1 and user_id = $2 and until_at > $3"};
const db::Query kEndMuteOf{"chat.end_mute_of", "update mutes set until_at = $2 where decision_id = $1 and until_at > $2"};
const db::Query kWriterOf{"chat.writer_of", "select role, locale from users where id = $1 and status <> 'deleted'"};
const db::Query kMuteEverywhere{
    "chat.mute_everywhere",
    "insert into user_mutes (user_id, until_at, reason, muted_by, decision_id, created_at) values ($1, $2, $3, $4, $5, $6) "
    "on conflict (user_id) do update set until_at = excluded.until_at, reason = excluded.reason, "
    "muted_by = excluded.muted_by, decision_id = excluded.decision_id, created_at = excluded.created_at"};

const db::Query kMarkRead{"chat.mark_read", R"(
    with old as (
        select id, case when buyer_id = $2::uuid then buyer_read_seq else driver_read_seq end as read_seq,
            least($3::bigint, last_seq) as wanted
        from conversations where id = $1::uuid and $2::uuid in (buyer_id, driver_id) for no key update
    )
    update conversations c set
        buyer_read_seq = case when c.buyer_id = $2::uuid then greatest(c.buyer_read_seq, old.wanted) else c.buyer_read_seq end,
        driver_read_seq = case when c.driver_id = $2::uuid then greatest(c.driver_read_seq, old.wanted) else c.driver_read_seq end
    from old where c.id = old.id
    returning c.buyer_id, c.driver_id, c.last_seq, greatest(old.read_seq, old.wanted), old.wanted > old.read_seq)"};

const db::Query kMarkDelivered{"chat.mark_delivered", R"(
    with old as (
        select id, least($3::bigint, last_seq) as wanted,
            case when buyer_id = $2::uuid then greatest(buyer_delivered_seq, buyer_read_seq)
                else greatest(driver_delivered_seq, driver_read_seq) end as delivered
        from conversations where id = $1::uuid and $2::uuid in (buyer_id, driver_id) for no key update
    )
    update conversations c set
        buyer_delivered_seq = case when c.buyer_id = $2::uuid then greatest(old.delivered, old.wanted) else c.buyer_delivered_seq end,
        driver_delivered_seq =
            case when c.driver_id = $2::uuid then greatest(old.delivered, old.wanted) else c.driver_delivered_seq end
    from old where c.id = old.id
    returning c.buyer_id, c.driver_id, c.last_seq, greatest(old.delivered, old.wanted), old.wanted > old.delivered)"};

const db::Query kOpenContacts{
    "chat.open_contacts",
    "update conversations set contacts_open_at = $2 where id = $1 and contacts_open_at is null returning buyer_id, driver_id"};
const db::Query kAppendSystem{"chat.append_system", R"(
    with moved as (
        update conversations set last_seq = last_seq + 1, last_message_at = $4::timestamptz
        where id = $1::uuid and not exists (select from messages where id = $2::uuid)
        returning id, last_seq, buyer_id, driver_id
    ), stored as (
        insert into messages (id, conversation_id, seq, body, redacted_body, flags, created_at)
        select $2::uuid, id, last_seq, '', '', $3::json, $4::timestamptz from moved
    )
    select last_seq, buyer_id, driver_id from moved)"};

// {0190…,0190…}
std::vector<MediaId> mediaIds(std::string_view array)
{
    std::vector<MediaId> ids;
    for (size_t at = 1; at + 36 <= array.size(); at += 37) {
        if (const auto id = MediaId::fromText(QByteArrayView(array.data() + at, 36)))
            ids.push_back(*id);
    }
    return ids;
}

MessageRow messageAt(const db::Rows &rows, int row, int column)
{
    MessageRow message;
    message.id = rows.id<MessageId>(row, column);
    message.conversationId = rows.id<ConversationId>(row, column + 1);
    message.seq = rows.int64(row, column + 2);
    message.senderId = rows.optionalId<UserId>(row, column + 3);
    if (!rows.isNull(row, column + 4))
        message.clientId = rows.uuid(row, column + 4);
    message.body = rows.bytes(row, column + 5);
    message.redactedBody = rows.bytes(row, column + 6);
    message.masked = rows.boolean(row, column + 7);
    message.flags = rows.bytes(row, column + 8);
    message.attachments = mediaIds(rows.view(row, column + 9));
    if (!rows.isNull(row, column + 10))
        message.replyTo = rows.int64(row, column + 10);
    message.editedAt = rows.optionalTimestamp(row, column + 11);
    message.deletedAt = rows.optionalTimestamp(row, column + 12);
    message.createdAt = rows.timestamp(row, column + 13);
    message.hidden = mediaIds(rows.view(row, column + 14));
    return message;
}

ConversationRow conversationAt(const db::Rows &rows, int row)
{
    ConversationRow c;
    int column = 0;
    c.id = rows.id<ConversationId>(row, column++);
    c.listingId = rows.id<ListingId>(row, column++);
    c.sides.buyer = rows.id<UserId>(row, column++);
    c.sides.driver = rows.id<UserId>(row, column++);
    c.lastSeq = rows.int64(row, column++);
    c.readSeq = rows.int64(row, column++);
    c.peerReadSeq = rows.int64(row, column++);
    c.peerDeliveredSeq = rows.int64(row, column++);
    c.contactsOpen = rows.boolean(row, column++);
    c.createdAt = rows.timestamp(row, column++);
    c.lastMessageAt = rows.timestamp(row, column++);
    c.listingCard = rows.bytes(row, column++);
    c.peerCard = rows.bytes(row, column++);
    c.mutedUntil = rows.optionalTimestamp(row, column++);
    if (!rows.isNull(row, column))
        c.muteDecision = rows.uuid(row, column);
    ++column;
    c.blockedByMe = rows.boolean(row, column++);
    c.closed = rows.boolean(row, column++);
    c.draft = rows.bytes(row, column++);
    if (!rows.isNull(row, column))
        c.lastMessage = messageAt(rows, row, column);
    return c;
}

db::Params whyNotParams(const NewMessage &message)
{
    const MessageRow &row = message.row;
    return db::Params::of(row.conversationId, *row.senderId, *row.clientId, row.createdAt, message.contextSeq,
                          message.contextSince);
}

Result<ChatStore::MessagePage> pageOf(const db::Rows &rows)
{
    if (rows.empty())
        return ErrorCode::NotFound;
    ChatStore::MessagePage page;
    page.contactsOpen = rows.boolean(0, 0);
    for (int row = 0; row < rows.count(); ++row) {
        if (!rows.isNull(row, 1))
            page.messages.push_back(messageAt(rows, row, 1));
    }
    return page;
}

Result<ReadAnswer> markedAnswer(const db::Rows &rows)
{
    if (rows.empty())
        return ErrorCode::NotFound;
    return ReadAnswer{{rows.id<UserId>(0, 0), rows.id<UserId>(0, 1)}, rows.int64(0, 2), rows.int64(0, 3), rows.boolean(0, 4)};
}

SendAnswer refusedAnswer(const db::Rows &rows)
{
    SendAnswer answer;
    if (rows.empty())
        return answer;
    answer.kind = SendAnswer::Kind(rows.int32(0, 0));
    answer.seq = rows.int64(0, 1);
    answer.contactsOpen = rows.boolean(0, 2);
    switch (answer.kind) {
    case SendAnswer::Kind::Repeated: answer.repeated = messageAt(rows, 0, 5); break;
    case SendAnswer::Kind::Muted: answer.mutedUntil = rows.timestamp(0, 3); break;
    case SendAnswer::Kind::ContextStale:
        for (int row = 0; row < rows.count(); ++row) {
            if (!rows.isNull(row, 4))
                answer.context.push_back(
                    {rows.int64(row, 1), rows.text(row, 4), rows.optionalTimestamp(row, 3).value_or(Timestamp{})});
        }
        break;
    default: break;
    }
    return answer;
}
} // namespace

void writeMessage(api::JsonWriter &out, const MessageRow &message, Sight sight)
{
    out.beginObject();
    out.field("id", message.id).field("conversation_id", message.conversationId).field("seq", message.seq);
    out.field("sender_id", message.senderId).field("client_id", message.clientId);
    const bool gone = message.deletedAt && sight != Sight::Written;
    out.field("body", gone ? QByteArray("") : sight == Sight::Masked ? message.redactedBody : message.body);
    out.field("masked", !gone && sight == Sight::Masked && message.masked);
    out.key("flags").raw(message.flags);
    out.key("attachments").beginArray();
    for (const MediaId &media : gone ? std::vector<MediaId>() : message.attachments) {
        if (sight != Sight::Masked || std::find(message.hidden.begin(), message.hidden.end(), media) == message.hidden.end())
            out.value(media);
    }
    out.endArray().field("hidden_attachments", gone || sight != Sight::Masked ? qint64(0) : qint64(message.hidden.size()));
    out.field("reply_to", message.replyTo).field("edited_at", message.editedAt).field("deleted_at", message.deletedAt);
    out.field("created_at", message.createdAt);
    out.endObject();
}

QByteArray messageJson(const MessageRow &message, Sight sight)
{
    api::JsonWriter out(size_t(message.body.size()) + 512);
    writeMessage(out, message, sight);
    return out.take();
}

QByteArray ConversationRow::toJson(qint64 editWindowMs) const
{
    api::JsonWriter out(2048);
    out.beginObject();
    out.field("id", id).field("listing_id", listingId).field("buyer_id", sides.buyer).field("driver_id", sides.driver);
    out.field("last_seq", lastSeq).field("read_seq", readSeq).field("peer_read_seq", peerReadSeq);
    out.field("peer_delivered_seq", peerDeliveredSeq).field("blocked_by_me", blockedByMe).field("closed", closed);
    out.field("unread", lastSeq - readSeq).field("contacts_open", contactsOpen).field("muted_until", mutedUntil);
    out.field("mute_decision_id", muteDecision);
    out.field("edit_window_seconds", editWindowMs / kSecondMs);
    out.field("created_at", createdAt).field("last_message_at", lastMessageAt);
    out.key("listing").raw(listingCard);
    out.key("peer").raw(peerCard);
    out.key("draft").raw(draft.isEmpty() ? QByteArrayLiteral("null") : draft);
    out.key("last_message");
    if (lastMessage)
        writeMessage(out, *lastMessage, sightOf(contactsOpen));
    else
        out.null();
    out.endObject();
    return out.take();
}

QCoro::Task<Result<ChatStore::ListingState>> ChatStore::listingState(db::Transaction tx, ListingId listing, UserId buyer)
{
    const auto rows = co_await tx.run(kListingState, listing, buyer);
    if (!rows)
        co_return rows.error();
    if (rows->empty())
        co_return ErrorCode::NotFound;
    co_return ListingState{rows->id<UserId>(0, 0), rows->boolean(0, 1), rows->optionalId<ConversationId>(0, 2),
                           rows->boolean(0, 4), rows->boolean(0, 3)};
}

QCoro::Task<Result<bool>> ChatStore::create(db::Transaction tx, ConversationId id, ListingId listing, Sides sides, Timestamp now)
{
    const auto rows = co_await tx.run(kCreate, id, listing, sides.buyer, sides.driver, now);
    if (!rows)
        co_return rows.error();
    co_return rows->affected() == 1;
}

QCoro::Task<Result<ConversationId>> ChatStore::find(db::Transaction tx, ListingId listing, UserId buyer)
{
    const auto rows = co_await tx.run(kFind, listing, buyer);
    if (!rows)
        co_return rows.error();
    if (rows->empty())
        co_return ErrorCode::NotFound;
    co_return rows->id<ConversationId>(0, 0);
}

QCoro::Task<Result<ConversationRow>> ChatStore::conversation(CallContextPtr context, ConversationId id, UserId reader)
{
    const auto rows = co_await m_database.read(context, kConversation, reader, context->startedAt, id);
    if (!rows)
        co_return rows.error();
    if (rows->empty())
        co_return ErrorCode::NotFound;
    co_return conversationAt(*rows, 0);
}

QCoro::Task<Result<std::vector<ConversationRow>>> ChatStore::conversations(CallContextPtr context, UserId reader,
                                                                           std::optional<std::pair<Timestamp, Uuid>> before,
                                                                           int limit)
{
    db::Params params;
    params.add(reader).add(context->startedAt);
    if (before)
        params.add(before->first).add(before->second);
    else
        params.add("infinity").add(Uuid{});
    params.add(limit);
    const auto rows = co_await m_database.queryParams(context, kConversations, params);
    if (!rows)
        co_return rows.error();
    std::vector<ConversationRow> list;
    list.reserve(size_t(rows->count()));
    for (int row = 0; row < rows->count(); ++row)
        list.push_back(conversationAt(*rows, row));
    co_return list;
}

QCoro::Task<Result<Sides>> ChatStore::sides(CallContextPtr context, ConversationId id)
{
    const auto rows = co_await m_database.read(context, kSides, id);
    if (!rows)
        co_return rows.error();
    if (rows->empty())
        co_return ErrorCode::NotFound;
    co_return Sides{rows->id<UserId>(0, 0), rows->id<UserId>(0, 1)};
}

QCoro::Task<Result<ChatStore::MessagePage>> ChatStore::messages(CallContextPtr context, ConversationId id,
                                                                std::optional<UserId> reader, std::optional<qint64> before,
                                                                std::optional<qint64> after, int limit)
{
    const db::Query &query = after ? kMessagesAfter : kMessagesBefore;
    const qint64 border = after ? *after : before.value_or(std::numeric_limits<qint64>::max());
    const auto rows = co_await m_database.query(context, query, id, reader, border, limit);
    if (!rows)
        co_return rows.error();
    co_return pageOf(*rows);
}

QCoro::Task<Result<ChatStore::MessagePage>> ChatStore::messagesWith(CallContextPtr context, ConversationId id,
                                                                    std::optional<UserId> reader, QByteArray words, bool written,
                                                                    std::optional<qint64> before, int limit)
{
    const qint64 border = before.value_or(std::numeric_limits<qint64>::max());
    const auto rows = co_await m_database.query(context, kMessagesWith, id, reader, border, limit, words, written);
    CARGO_CO_TRY(rows);
    co_return pageOf(*rows);
}

QCoro::Task<Result<SendAnswer>> ChatStore::send(CallContextPtr context, NewMessage message)
{
    const db::GroupKey group{message.row.conversationId.uuid, message.row.senderId->uuid};
    const auto rows = co_await m_database.writeGrouped(context, kSend, sendParams(message, context.get()), group);
    if (!rows && jobs::keyUsed(rows.error()))
        co_return ErrorCode::IdempotencyReplay;
    CARGO_CO_TRY(rows);
    if (!rows->empty())
        co_return storedAnswer(*rows);
    const auto reason = co_await m_database.readParams(context, kWhyNotSent, whyNotParams(message));
    CARGO_CO_TRY(reason);
    co_return refusedAnswer(*reason);
}

QCoro::Task<Result<SendAnswer>> ChatStore::send(db::Transaction tx, NewMessage message)
{
    const auto rows = co_await tx.runParams(kSend, sendParams(message, nullptr));
    CARGO_CO_TRY(rows);
    if (!rows->empty())
        co_return storedAnswer(*rows);
    const auto reason = co_await tx.runParams(kWhyNotSent, whyNotParams(message));
    CARGO_CO_TRY(reason);
    co_return refusedAnswer(*reason);
}

QCoro::Task<Outcome> ChatStore::lock(db::Transaction tx, ConversationId id)
{
    const auto rows = co_await tx.run(kLock, id);
    if (!rows)
        co_return rows.error();
    co_return ok();
}

QCoro::Task<Result<ChatStore::SentBefore>> ChatStore::sentBefore(CallContextPtr context, ConversationId id, UserId sender,
                                                                 Uuid clientId)
{
    const auto rows = co_await m_database.read(context, kSentBefore, id, sender, clientId);
    if (!rows)
        co_return rows.error();
    if (rows->empty())
        co_return ErrorCode::NotFound;
    co_return SentBefore{messageAt(*rows, 0, 0), rows->boolean(0, 15)};
}

QCoro::Task<Result<std::vector<MediaId>>> ChatStore::contactsAmong(CallContextPtr context, UserId owner,
                                                                   std::vector<MediaId> media)
{
    const auto rows = co_await m_database.read(context, kOwnedMedia, media, owner);
    CARGO_CO_TRY(rows);
    if (rows->count() != int(media.size()))
        co_return ErrorCode::NotFound;
    std::vector<MediaId> contacts;
    for (int row = 0; row < rows->count(); ++row) {
        if (rows->boolean(row, 1))
            contacts.push_back(rows->id<MediaId>(row, 0));
    }
    co_return contacts;
}

QCoro::Task<Result<ChatStore::Changeable>> ChatStore::forChange(db::Transaction tx, MessageId id, UserId reader, Timestamp now)
{
    CARGO_CO_TRY(co_await tx.run(kLockOfMessage, id, reader));
    const auto rows = co_await tx.run(kForChange, id, reader, now);
    CARGO_CO_TRY(rows);
    if (rows->empty())
        co_return ErrorCode::NotFound;
    Changeable found;
    found.message = messageAt(*rows, 0, 0);
    found.sides = {rows->id<UserId>(0, 15), rows->id<UserId>(0, 16)};
    found.contactsOpen = rows->boolean(0, 17);
    found.closed = rows->boolean(0, 18);
    found.mutedUntil = rows->optionalTimestamp(0, 19);
    co_return found;
}

QCoro::Task<Result<std::vector<ContextMessage>>> ChatStore::saidAround(db::Transaction tx, MessageRow message, Timestamp since)
{
    const auto rows = co_await tx.run(kSaidAround, message.conversationId, message.senderId, message.seq, since);
    CARGO_CO_TRY(rows);
    std::vector<ContextMessage> said;
    for (int row = 0; row < rows->count(); ++row)
        said.push_back({rows->int64(row, 0), rows->text(row, 1)});
    co_return said;
}

QCoro::Task<Outcome> ChatStore::rewrite(db::Transaction tx, MessageRow message, int contactAttempts)
{
    CARGO_CO_TRY(co_await tx.run(kRewrite, message.id, message.body, message.redactedBody, message.masked, message.flags,
                                 contactAttempts, message.editedAt));
    co_return ok();
}

QCoro::Task<Outcome> ChatStore::remove(db::Transaction tx, MessageId id, Timestamp now)
{
    CARGO_CO_TRY(co_await tx.run(kRemove, id, now));
    co_return ok();
}

QCoro::Task<Result<bool>> ChatStore::unmask(db::Transaction tx, MessageId id)
{
    const auto rows = co_await tx.run(kUnmask, id);
    CARGO_CO_TRY(rows);
    co_return rows->affected() == 1;
}

QCoro::Task<Result<std::optional<ChatStore::Changeable>>> ChatStore::hidePhoto(db::Transaction tx, MessageId id, MediaId photo,
                                                                               int attempts, QByteArray kind)
{
    const auto sender = co_await tx.run(kSenderOf, id);
    CARGO_CO_TRY(sender);
    std::optional<Changeable> found;
    if (sender->empty())
        co_return found;
    const UserId author = sender->id<UserId>(0, 0);
    CARGO_CO_TRY(co_await tx.run(kLockOfMessage, id, author));
    const auto hidden = co_await tx.run(kHidePhoto, id, photo, attempts, kind);
    CARGO_CO_TRY(hidden);
    if (hidden->affected() == 0)
        co_return found;
    const auto now = co_await forChange(tx, id, author, tx.context()->startedAt);
    CARGO_CO_TRY(now);
    found = *now;
    co_return found;
}

QCoro::Task<Result<int>> ChatStore::attemptsSince(db::Transaction tx, ConversationId id, UserId sender, Timestamp since)
{
    const auto rows = co_await tx.run(kAttempts, id, sender, since);
    if (!rows)
        co_return rows.error();
    co_return rows->int32(0, 0);
}

QCoro::Task<Outcome> ChatStore::mute(db::Transaction tx, Mute mute, Timestamp now)
{
    CARGO_CO_TRY(co_await tx.run(kMute, mute.conversation, mute.user, mute.until, mute.attempts, mute.decision, now));
    co_return ok();
}

QCoro::Task<Result<ReadAnswer>> ChatStore::markRead(CallContextPtr context, ConversationId id, UserId reader, qint64 seq)
{
    const auto rows = co_await m_database.write(context, kMarkRead, id, reader, seq);
    CARGO_CO_TRY(rows);
    co_return markedAnswer(*rows);
}

QCoro::Task<Result<ReadAnswer>> ChatStore::markDelivered(CallContextPtr context, ConversationId id, UserId reader, qint64 seq)
{
    const auto rows = co_await m_database.write(context, kMarkDelivered, id, reader, seq);
    CARGO_CO_TRY(rows);
    co_return markedAnswer(*rows);
}

QCoro::Task<Result<std::optional<Sides>>> ChatStore::openContacts(db::Transaction tx, ConversationId id, Timestamp now)
{
    const auto rows = co_await tx.run(kOpenContacts, id, now);
    if (!rows)
        co_return rows.error();
    if (rows->empty())
        co_return std::optional<Sides>();
    co_return std::optional<Sides>(Sides{rows->id<UserId>(0, 0), rows->id<UserId>(0, 1)});
}

QCoro::Task<Result<std::optional<ChatStore::SystemLine>>> ChatStore::appendSystem(db::Transaction tx, ConversationId id,
                                                                                  MessageId message, QByteArray flags,
                                                                                  Timestamp now)
{
    const auto rows = co_await tx.run(kAppendSystem, id, message, flags, now);
    if (!rows)
        co_return rows.error();
    if (rows->empty())
        co_return std::optional<SystemLine>();
    co_return std::optional<SystemLine>(SystemLine{rows->int64(0, 0), {rows->id<UserId>(0, 1), rows->id<UserId>(0, 2)}});
}

QCoro::Task<Outcome> ChatStore::endMute(db::Transaction tx, UserId user, Timestamp now)
{
    CARGO_CO_TRY(co_await tx.run(kEndMute, user, now));
    co_return ok();
}

QCoro::Task<Outcome> ChatStore::endMuteIn(db::Transaction tx, ConversationId id, UserId user, Timestamp now)
{
    CARGO_CO_TRY(co_await tx.run(kEndMuteIn, id, user, now));
    co_return ok();
}

QCoro::Task<Outcome> ChatStore::endMuteOf(db::Transaction tx, Uuid decision, Timestamp now)
{
    CARGO_CO_TRY(co_await tx.run(kEndMuteOf, decision, now));
    co_return ok();
}

QCoro::Task<Result<ChatStore::Writer>> ChatStore::writerOf(db::Transaction tx, UserId user)
{
    const auto rows = co_await tx.run(kWriterOf, user);
    CARGO_CO_TRY(rows);
    if (rows->empty())
        co_return ErrorCode::NotFound;
    co_return Writer{rows->bytes(0, 0), rows->view(0, 1) == "en" ? Locale::En : Locale::Ru};
}

QCoro::Task<Outcome> ChatStore::muteEverywhere(db::Transaction tx, UserId user, Timestamp until, QString reason, UserId by,
                                               std::optional<Uuid> decision, Timestamp now)
{
    CARGO_CO_TRY(co_await tx.run(kMuteEverywhere, user, until, reason, by, decision, now));
    co_return ok();
}

} // namespace cargo::chat
