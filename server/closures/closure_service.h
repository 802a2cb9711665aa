#pragma once

#include "server/auth/account_service.h"
#include "server/closures/closure_store.h"
#include "shared/api/closure_dto.h"

namespace cargo::closures {

// The end of an account that its owner wants: at once while nothing stands in the way, else as a request that staff carry out
// when the last deal is over, or refuse with a reason. What the law asks to be kept stays under a pseudonym either way.
class ClosureService
{
public:
    ClosureService(Runtime &runtime, auth::AccountService &accounts) : m_runtime(runtime), m_store(runtime), m_accounts(accounts)
    {
    }

    // {"blockers":[…],"request":{…}|null}
    QCoro::Task<Result<QByteArray>> state(CallContextPtr context);
    // Error StateConflict while something stands in the way; it is then in `blockers`, which lives until the answer.
    QCoro::Task<Outcome> close(CallContextPtr context, std::vector<auth::Blocker> *blockers);
    // 201 with the request; 200: one waits already. Error StateConflict for staff.
    QCoro::Task<Result<Answer>> order(CallContextPtr context);
    // Harmless when none waits.
    QCoro::Task<Outcome> withdraw(CallContextPtr context);

    // The case for staff. Error NotFound.
    QCoro::Task<Result<QByteArray>> find(CallContextPtr context, Uuid id);
    // Errors: NotFound, StateConflict ("decided", "claimed", or something stands in the way: see close()).
    QCoro::Task<Result<Answer>> decide(CallContextPtr context, Uuid id, api::ErasureDecisionDto body,
                                       std::vector<auth::Blocker> *blockers);

private:
    QCoro::Task<Outcome> tellRefusal(db::Transaction tx, Uuid id, UserId user, QString why);

    Runtime &m_runtime;
    ClosureStore m_store;
    auth::AccountService &m_accounts;
};

// As JSON, each with a link for the app: whoever reads why he cannot leave wants to go there.
QByteArray blockersJson(const std::vector<auth::Blocker> &blockers);

} // namespace cargo::closures
