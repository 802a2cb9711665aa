#pragma once

#include "server/agreements/agreement_store.h"
#include "server/core/answer.h"

namespace cargo::agreements {

// Who agreed to what. Agreements are pages of server/knowledge; here is who signed which of their versions, and what nobody may
// begin without it. Deals that run already are never asked.
class AgreementService
{
public:
    explicit AgreementService(Runtime &runtime) : m_runtime(runtime), m_store(runtime) {}

    // What concerns the caller, as a JSON array.
    QCoro::Task<Result<QByteArray>> list(CallContextPtr context);
    // 201, or 200 when it was signed before. Errors: NotFound (also an agreement of the other side), Forbidden (staff),
    // StateConflict (not the current version; detail = the current one).
    QCoro::Task<Result<Answer>> sign(CallContextPtr context, QByteArray slug, qint64 version);

    // What a user of this role must have signed before he publishes a listing or has a new deal. AgreementRequired (detail:
    // {"slug", "version"}) without the current version and, when its grace is over, without the one before. What was never
    // published asks nobody.
    QCoro::Task<Outcome> requireSigned(db::Transaction tx, UserId user, Role role);

private:
    Runtime &m_runtime;
    AgreementStore m_store;
};

} // namespace cargo::agreements
