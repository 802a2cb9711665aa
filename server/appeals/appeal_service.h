#pragma once

#include "server/appeals/appeal_store.h"
#include "server/core/answer.h"
#include "shared/api/moderation_dto.h"

namespace cargo::appeals {

// How a decision is taken back: the features know, this one does not know them. In the transaction of the appeal's decision;
// harmless when there is nothing left to take back.
class Undo
{
public:
    virtual ~Undo() = default;
    virtual QCoro::Task<Outcome> undo(db::Transaction tx, Decision decision) = 0;
};

// What was decided against a user, and his word against it: once, within the time, and heard by somebody else than who decided.
class AppealService
{
public:
    explicit AppealService(Runtime &runtime) : m_runtime(runtime), m_store(runtime) {}
    void setUndo(Undo *undo) { m_undo = undo; }

    QCoro::Task<Result<AppealStore::Page>> mine(CallContextPtr context, std::optional<Uuid> before, int limit);
    QCoro::Task<Result<QByteArray>> decision(CallContextPtr context, Uuid id);
    // 201 with {id, decision_id, created_at}. Errors: NotFound, StateConflict ("appealed", "overturned", "too_late").
    QCoro::Task<Result<Answer>> appeal(CallContextPtr context, UserId user, Uuid decision, api::AppealDto body);
    // The last ban that was not taken back. Nothing: there is none.
    QCoro::Task<Result<std::optional<Ban>>> ban(CallContextPtr context, UserId user);

    QCoro::Task<Result<QByteArray>> find(CallContextPtr context, Uuid id);
    // Errors: NotFound, StateConflict ("decided", "claimed"), Forbidden (it is about his own decision, or about a kind of
    // decision that he may not make).
    QCoro::Task<Result<Answer>> decide(CallContextPtr context, Uuid id, api::AppealDecisionDto body);

private:
    Runtime &m_runtime;
    AppealStore m_store;
    Undo *m_undo = nullptr;
};

} // namespace cargo::appeals
