#pragma once

#include "server/jobs/registry.h"
#include "server/notifications/device_routes.h"
#include "server/notifications/notification_routes.h"

namespace cargo::notifications {

// Notifications on one thread: worker threads call registerOn(), the jobs thread registerJobs().
struct NotificationFeature
{
    explicit NotificationFeature(Runtime &runtime) : service(runtime), devices(runtime), routes(service), deviceRoutes(devices) {}

    void registerOn(http::Router &router)
    {
        routes.registerOn(router);
        deviceRoutes.registerOn(router);
    }
    void registerJobs(jobs::Registry &registry)
    {
        registry.onEvent("notify", "notifications", [this](CallContextPtr context, jobs::StoredEvent event) {
            return service.notify(std::move(context), std::move(event));
        });
        devices.registerJobs(registry);
    }

    NotificationService service;
    DeviceService devices;
    NotificationRoutes routes;
    DeviceRoutes deviceRoutes;
};

} // namespace cargo::notifications
