#pragma once

#include "server/jobs/registry.h"
#include "server/notifications/notification_routes.h"

namespace cargo::notifications {

// Notifications on one thread: worker threads call registerOn(), the jobs thread registerJobs().
struct NotificationFeature
{
    explicit NotificationFeature(Runtime &runtime) : service(runtime), routes(service) {}

    void registerOn(http::Router &router) { routes.registerOn(router); }
    void registerJobs(jobs::Registry &registry)
    {
        registry.onEvent("notify", "notifications", [this](CallContextPtr context, jobs::StoredEvent event) {
            return service.notify(std::move(context), std::move(event));
        });
    }

    NotificationService service;
    NotificationRoutes routes;
};

} // namespace cargo::notifications
