#pragma once

#include "server/core/runtime.h"
#include "server/jobs/registry.h"

namespace cargo::audit {

// Seals the audit day by day: a row in audit_roots over the last hash of every stream that moved, chained to the day
// before. An hour after midnight UTC, when no transaction of the day can still be on its way. Days without entries are
// sealed too, so that a missing row shows. Never touches a sealed day.
class AuditSealJob
{
public:
    explicit AuditSealJob(Runtime &runtime) : m_runtime(runtime) {}

    void registerJobs(jobs::Registry &registry);
    // Sets its timer going; at start.
    QCoro::Task<Outcome> arm(CallContextPtr context);
    // Seals every day that is over; what the timer does.
    QCoro::Task<Outcome> seal(CallContextPtr context);

private:
    QCoro::Task<Result<bool>> sealNext(CallContextPtr context);

    Runtime &m_runtime;
};

} // namespace cargo::audit
