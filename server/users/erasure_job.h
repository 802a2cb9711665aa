#pragma once

#include "server/core/runtime.h"
#include "server/jobs/registry.h"

namespace cargo::users {

// What closing an account leaves behind in the tables of others: addresses of sessions, stored answers and events with his
// name, what he wrote before it was masked, the place where his car was brought. The law says that it goes, so it stands in
// one list that can be read through; what a feature alone knows (favourites, devices …) the feature drops itself. The row of
// the user is a pseudonym already, and the ledger points at that.
class ErasureJob
{
public:
    explicit ErasureJob(Runtime &runtime) : m_runtime(runtime) {}
    void registerJobs(jobs::Registry &registry);

private:
    QCoro::Task<Outcome> plan(CallContextPtr context, jobs::StoredEvent closed);
    // A minute later, when the relay has stored what was on its way: what it had claimed is not ours to lock.
    QCoro::Task<Outcome> erase(CallContextPtr context, UserId user);

    Runtime &m_runtime;
};

} // namespace cargo::users
