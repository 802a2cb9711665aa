#include "server/chat/mute_service.h"

#include "server/audit/audit.h"
#include "server/desk/decisions.h"
#include "server/desk/reason_codes.h"
#include "server/jobs/idempotency.h"
#include "server/jobs/outbox.h"
#include "shared/domain/account/role.h"

namespace cargo::chat {

namespace {
constexpr qint64 kLongestMs = 366 * kDayMs;
} // namespace

QCoro::Task<Result<Answer>> MuteService::mute(CallContextPtr context, UserId user, api::SanctionDto order)
{
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    CARGO_CO_TRY(co_await impose(*tx, user, order));
    const auto shown = *order.until > m_runtime.clock.now() ? order.until : std::nullopt;
    api::JsonWriter out(128);
    out.beginObject().field("id", user).field("muted_until", shown).endObject();
    Answer answer{200, out.take()};
    CARGO_CO_TRY(co_await jobs::remember(*tx, answer.status, answer.body));
    CARGO_CO_TRY(co_await tx->commit());
    co_return answer;
}

QCoro::Task<Outcome> MuteService::impose(db::Transaction tx, UserId user, api::SanctionDto order)
{
    const UserId moderator = tx.context()->principal->user;
    const Timestamp now = m_runtime.clock.now();
    const Timestamp until = *order.until;
    if (until > now.plusMs(kLongestMs))
        co_return Error{ErrorCode::OutOfRange, QStringLiteral("until"), QStringLiteral("at most a year")};
    const desk::ReasonCode *reason = desk::findReason("users", order.reasonCode.toLatin1());
    if (!reason)
        co_return Error{ErrorCode::UnknownValue, QStringLiteral("reason_code"), {}};
    const auto who = co_await m_store.writerOf(tx, user);
    CARGO_CO_TRY(who);
    if (who->role == roleWord(Role::Staff))
        co_return Error{ErrorCode::StateConflict, QStringLiteral("role"), QStringLiteral("staff")};
    const bool muted = until > now;
    const QString text = order.text.isEmpty() ? desk::reasonText(*reason, who->locale) : order.text;
    api::JsonWriter details(256);
    details.beginObject().field("reason_code", order.reasonCode).field("reason", text).field("until", until).endObject();
    audit::AuditEvent event{user.uuid, muted ? "user.muted" : "user.unmuted", moderator, details.take()};
    CARGO_CO_TRY(co_await audit::append(tx, event));
    if (!muted)
        co_return co_await m_store.muteEverywhere(tx, user, now, text, moderator, std::nullopt, now);
    desk::NewDecision told{user,         "mute", user.uuid, "mute", reason->code,
                           reason->rule, text,   moderator, now,    now.plusMs(m_runtime.settings.appealWindowMs),
                           until};
    const auto decision = co_await desk::record(tx, told);
    CARGO_CO_TRY(decision);
    CARGO_CO_TRY(co_await m_store.muteEverywhere(tx, user, until, text, moderator, *decision, now));
    api::JsonWriter data;
    data.beginObject().field("until", until).field("reason", text).field("decision_id", *decision).endObject();
    const QByteArray key = "chat_muted:" + until.toRfc3339();
    co_return co_await jobs::notifyUser(tx, user, "chat_muted", data.take(), key);
}

QCoro::Task<Outcome> MuteService::lift(db::Transaction tx, UserId user, Uuid decision)
{
    const Timestamp now = m_runtime.clock.now();
    CARGO_CO_TRY(co_await m_store.endMuteOf(tx, decision, now));
    co_return co_await m_store.endMute(tx, user, now);
}

} // namespace cargo::chat
