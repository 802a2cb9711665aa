#include "server/chat/mute_service.h"

#include "server/audit/audit.h"
#include "server/jobs/idempotency.h"
#include "server/jobs/outbox.h"
#include "shared/domain/account/role.h"

namespace cargo::chat {

namespace {
constexpr qint64 kLongestMs = 366 * kDayMs;
} // namespace

QCoro::Task<Result<Answer>> MuteService::mute(CallContextPtr context, UserId user, Timestamp until, QString reason)
{
    const UserId moderator = context->principal->user;
    const Timestamp now = m_runtime.clock.now();
    if (until > now.plusMs(kLongestMs))
        co_return Error{ErrorCode::OutOfRange, QStringLiteral("until"), QStringLiteral("at most a year")};
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto role = co_await m_store.roleOf(*tx, user);
    CARGO_CO_TRY(role);
    if (*role == roleWord(Role::Staff))
        co_return Error{ErrorCode::StateConflict, QStringLiteral("role"), QStringLiteral("staff")};
    const bool muted = until > now;
    CARGO_CO_TRY(co_await m_store.muteEverywhere(*tx, user, muted ? until : now, reason, moderator, now));
    api::JsonWriter details(256);
    details.beginObject().field("reason", reason).field("until", until).endObject();
    audit::AuditEvent event{user.uuid, muted ? "user.muted" : "user.unmuted", moderator, details.take()};
    CARGO_CO_TRY(co_await audit::append(*tx, event));
    if (muted) {
        api::JsonWriter data;
        data.beginObject().field("until", until).field("reason", reason).endObject();
        const QByteArray key = "chat_muted:" + until.toRfc3339();
        CARGO_CO_TRY(co_await jobs::notifyUser(*tx, user, "chat_muted", data.take(), key));
    }
    api::JsonWriter out(128);
    const auto shown = muted ? std::optional<Timestamp>(until) : std::nullopt;
    out.beginObject().field("id", user).field("muted_until", shown).endObject();
    Answer answer{200, out.take()};
    CARGO_CO_TRY(co_await jobs::remember(*tx, answer.status, answer.body));
    CARGO_CO_TRY(co_await tx->commit());
    co_return answer;
}

} // namespace cargo::chat
