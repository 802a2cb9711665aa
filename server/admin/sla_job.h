#pragma once

#include "server/admin/queue_store.h"
#include "server/jobs/registry.h"

namespace cargo::admin {

// The clocks of the queues: what is still undecided when it is due is put on record, and those who may decide it are told:
// the colleague whose it is, or else all of them.
class SlaJob
{
public:
    explicit SlaJob(Runtime &runtime) : m_runtime(runtime), m_store(runtime) {}
    void registerOn(jobs::Registry &registry);

private:
    QCoro::Task<Outcome> rings(CallContextPtr context, QByteArray queue, Uuid item);

    Runtime &m_runtime;
    QueueStore m_store;
};

} // namespace cargo::admin
