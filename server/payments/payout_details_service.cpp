#include "server/payments/payout_details_service.h"

#include "server/audit/audit.h"
#include "server/jobs/outbox.h"
#include "server/jobs/scheduler.h"
#include "server/limits.h"
#include "server/payments/payment_timers.h"
#include "shared/api/json_writer.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace cargo::payments {

namespace {
constexpr char kMailKind[] = "payout_details_changed";

mail::Mail composeMail(const PayoutDetailsStore::Address &to, const QString &masked)
{
    if (to.locale == QLatin1String("en"))
        return {to.email, QStringLiteral("Your payout details were changed"),
                QStringLiteral("Payouts go to the account %1 now. They wait for three days, so that you can object.\n"
                               "If it was not you, change your password and write to support at once.")
                    .arg(masked)};
    return {to.email, QStringLiteral("Реквизиты для выплат изменены"),
            QStringLiteral("Теперь выплаты пойдут на счёт %1. Три дня они ждут, чтобы вы могли возразить.\n"
                           "Если это были не вы, сразу смените пароль и напишите в поддержку.")
                .arg(masked)};
}
} // namespace

void PayoutDetailsService::registerJobs(jobs::Registry &registry)
{
    registry.onEvent("mail", "payments.payout_details_mail",
                     [this](CallContextPtr context, jobs::StoredEvent event) { return onMail(context, event); });
    registry.onEvent("user.closed", "payments.payout_details", [this](CallContextPtr context, jobs::StoredEvent event) {
        return m_store.remove(context, UserId::fromText(QByteArrayView(event.event.key)).value_or(UserId{}));
    });
}

QByteArray PayoutDetailsService::jsonOf(const std::optional<PayoutDetails> &details) const
{
    if (!details)
        return "{\"details\":null}";
    const Timestamp until = details->changedAt.plusMs(limits::kPayoutHoldMs);
    api::PayoutDetailsDto dto{details->bic, details->account, details->holder, details->changedAt, {}};
    if (until > m_runtime.clock.now())
        dto.heldUntil = until;
    return "{\"details\":" + dto.toJson() + '}';
}

QCoro::Task<Result<QByteArray>> PayoutDetailsService::show(CallContextPtr context)
{
    if (context->principal->role != Role::Driver)
        co_return ErrorCode::Forbidden;
    const auto details = co_await m_store.find(context, context->principal->user);
    CARGO_CO_TRY(details);
    co_return jsonOf(*details);
}

QCoro::Task<Result<QByteArray>> PayoutDetailsService::change(CallContextPtr context, api::PayoutDetailsBody body)
{
    if (context->principal->role != Role::Driver)
        co_return ErrorCode::Forbidden;
    const UserId me = context->principal->user;
    const auto proved = co_await m_auth.provePassword(context, "payout-details", body.password);
    if (!proved)
        co_return proved.code() == ErrorCode::WrongCredentials ? Error{ErrorCode::UnknownValue, QStringLiteral("password"), {}}
                                                               : proved.error();
    const Timestamp now = m_runtime.clock.now();
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    CARGO_CO_TRY(co_await m_users.lockActive(*tx, me)); // of two changes at once the second finds the first
    const auto known = co_await m_store.find(context, me);
    CARGO_CO_TRY(known);
    const bool same = *known && (*known)->bic == body.bic && (*known)->account == body.account && (*known)->holder == body.holder;
    if (same)
        co_return jsonOf(*known);
    const std::optional<PayoutDetails> fresh = PayoutDetails{body.bic, body.account, body.holder, now};
    CARGO_CO_TRY(co_await m_store.put(*tx, me, *fresh));
    const Timestamp until = now.plusMs(limits::kPayoutHoldMs);
    const auto held = co_await m_store.hold(*tx, me, until);
    CARGO_CO_TRY(held);
    for (const Uuid &op : *held)
        CARGO_CO_TRY(co_await jobs::setTimer(*tx, kOpRetryTimer, op, until));
    CARGO_CO_TRY(co_await tell(*tx, me, *fresh));
    CARGO_CO_TRY(co_await tx->commit());
    co_return jsonOf(fresh);
}

QCoro::Task<Outcome> PayoutDetailsService::tell(db::Transaction tx, UserId user, PayoutDetails details)
{
    const QString masked = api::maskedAccount(details.account);
    api::JsonWriter data;
    data.beginObject().field("account_masked", masked).endObject();
    const QByteArray shown = data.take();
    audit::AuditEvent changed{user.uuid, "payout_details.changed", user, shown};
    CARGO_CO_TRY(co_await audit::append(tx, changed));
    const QByteArray key = "payout_details:" + user.toText() + ':' + details.changedAt.toRfc3339();
    CARGO_CO_TRY(co_await jobs::notifyUser(tx, user, "account_payout_details_changed", shown, key));
    api::JsonWriter payload;
    payload.beginObject().field("kind", kMailKind).field("user_id", user).field("account_masked", masked).endObject();
    jobs::OutboxEvent mail{"mail", user.toText(), payload.take()};
    co_return co_await jobs::append(tx, mail);
}

QCoro::Task<Outcome> PayoutDetailsService::onMail(CallContextPtr context, jobs::StoredEvent event)
{
    const QJsonObject payload = QJsonDocument::fromJson(event.event.payload).object();
    if (payload.value(QLatin1String("kind")).toString() != QLatin1String(kMailKind))
        co_return ok(); // another kind of mail, another reader
    const auto user = UserId::fromText(QStringView(payload.value(QLatin1String("user_id")).toString()));
    const auto to = co_await m_store.address(context, user.value_or(UserId{}));
    CARGO_CO_TRY(to);
    if (!*to)
        co_return ok();
    const mail::Mail message = composeMail(**to, payload.value(QLatin1String("account_masked")).toString());
    co_return co_await m_mail.send(context, message);
}

} // namespace cargo::payments
