#pragma once

#include "server/core/answer.h"
#include "server/kyc/check_store.h"
#include "server/kyc/kyc_store.h"
#include "server/vault/vault.h"
#include "server/kyc/verdicts.h"
#include "shared/api/kyc_dto.h"

namespace cargo::kyc {

// Identities as the desk works on them. Each look at a document and each verdict is on record before it is answered.
class KycDeskService
{
public:
    KycDeskService(Runtime &runtime, vault::Vault &vault, Verdicts &verdicts)
        : m_runtime(runtime), m_vault(vault), m_verdicts(verdicts), m_store(runtime), m_checks(runtime)
    {
    }

    QCoro::Task<Result<QByteArray>> find(CallContextPtr context, Uuid id);
    // The picture as JPEG. Errors: NotFound (also when it was removed).
    QCoro::Task<Result<QByteArray>> reveal(CallContextPtr context, Uuid id, Uuid document, QString reason);
    // Errors: NotFound, StateConflict (decided already; "claimed"), UnknownValue (a document of another application).
    QCoro::Task<Result<Answer>> decide(CallContextPtr context, Uuid id, api::KycDecisionDto decision);

    // An appeal was right: what was rejected may be handed in again.
    QCoro::Task<Outcome> reopen(db::Transaction tx, Uuid id);

private:
    Runtime &m_runtime;
    vault::Vault &m_vault;
    Verdicts &m_verdicts;
    KycStore m_store;
    CheckStore m_checks;
};

} // namespace cargo::kyc
