#pragma once

#include "server/http/router.h"
#include "server/notifications/device_service.h"

namespace cargo::notifications {

class DeviceRoutes
{
public:
    explicit DeviceRoutes(DeviceService &service) : m_service(service) {}
    void registerOn(http::Router &router);

private:
    QCoro::Task<http::Response> put(http::RequestPtr request);
    QCoro::Task<http::Response> remove(http::RequestPtr request);

    DeviceService &m_service;
};

} // namespace cargo::notifications
