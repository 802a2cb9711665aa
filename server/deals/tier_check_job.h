#pragma once

#include "server/jobs/registry.h"
#include "server/payments/escrow_service.h"

namespace cargo::deals {

// Somebody's identity counts for less than it did: his deals that run go on as they are, but a person looks at each that he
// could not make or carry out now. Nothing is cancelled by itself, and no money is stopped.
class TierCheckJob
{
public:
    TierCheckJob(Runtime &runtime, payments::EscrowService &escrow) : m_runtime(runtime), m_escrow(escrow) {}
    void registerJobs(jobs::Registry &registry);

private:
    QCoro::Task<Outcome> tierLowered(CallContextPtr context, jobs::StoredEvent event);

    Runtime &m_runtime;
    payments::EscrowService &m_escrow;
};

} // namespace cargo::deals
