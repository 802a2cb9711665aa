#include "server/desk/decisions.h"

namespace cargo::desk {

namespace {
const db::Query kRecord{"desk.record_decision", R"(
    insert into user_decisions (id, user_id, kind, subject_id, outcome, reason_code, rule, text, decided_by, decided_at,
        appeal_until, holds_until)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12))"};
} // namespace

QCoro::Task<Result<Uuid>> record(db::Transaction tx, NewDecision decision)
{
    const Uuid id = newUuid(decision.at);
    CARGO_CO_TRY(co_await tx.run(kRecord, id, decision.user, decision.kind, decision.subject, decision.outcome,
                                 decision.reasonCode, decision.rule, decision.text, decision.by, decision.at,
                                 decision.appealUntil, decision.until));
    co_return id;
}

} // namespace cargo::desk
