#include "server/chat/conversation_desk.h"

#include "server/audit/audit.h"
#include "server/desk/decisions.h"
#include "server/desk/desk.h"
#include "server/desk/reason_codes.h"
#include "server/jobs/idempotency.h"
#include "server/jobs/outbox.h"
#include "shared/api/contact_spans.h"

namespace cargo::chat {

namespace {
const db::Query kLook{
    "chat.desk_look",
    "select json_build_object('id', c.id, 'listing', json_build_object('id', l.id, 'title', l.brand || ' ' || l.model || ' ' || "
    "l.year), 'buyer', b.card, 'driver', d.card, 'contacts_open', c.contacts_open_at is not null, 'mutes', (select "
    "coalesce(json_agg(json_build_object('user_id', m.user_id, 'until', "
    "rfc3339(m.until_at)"
    ", 'attempts', m.attempts)), '[]') from mutes m where m.conversation_id = c.id)) from conversations c join listings l on "
    "l.id = c.listing_id join users b on b.id = c.buyer_id "
    "join users d on d.id = c.driver_id where c.id = $1"};
const db::Query kMessages{"chat.desk_messages", R"(
    select id, seq, sender_id, body, redacted_body, masked, flags, created_at, edited_at, deleted_at from
        (select * from messages where conversation_id = $1 order by seq desc limit 200) m order by seq)"};
const db::Query kSides{"chat.desk_sides", "select buyer_id, driver_id from conversations where id = $1"};
const db::Query kEndMutes{"chat.desk_end_mutes", "update mutes set until_at = $2 where conversation_id = $1 and until_at > $2"};
const db::Query kLocale{"chat.desk_locale", "select locale from users where id = $1"};

void write(api::JsonWriter &out, const db::Rows &messages, int row)
{
    const QString body = messages.text(row, 3);
    out.beginObject().field("id", messages.uuid(row, 0)).field("seq", messages.int64(row, 1));
    out.field("sender_id", messages.optionalId<UserId>(row, 2))
        .field("body", body)
        .field("redacted_body", messages.text(row, 4))
        .field("masked", messages.boolean(row, 5));
    out.key("spans").raw(api::contactSpans(body, contact_filter::Place::Chat)).key("flags").raw(messages.bytes(row, 6));
    out.field("created_at", messages.timestamp(row, 7)).field("edited_at", messages.optionalTimestamp(row, 8));
    out.field("deleted_at", messages.optionalTimestamp(row, 9)).endObject();
}
} // namespace

QCoro::Task<Result<QByteArray>> ConversationDesk::look(CallContextPtr context, ConversationId id, QString reason)
{
    const UserId me = context->principal->user;
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto rows = co_await tx->run(kLook, id);
    CARGO_CO_TRY(rows);
    if (rows->empty())
        co_return ErrorCode::NotFound;
    const auto messages = co_await tx->run(kMessages, id);
    CARGO_CO_TRY(messages);
    api::JsonWriter details;
    details.beginObject().field("reason", reason).endObject();
    audit::AuditEvent event{id.uuid, "conversation.viewed", me, details.take()};
    CARGO_CO_TRY(co_await audit::append(*tx, event));
    CARGO_CO_TRY(co_await tx->commit());
    api::JsonWriter out(4096);
    out.beginArray();
    for (int row = 0; row < messages->count(); ++row)
        write(out, *messages, row);
    out.endArray();
    QByteArray json = rows->bytes(0, 0);
    json.chop(1);
    json += ",\"messages\":" + out.take() + '}';
    co_return json;
}

QCoro::Task<Result<Answer>> ConversationDesk::decide(CallContextPtr context, ConversationId id,
                                                     api::ConversationDecisionDto decision)
{
    const UserId me = context->principal->user;
    const Timestamp now = m_runtime.clock.now();
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto sides = co_await tx->run(kSides, id);
    CARGO_CO_TRY(sides);
    if (sides->empty())
        co_return ErrorCode::NotFound;
    const auto waiting = co_await desk::lock(*tx, "conversations", id.uuid);
    if (!waiting)
        co_return waiting.code() == ErrorCode::NotFound ? Error{ErrorCode::StateConflict, {}, QStringLiteral("decided")}
                                                        : waiting.error();
    CARGO_CO_TRY(co_await desk::settle(*tx, "conversations", id.uuid, me, now));
    const auto isSide = [&](UserId user) { return sides->id<UserId>(0, 0) == user || sides->id<UserId>(0, 1) == user; };
    if (decision.user && !isSide(*decision.user))
        co_return Error{ErrorCode::UnknownValue, QStringLiteral("user_id"), {}};
    CARGO_CO_TRY(co_await carryOut(*tx, id, decision));
    api::JsonWriter details;
    details.beginObject().field("decision", decision.decision).field("user_id", decision.user);
    details.field("reason_code", decision.order.reasonCode).field("note", decision.note).endObject();
    audit::AuditEvent event{id.uuid, "conversation.decided", me, details.take()};
    CARGO_CO_TRY(co_await audit::append(*tx, event));
    api::JsonWriter out;
    out.beginObject().field("id", id).field("decision", decision.decision).endObject();
    Answer answer{200, out.take()};
    CARGO_CO_TRY(co_await jobs::remember(*tx, answer.status, answer.body));
    CARGO_CO_TRY(co_await tx->commit());
    co_return answer;
}

QCoro::Task<Outcome> ConversationDesk::carryOut(db::Transaction tx, ConversationId id, api::ConversationDecisionDto decision)
{
    if (decision.decision == QLatin1String("mute"))
        co_return co_await m_mutes.impose(tx, *decision.user, decision.order);
    if (decision.decision == QLatin1String("ban"))
        co_return co_await m_accounts.impose(tx, *decision.user, decision.order);
    if (decision.decision == QLatin1String("warn"))
        co_return co_await warn(tx, id, decision);
    // The filter was wrong: what it did here ends.
    CARGO_CO_TRY(co_await tx.run(kEndMutes, id, m_runtime.clock.now()));
    co_return ok();
}

QCoro::Task<Outcome> ConversationDesk::warn(db::Transaction tx, ConversationId id, api::ConversationDecisionDto decision)
{
    const Timestamp now = m_runtime.clock.now();
    const desk::ReasonCode *reason = desk::findReason("conversations", decision.order.reasonCode.toLatin1());
    if (!reason)
        co_return Error{ErrorCode::UnknownValue, QStringLiteral("reason_code"), {}};
    const auto rows = co_await tx.run(kLocale, *decision.user);
    CARGO_CO_TRY(rows);
    const Locale locale = rows->view(0, 0) == "en" ? Locale::En : Locale::Ru;
    const QString text = decision.order.text.isEmpty() ? desk::reasonText(*reason, locale) : decision.order.text;
    desk::NewDecision told{*decision.user,
                           "conversation",
                           id.uuid,
                           "warn",
                           reason->code,
                           reason->rule,
                           text,
                           tx.context()->principal->user,
                           now,
                           now.plusMs(m_runtime.settings.appealWindowMs)};
    const auto recorded = co_await desk::record(tx, told);
    CARGO_CO_TRY(recorded);
    api::JsonWriter data;
    data.beginObject().field("conversation_id", id).field("reason_code", reason->code).field("text", text);
    data.field("decision_id", *recorded).endObject();
    const QByteArray key = "chat_warned:" + recorded->toText();
    co_return co_await jobs::notifyUser(tx, *decision.user, "chat_warned", data.take(), key);
}

} // namespace cargo::chat
