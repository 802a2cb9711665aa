#include "server/users/user_service.h"

#include "server/desk/queues.h"
#include "server/jobs/idempotency.h"
#include "server/jobs/outbox.h"
#include "server/reports/report_service.h"
#include "shared/api/json_writer.h"

namespace cargo::users {

UserService::UserService(const Runtime &runtime, UserStore &store) : m_runtime(runtime), m_store(store), m_overview(runtime.db) {}

QCoro::Task<Result<QByteArray>> UserService::findPublic(CallContextPtr context, UserId id)
{
    const auto card = co_await m_store.findCard(context, id);
    if (!card)
        co_return card.error();
    if (!*card)
        co_return Error{ErrorCode::NotFound, {}, {}};
    co_return **card;
}

QCoro::Task<Result<User>> UserService::findUser(CallContextPtr context, UserId id)
{
    const auto user = co_await m_store.find(context, id);
    if (!user)
        co_return user.error();
    if (!*user || (*user)->status == UserStatus::Deleted)
        co_return Error{ErrorCode::NotFound, {}, {}};
    co_return **user;
}

QCoro::Task<Result<std::optional<User>>> UserService::findByEmail(CallContextPtr context, QString email)
{
    return m_store.findByEmail(std::move(context), std::move(email));
}

QCoro::Task<Result<int>> UserService::kycTier(CallContextPtr context, UserId id)
{
    const auto user = co_await findUser(context, id);
    if (!user)
        co_return user.error();
    co_return user->kycTier;
}

QCoro::Task<Result<bool>> UserService::isActive(CallContextPtr context, UserId id)
{
    const auto user = co_await m_store.find(context, id);
    if (!user)
        co_return user.error();
    co_return *user && (*user)->active();
}

QCoro::Task<Result<User>> UserService::create(db::Transaction tx, NewUser user)
{
    CARGO_CO_TRY(checkNameForContacts(user.displayName));
    CARGO_CO_TRY(co_await m_store.insert(tx, user));
    co_return co_await lock(tx, user.id);
}

QCoro::Task<Result<User>> UserService::lock(db::Transaction tx, UserId id)
{
    const auto user = co_await m_store.findForUpdate(tx, id);
    if (!user)
        co_return user.error();
    if (!*user || (*user)->status == UserStatus::Deleted)
        co_return Error{ErrorCode::NotFound, {}, {}};
    co_return **user;
}

QCoro::Task<Result<User>> UserService::lockActive(db::Transaction tx, UserId id)
{
    const auto user = co_await lock(tx, id);
    if (user && !user->active())
        co_return Error{ErrorCode::Banned, {}, {}};
    co_return user;
}

QCoro::Task<Outcome> UserService::save(db::Transaction tx, User user)
{
    CARGO_CO_TRY(co_await m_store.save(tx, user, m_runtime.clock.now()));
    api::JsonWriter payload(64);
    payload.beginObject().field("user_id", user.id).endObject();
    jobs::OutboxEvent event{"user.changed", user.id.toText(), payload.take()};
    co_return co_await jobs::append(tx, event);
}

QCoro::Task<Outcome> UserService::applyRating(db::Transaction tx, UserId id, int sum, int count)
{
    auto user = co_await lock(tx, id);
    if (!user)
        co_return user.code() == ErrorCode::NotFound ? Outcome() : Outcome(user.error()); // erased meanwhile
    user->ratingSum = sum;
    user->ratingCount = count;
    co_return co_await save(tx, *user);
}

QCoro::Task<Outcome> UserService::recordDealDone(db::Transaction tx, UserId id)
{
    auto user = co_await lock(tx, id);
    if (!user)
        co_return user.code() == ErrorCode::NotFound ? Outcome() : Outcome(user.error());
    user->dealsDone += 1;
    co_return co_await save(tx, *user);
}

QCoro::Task<Outcome> UserService::raiseKycTier(db::Transaction tx, UserId id, int tier)
{
    auto user = co_await lock(tx, id);
    if (!user)
        co_return user.error();
    if (user->kycTier >= tier)
        co_return ok();
    user->kycTier = tier;
    co_return co_await save(tx, *user);
}

QCoro::Task<Outcome> UserService::lowerKycTier(db::Transaction tx, UserId id, int tier)
{
    auto user = co_await lock(tx, id);
    if (!user)
        co_return user.error();
    if (user->kycTier <= tier)
        co_return ok();
    user->kycTier = tier;
    CARGO_CO_TRY(co_await save(tx, *user));
    jobs::OutboxEvent event{"user.kyc_lowered", id.toText(), {}};
    event.payload = "{\"user_id\":\"" + event.key + "\",\"tier\":" + QByteArray::number(tier) + '}';
    co_return co_await jobs::append(tx, event);
}

QCoro::Task<Outcome> UserService::markEmailVerified(db::Transaction tx, UserId id)
{
    auto user = co_await lock(tx, id);
    if (!user)
        co_return user.error();
    user->emailVerified = true;
    user->kycTier = std::max(user->kycTier, 1);
    co_return co_await save(tx, *user);
}

QCoro::Task<Result<User>> UserService::changeStatus(db::Transaction tx, UserId id, UserStatus from, UserStatus to, QString reason)
{
    auto user = co_await lock(tx, id);
    if (!user)
        co_return user.error();
    if (user->status != from)
        co_return Error{ErrorCode::StateConflict, {}, QString::fromLatin1(statusWord(user->status))};
    user->status = to;
    user->statusReason = reason;
    CARGO_CO_TRY(co_await save(tx, *user));
    co_return *user;
}

QCoro::Task<Outcome> UserService::pseudonymise(db::Transaction tx, UserId id)
{
    auto user = co_await lock(tx, id);
    if (!user)
        co_return user.error();
    user->displayName =
        user->locale == QLatin1String("en") ? QStringLiteral("Deleted user") : QStringLiteral("Удалённый пользователь");
    user->about.clear();
    user->statusReason.clear();
    user->emailVerified = false;
    user->status = UserStatus::Deleted;
    CARGO_CO_TRY(co_await save(tx, *user));
    co_return co_await m_store.erase(tx, id);
}

QCoro::Task<Result<User>> UserService::changeMe(CallContextPtr context, UserId id, api::MePatchDto patch,
                                                std::optional<qint64> expectedVersion)
{
    if (patch.displayName)
        CARGO_CO_TRY(checkNameForContacts(*patch.displayName));
    auto tx = co_await m_runtime.db.begin(context);
    if (!tx)
        co_return tx.error();
    auto user = co_await lock(*tx, id);
    if (!user)
        co_return user.error();
    if (expectedVersion && *expectedVersion != user->version)
        co_return Error{ErrorCode::VersionMismatch, {}, {}};
    if (patch.displayName)
        user->displayName = *patch.displayName;
    if (patch.locale)
        user->locale = *patch.locale;
    if (patch.about)
        user->about = *patch.about;
    CARGO_CO_TRY(co_await save(*tx, *user));
    CARGO_CO_TRY(co_await tx->commit());
    user->version += 1;
    co_return *user;
}

QCoro::Task<Result<QByteArray>> UserService::exportMe(CallContextPtr context, UserId id)
{
    const auto user = co_await findUser(context, id);
    if (!user)
        co_return user.error();
    const auto rest = co_await m_store.exportOf(context, id);
    if (!rest)
        co_return rest.error();
    api::JsonWriter out(4096);
    out.beginObject().field("exported_at", m_runtime.clock.now());
    out.key("profile");
    meOf(*user).write(out);
    out.key("records").raw(*rest);
    out.endObject();
    co_return out.take();
}

QCoro::Task<Outcome> UserService::report(CallContextPtr context, UserId reporter, UserId subject, api::UserReportDto report)
{
    if (reporter == subject)
        co_return Error{ErrorCode::StateConflict, {}, QStringLiteral("own profile")};
    const auto user = co_await findUser(context, subject);
    if (!user)
        co_return user.error();
    const auto tx = co_await m_runtime.db.begin(context);
    if (!tx)
        co_return tx.error();
    const Timestamp now = m_runtime.clock.now();
    const Timestamp due = desk::dueAt(m_runtime.settings, "user_reports", now);
    reports::NewReport filed{"user", subject.uuid, subject, reporter, report.reason, report.text, now, due};
    CARGO_CO_TRY(co_await reports::ReportService::file(*tx, filed));
    CARGO_CO_TRY(co_await jobs::remember(*tx, 204, ""));
    co_return co_await tx->commit();
}

QCoro::Task<Result<QByteArray>> UserService::overview(CallContextPtr context, UserId id)
{
    co_return co_await m_overview.of(std::move(context), id, m_runtime.clock.now());
}

QCoro::Task<Result<std::vector<User>>> UserService::list(CallContextPtr context, UserFilter filter)
{
    return m_store.list(std::move(context), std::move(filter));
}

} // namespace cargo::users
