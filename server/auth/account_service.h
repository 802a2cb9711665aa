#pragma once

#include "server/auth/session_service.h"
#include "server/core/answer.h"

namespace cargo::auth {

// What ends accounts: a ban and its end by staff, and the owner's own wish. A ban ends sessions in the same transaction;
// closing keeps the row for deals and the ledger under a pseudonym.
class AccountService
{
public:
    AccountService(const Runtime &runtime, AuthStore &store, users::UserService &users, SessionService &sessions)
        : m_runtime(runtime), m_store(store), m_users(users), m_sessions(sessions)
    {
    }

    // Errors: NotFound, StateConflict (is banned; is yourself), Forbidden (staff by somebody who is no admin).
    QCoro::Task<Result<Answer>> setBanned(CallContextPtr context, UserId id, bool banned, QString reason);
    // What stands in the way of close() now.
    QCoro::Task<Result<std::vector<Blocker>>> blockers(CallContextPtr context);
    // Error: StateConflict while something stands in the way; it is then in `blockers`, which lives until the answer.
    QCoro::Task<Outcome> close(CallContextPtr context, std::vector<Blocker> *blockers);

private:
    const Runtime &m_runtime;
    AuthStore &m_store;
    users::UserService &m_users;
    SessionService &m_sessions;
};

} // namespace cargo::auth
