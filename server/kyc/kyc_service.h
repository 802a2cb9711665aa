#pragma once

#include "server/core/answer.h"
#include "server/kyc/check_job.h"
#include "server/kyc/kyc_store.h"
#include "server/vault/vault.h"
#include "server/users/user_service.h"

namespace cargo::kyc {

// Confirming one's identity, as its user does it: collect documents, hand them in, read the verdict, show some again. One
// application of a user is open at a time; a rejection is final.
class KycService
{
public:
    KycService(Runtime &runtime, vault::Vault &vault, users::UserService &users, CheckJob &checks)
        : m_runtime(runtime), m_vault(vault), m_users(users), m_checks(checks), m_store(runtime)
    {
    }

    // 201 with a new application, 200 with the open one. Errors: Forbidden (staff), StateConflict (approved, rejected).
    QCoro::Task<Result<Answer>> begin(CallContextPtr context);
    // The newest application. NotFound: there is none.
    QCoro::Task<Result<QByteArray>> current(CallContextPtr context);
    // Keeps the picture in the place of an earlier one of its kind. `path`: the upload, which stays until the task ends.
    // Errors: NotFound, StateConflict (handed in), UnknownValue (kind), those of a picture (field "file").
    QCoro::Task<Result<QByteArray>> addDocument(CallContextPtr context, Uuid id, QString kind, QString path);
    // Errors: NotFound, StateConflict, Required (field "documents": some are missing).
    QCoro::Task<Result<Answer>> submit(CallContextPtr context, Uuid id);

private:
    QCoro::Task<Result<Application>> mine(db::Transaction tx, Uuid id);

    Runtime &m_runtime;
    vault::Vault &m_vault;
    users::UserService &m_users;
    CheckJob &m_checks;
    KycStore m_store;
};

} // namespace cargo::kyc
