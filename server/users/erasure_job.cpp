#include "server/users/erasure_job.h"

#include "server/jobs/scheduler.h"
#include "shared/domain/contact_filter/contact_filter.h"

namespace cargo::users {

namespace {

// $1 is the user in all of them. Each is harmless when it runs again.
const db::Query kSessions{"erasure.sessions", "update sessions set user_agent = '', address = '' where user_id = $1"};
const db::Query kCodes{"erasure.codes", "delete from one_time_codes where user_id = $1"};
const db::Query kNotifications{"erasure.notifications", "delete from notifications where user_id = $1"};
const db::Query kEvents{"erasure.events", "delete from user_events where user_id = $1"};
const db::Query kAnswers{"erasure.answers", "delete from idempotency_keys where owner = $1::uuid::text"};
const db::Query kMute{"erasure.mute", "delete from user_mutes where user_id = $1"};
// The other side keeps what it has seen; only staff could see more than that.
const db::Query kMessages{"erasure.messages", R"(
    update messages m set body = case when deleted_at is null then m.redacted_body else '—' end,
        redacted_body = case when deleted_at is null then m.redacted_body else '—' end from conversations c
    where c.id = m.conversation_id and $1::uuid in (c.buyer_id, c.driver_id) and m.sender_id = $1::uuid
      and (m.body <> m.redacted_body or deleted_at is not null))"};
const db::Query kVersions{"erasure.versions", R"(
    update message_versions v set body = '—', redacted_body = '—' from messages m
    where m.id = v.message_id and m.sender_id = $1::uuid and v.body <> '—')"};
const db::Query kDrafts{"erasure.drafts", "delete from message_drafts where user_id = $1"};
const db::Query kReplies{"erasure.quick_replies", "delete from quick_replies where user_id = $1"};
const db::Query kBlocks{"erasure.blocks", "delete from blocks where user_id = $1"};
// A dispute's ticket is the other side's too, and keeps what that side saw; a question was between him and support.
const db::Query kTickets{"erasure.tickets", R"(
    update ticket_messages m set body = case t.kind when 'dispute' then m.redacted_body else '—' end,
        redacted_body = case t.kind when 'dispute' then m.redacted_body else '—' end
    from tickets t where t.id = m.ticket_id and m.author_id = $1)"};
// A dispute is the other side's too: it stays as that side reads it.
const db::Query kDisputes{"erasure.disputes", "select id, text from disputes where opened_by = $1 and text <> ''"};
const db::Query kEvidence{"erasure.evidence", "select id, text from dispute_evidence where author_id = $1 and text <> ''"};
const db::Query kRewriteDispute{"erasure.rewrite_dispute", "update disputes set text = $2 where id = $1 and text <> $2"};
const db::Query kRewriteEvidence{"erasure.rewrite_evidence",
                                 "update dispute_evidence set text = $2 where id = $1 and text <> $2"};
const db::Query kReports{"erasure.reports", "update reports set text = '' where reporter_id = $1 and text <> ''"};
// What he wrote as a subject, and notes of finance stand in the queues' lines about him.
const db::Query kDesk{"erasure.desk", "update desk_items set title = '—', detail = '' where user_id = $1 and title <> '—'"};
const db::Query kAppeals{"erasure.appeals", R"(
    update appeals a set text = '—', answer = case when answer is not null then '—' end from user_decisions d
    where d.id = a.decision_id and d.user_id = $1)"};
const db::Query kRequests{"erasure.requests", "update erasure_requests set reason = '' where user_id = $1 and reason <> ''"};
const db::Query kDecisions{"erasure.decisions", "update user_decisions set text = '—' where user_id = $1"};
const db::Query kNotes{"erasure.notes",
                       "update staff_notes set text = '—' where subject_kind = 'user' and subject_id = $1 and text <> '—'"};
// Every deal has ended: nobody needs the way to his door any more.
const db::Query kPlaces{
    "erasure.places",
    "update deals set delivery_place = '—', version = version + 1 where buyer_id = $1 and delivery_place <> '—'"};

// Their hash on a page in a drawer can be proven no longer: the name on it goes before the proof.
const db::Query kActs{"erasure.acts", R"(
    delete from deal_acts a using deals d where d.id = a.deal_id and $1::uuid in (d.buyer_id, d.driver_id))"};

// His card as it stands in events and stored answers of those who dealt with him, with the name of the pseudonym: what
// follows the id and the role in users.card. And the place of delivery where he is the buyer.
#define CARGO_TEXT "\"(\\\\.|[^\"\\\\])*\""
#define CARGO_RENAMED(column)                                                                                                    \
    "regexp_replace(regexp_replace(" column                                                                                      \
    "::text, '(\"id\":\"' || u.id || '\",\"role\":\"[a-z]+\",\"display_name\":)" CARGO_TEXT                                      \
    "', '\\1' || to_json(u.display_name)::text, 'g'), '(\"buyer_id\":\"' || u.id || '\".*?\"delivery_place\":)" CARGO_TEXT       \
    "', '\\1\"—\"', 'g')"
#define CARGO_PARTNERS                                                                                                           \
    "(select driver_id from conversations where buyer_id = $1::uuid union select buyer_id from conversations "                   \
    "where driver_id = $1::uuid)"
const db::Query kEventsOfOthers{"erasure.events_of_others",
                                "update user_events e set frame = (" CARGO_RENAMED(
                                    "e.frame") ")::json from users u where u.id = $1::uuid and e.user_id in " CARGO_PARTNERS
                                               " and strpos(e.frame::text, u.id::text) > 0"};
const db::Query kAnswersOfOthers{
    "erasure.answers_of_others",
    "update idempotency_keys k set answer = " CARGO_RENAMED(
        "k.answer") " from users u where u.id = $1::uuid and k.owner in (select p::text from " CARGO_PARTNERS
                    " as p (p)) and strpos(k.answer, u.id::text) > 0"};
// One at a time: each writes in what others received from him, and two that trade would wait for each other.
const db::Query kOneAtATime{"erasure.one_at_a_time", "select pg_advisory_xact_lock(7204418820433)"};
// Frames that the relay has not stored yet would bring the name back.
const db::Query kFramesUnderWay{"erasure.frames_under_way", R"(
    select from outbox where topic = 'ws' and parked_at is null and strpos(payload::text, $1::uuid::text) > 0 limit 1)"};
#undef CARGO_PARTNERS
#undef CARGO_RENAMED
#undef CARGO_TEXT

constexpr char kTimer[] = "user.erase";
constexpr qint64 kDelayMs = kMinuteMs; // the relay is done by then; until then his name is in no answer any more

QCoro::Task<Outcome> leaveAsRead(db::Transaction tx, const db::Query *find, const db::Query *rewrite, UserId user)
{
    const auto rows = co_await tx.run(*find, user);
    CARGO_CO_TRY(rows);
    for (int row = 0; row < rows->count(); ++row) {
        const QString read = contact_filter::withoutContacts(rows->text(row, 1), contact_filter::Place::Dispute);
        CARGO_CO_TRY(co_await tx.run(*rewrite, rows->uuid(row, 0), read));
    }
    co_return ok();
}

} // namespace

void ErasureJob::registerJobs(jobs::Registry &registry)
{
    registry.onEvent("user.closed", "users.erase",
                     [this](CallContextPtr context, jobs::StoredEvent closed) { return plan(context, closed); });
    registry.onTimer(kTimer, [this](CallContextPtr context, Uuid user, Timestamp) { return erase(context, UserId{user}); });
}

QCoro::Task<Outcome> ErasureJob::plan(CallContextPtr context, jobs::StoredEvent closed)
{
    const auto user = UserId::fromText(QByteArrayView(closed.event.key));
    if (!user)
        co_return ok();
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    CARGO_CO_TRY(co_await jobs::setTimer(*tx, kTimer, user->uuid, m_runtime.clock.now().plusMs(kDelayMs)));
    co_return co_await tx->commit();
}

QCoro::Task<Outcome> ErasureJob::erase(CallContextPtr context, UserId user)
{
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    CARGO_CO_TRY(co_await tx->run(kOneAtATime));
    const auto underWay = co_await tx->run(kFramesUnderWay, user);
    CARGO_CO_TRY(underWay);
    if (!underWay->empty()) {
        CARGO_CO_TRY(co_await jobs::setTimer(*tx, kTimer, user.uuid, m_runtime.clock.now().plusMs(kDelayMs)));
        co_return co_await tx->commit();
    }
    const db::Query *const all[] = {
        &kEventsOfOthers, &kAnswersOfOthers, &kSessions, &kCodes,  &kNotifications, &kEvents, &kAnswers, &kMute,
        &kMessages,       &kTickets,         &kPlaces,   &kActs,   &kReports,       &kDesk,   &kAppeals, &kDecisions,
        &kRequests,       &kNotes,           &kVersions, &kDrafts, &kReplies,       &kBlocks};
    for (const db::Query *const query : all)
        CARGO_CO_TRY(co_await tx->run(*query, user));
    CARGO_CO_TRY(co_await leaveAsRead(*tx, &kDisputes, &kRewriteDispute, user));
    CARGO_CO_TRY(co_await leaveAsRead(*tx, &kEvidence, &kRewriteEvidence, user));
    co_return co_await tx->commit();
}

} // namespace cargo::users
