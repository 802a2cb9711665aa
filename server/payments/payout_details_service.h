#pragma once

#include "server/auth/auth_service.h"
#include "server/jobs/registry.h"
#include "server/payments/payout_details_store.h"
#include "server/providers/mail/mail_provider.h"
#include "shared/api/payout_details_dto.h"

namespace cargo::payments {

// Where a driver is paid. Each change is proved by the password, told by mail and in the app, and holds his payouts for
// limits::kPayoutHoldMs, so that whoever took over an account has no money before its owner has read of it.
class PayoutDetailsService
{
public:
    PayoutDetailsService(Runtime &runtime, auth::AuthService &auth, users::UserService &users, mail::MailProvider &mail)
        : m_runtime(runtime), m_store(runtime), m_auth(auth), m_users(users), m_mail(mail)
    {
    }
    void registerJobs(jobs::Registry &registry);

    // {"details": null or api::PayoutDetailsDto}. Error Forbidden: he is no driver.
    QCoro::Task<Result<QByteArray>> show(CallContextPtr context);
    // The same once more changes nothing and holds nothing. Errors: Forbidden, UnknownValue (password), RateLimited.
    QCoro::Task<Result<QByteArray>> change(CallContextPtr context, api::PayoutDetailsBody body);

private:
    QCoro::Task<Outcome> tell(db::Transaction tx, UserId user, PayoutDetails details);
    QCoro::Task<Outcome> onMail(CallContextPtr context, jobs::StoredEvent event);
    QByteArray jsonOf(const std::optional<PayoutDetails> &details) const;

    Runtime &m_runtime;
    PayoutDetailsStore m_store;
    auth::AuthService &m_auth;
    users::UserService &m_users;
    mail::MailProvider &m_mail;
};

} // namespace cargo::payments
