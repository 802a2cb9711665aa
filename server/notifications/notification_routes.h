#pragma once

#include "server/http/router.h"
#include "server/notifications/notification_service.h"

namespace cargo::notifications {

// Notifications and their settings over HTTP.
class NotificationRoutes
{
public:
    explicit NotificationRoutes(NotificationService &service) : m_service(service) {}
    void registerOn(http::Router &router);

private:
    QCoro::Task<http::Response> list(http::RequestPtr request);
    QCoro::Task<http::Response> markRead(http::RequestPtr request);
    QCoro::Task<http::Response> settings(http::RequestPtr request);
    QCoro::Task<http::Response> setSettings(http::RequestPtr request);

    NotificationService &m_service;
};

} // namespace cargo::notifications
