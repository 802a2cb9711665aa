#pragma once

#include "server/auth/session_service.h"
#include "server/jobs/registry.h"

namespace cargo::auth {

// Codes by mail: to confirm an address and to set a new password. Six digits, five attempts, a quarter of an hour, once.
// The digits stand nowhere: the mail job derives them from the code's id with the server's key, the table keeps a keyed
// hash. Asking for a reset costs and answers the same for addresses that nobody has.
class CodeService
{
public:
    CodeService(const Runtime &runtime, AuthShared &shared, AuthStore &store, users::UserService &users,
                SessionService &sessions);

    // In the transaction of the caller. Error: RateLimited.
    QCoro::Task<Outcome> issue(db::Transaction tx, UserId user, CodePurpose purpose);
    // Another code for the e-mail of who asks. Errors: StateConflict (confirmed already), RateLimited.
    QCoro::Task<Outcome> sendAgain(CallContextPtr context);
    // Errors: WrongCode.
    QCoro::Task<Result<users::User>> verify(CallContextPtr context, QString code);
    QCoro::Task<Outcome> forgot(CallContextPtr context, QString email);
    // Ends every session. Errors: WrongCode, Banned.
    QCoro::Task<Outcome> reset(CallContextPtr context, api::PasswordResetDto reset);

    void registerOn(jobs::Registry &registry);

private:
    QCoro::Task<Result<Uuid>> checkCode(CallContextPtr context, UserId user, CodePurpose purpose, QString code);
    QCoro::Task<Outcome> onMail(CallContextPtr context, jobs::StoredEvent event);
    QCoro::Task<Outcome> onForgot(CallContextPtr context, jobs::StoredEvent event);

    const Runtime &m_runtime;
    AuthShared &m_shared;
    AuthStore &m_store;
    users::UserService &m_users;
    SessionService &m_sessions;
};

} // namespace cargo::auth
