#pragma once

#include "server/core/runtime.h"
#include "server/jobs/outbox.h"
#include "server/notifications/notification_store.h"
#include "shared/api/notification_dto.h"

#include <QJsonObject>

namespace cargo::notifications {

// Tells users what happened, once: features put {"user_id","kind","data","dedupe_key"} under the outbox topic "notify",
// this makes the row and the socket event of it. Never decides what is worth telling.
class NotificationService
{
public:
    explicit NotificationService(Runtime &runtime) : m_runtime(runtime), m_store(runtime.db) {}

    struct Page
    {
        QByteArray items; // JSON array
        qint64 unread = 0;
        std::optional<Uuid> next;
    };
    QCoro::Task<Result<Page>> list(CallContextPtr context, std::optional<Uuid> before, int limit);
    QCoro::Task<Result<qint64>> markRead(CallContextPtr context, api::ReadNotificationsDto what);

    // {"deals":{"app":true,"push":true,"mail":true},…}: every category, also those never touched.
    QCoro::Task<Result<QByteArray>> settings(CallContextPtr context);
    QCoro::Task<Result<QByteArray>> setSettings(CallContextPtr context, QJsonObject wanted);

    // Outbox "notify".
    QCoro::Task<Outcome> notify(CallContextPtr context, jobs::StoredEvent event);

private:
    Runtime &m_runtime;
    NotificationStore m_store;
};

} // namespace cargo::notifications
