#pragma once

#include "server/core/runtime.h"
#include "server/users/user.h"
#include "server/users/user_overview.h"
#include "server/users/user_store.h"
#include "shared/api/user_dto.h"

namespace cargo::users {

// Who somebody is: profile, public card, trust tier, rating, status. Other features ask here, in their own transactions
// where they change something. Every change writes the card anew and puts "user.changed" {"user_id"} into the outbox, for
// listings and the search index that show it. Never touches sessions or passwords: that is auth's, which stands above.
class UserService
{
public:
    UserService(const Runtime &runtime, UserStore &store);

    // Errors: NotFound, for the deleted too.
    QCoro::Task<Result<QByteArray>> findPublic(CallContextPtr context, UserId id); // the card as JSON
    QCoro::Task<Result<User>> findUser(CallContextPtr context, UserId id);
    QCoro::Task<Result<std::optional<User>>> findByEmail(CallContextPtr context, QString email);
    QCoro::Task<Result<int>> kycTier(CallContextPtr context, UserId id);
    QCoro::Task<Result<bool>> isActive(CallContextPtr context, UserId id);
    static QByteArray renderCard(const User &user) { return cardOf(user).toJson(); }

    // For what only an active user may do: locks his row, so that a ban waits or has happened. Errors: Banned, NotFound.
    QCoro::Task<Result<User>> lockActive(db::Transaction tx, UserId id);
    // Banned or not. Error: NotFound.
    QCoro::Task<Result<User>> lock(db::Transaction tx, UserId id);
    QCoro::Task<Result<User>> create(db::Transaction tx, NewUser user);
    // Totals over all visible reviews of this user, not an increment: doing it twice changes nothing.
    QCoro::Task<Outcome> applyRating(db::Transaction tx, UserId id, int sum, int count);
    // One more deal came to its good end.
    QCoro::Task<Outcome> recordDealDone(db::Transaction tx, UserId id);
    // Never lowers a tier.
    QCoro::Task<Outcome> raiseKycTier(db::Transaction tx, UserId id, int tier);
    // Never raises one. What hangs on it looks again: outbox topic "user.kyc_lowered" {"user_id","tier"}.
    QCoro::Task<Outcome> lowerKycTier(db::Transaction tx, UserId id, int tier);
    QCoro::Task<Outcome> markEmailVerified(db::Transaction tx, UserId id);
    // Guarded: StateConflict when the status is not `from`, NotFound when there is no such user.
    QCoro::Task<Result<User>> changeStatus(db::Transaction tx, UserId id, UserStatus from, UserStatus to, QString reason);
    // Name, e-mail and all else that is personal go; what deals and the ledger point at stays under a pseudonym.
    QCoro::Task<Outcome> pseudonymise(db::Transaction tx, UserId id);

    // Errors: VersionMismatch when `expectedVersion` is given and is not the present one.
    QCoro::Task<Result<User>> changeMe(CallContextPtr context, UserId id, api::MePatchDto patch,
                                       std::optional<qint64> expectedVersion);
    QCoro::Task<Result<QByteArray>> exportMe(CallContextPtr context, UserId id);
    QCoro::Task<Outcome> report(CallContextPtr context, UserId reporter, UserId subject, api::UserReportDto report);
    // For staff: a JSON object, see user_overview.h.
    QCoro::Task<Result<QByteArray>> overview(CallContextPtr context, UserId id);
    QCoro::Task<Result<std::vector<User>>> list(CallContextPtr context, UserFilter filter);

    // The one place where a name is looked through for contacts. Error: InvalidFormat at display_name.
    static Outcome checkNameForContacts(const QString &displayName);

private:
    QCoro::Task<Outcome> save(db::Transaction tx, User user);

    const Runtime &m_runtime;
    UserStore &m_store;
    UserOverview m_overview;
};

} // namespace cargo::users
