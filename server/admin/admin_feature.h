#pragma once

#include "server/admin/admin_routes.h"
#include "server/admin/audit_routes.h"
#include "server/admin/queue_routes.h"
#include "server/admin/sla_job.h"

namespace cargo::admin {

// The console's overview and its queues as one piece for the composition root.
struct AdminFeature
{
    AdminStore store;
    FindStore finder;
    AdminRoutes routes;
    AuditRoutes audit;
    QueueService queueService;
    QueueRoutes queueRoutes;
    SlaJob sla;

    explicit AdminFeature(Runtime &runtime)
        : store(runtime), finder(runtime), routes(store, finder), audit(runtime, store), queueService(runtime),
          queueRoutes(queueService), sla(runtime)
    {
    }
    void registerOn(http::Router &router)
    {
        routes.registerOn(router);
        audit.registerOn(router);
        queueRoutes.registerOn(router);
    }
    void registerJobs(jobs::Registry &registry) { sla.registerOn(registry); }
};

} // namespace cargo::admin
