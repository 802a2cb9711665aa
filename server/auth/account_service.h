#pragma once

#include "server/auth/session_service.h"
#include "server/core/answer.h"
#include "server/jobs/registry.h"
#include "shared/api/moderation_dto.h"

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

    // The banned is told why, and may appeal. Errors: NotFound, StateConflict (is banned; is yourself), Forbidden (staff by
    // somebody who is no admin), UnknownValue (reason_code), OutOfRange (until).
    QCoro::Task<Result<Answer>> ban(CallContextPtr context, UserId id, api::SanctionDto order);
    // The same as part of another decision.
    QCoro::Task<Outcome> impose(db::Transaction tx, UserId id, api::SanctionDto order);
    QCoro::Task<Result<Answer>> unban(CallContextPtr context, UserId id, api::SanctionDto order);
    // Signs him out everywhere. Errors: NotFound, Forbidden (staff by somebody who is no admin).
    QCoro::Task<Outcome> endSessions(CallContextPtr context, UserId id);
    // For an appeal that was right: harmless when nobody is banned.
    QCoro::Task<Outcome> lift(db::Transaction tx, UserId id);
    void registerOn(jobs::Registry &registry);
    // What stands in the way of close() now.
    QCoro::Task<Result<std::vector<Blocker>>> blockers(db::Transaction tx, UserId id);
    // By its owner, or by staff who carry out his wish. Errors: NotFound (is closed), StateConflict while something stands in
    // the way; it is then in `blockers`, which lives until the answer.
    QCoro::Task<Outcome> close(db::Transaction tx, UserId id, UserId by, std::vector<Blocker> *blockers);

private:
    QCoro::Task<Result<Answer>> finish(db::Transaction tx, UserId id, users::UserStatus status);
    QCoro::Task<Outcome> setEnd(db::Transaction tx, UserId id, std::optional<Timestamp> until);
    QCoro::Task<Outcome> timeOver(CallContextPtr context, UserId id);

    const Runtime &m_runtime;
    AuthStore &m_store;
    users::UserService &m_users;
    SessionService &m_sessions;
};

} // namespace cargo::auth
