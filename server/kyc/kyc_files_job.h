#pragma once

#include "server/jobs/registry.h"
#include "server/kyc/kyc_store.h"
#include "server/vault/vault.h"

namespace cargo::kyc {

// Takes documents away: those that were taken again, those whose time is over, those of closed accounts. The key goes with the
// row's change, the file after its commit.
class FilesJob
{
public:
    FilesJob(Runtime &runtime, vault::Vault &vault) : m_runtime(runtime), m_vault(vault), m_store(runtime) {}
    void registerJobs(jobs::Registry &registry);

    // In the transaction that took their keys.
    static QCoro::Task<Outcome> dropLater(db::Transaction tx, std::vector<StoredFile> files);
    // The documents of an application go at this moment.
    static QCoro::Task<Outcome> removeAt(db::Transaction tx, Uuid application, Timestamp when);

private:
    QCoro::Task<Outcome> timeOver(CallContextPtr context, Uuid application);
    QCoro::Task<Outcome> accountClosed(CallContextPtr context, jobs::StoredEvent event);

    Runtime &m_runtime;
    vault::Vault &m_vault;
    KycStore m_store;
};

} // namespace cargo::kyc
