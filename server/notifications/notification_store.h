#pragma once

#include "server/db/database.h"

namespace cargo::notifications {

struct NotificationRow
{
    NotificationId id;
    QByteArray kind;
    QByteArray data; // JSON object
    Timestamp createdAt;
    std::optional<Timestamp> readAt;

    QByteArray toJson() const;
};

// SQL of notifications and of the settings of who wants which.
class NotificationStore
{
public:
    explicit NotificationStore(db::Database &database) : m_database(database) {}

    struct List
    {
        qint64 unread = 0;
        std::vector<NotificationRow> rows;
    };
    QCoro::Task<Result<List>> list(CallContextPtr context, UserId user, std::optional<Uuid> before, int limit);
    // Answers how many are still unread.
    QCoro::Task<Result<qint64>> markRead(CallContextPtr context, UserId user, std::vector<NotificationId> ids,
                                         std::optional<NotificationId> upTo, Timestamp now);
    // False: this dedupe key was told before, or he does not want to be told.
    QCoro::Task<Result<bool>> add(db::Transaction tx, UserId user, NotificationRow row, QByteArray dedupeKey);

    QCoro::Task<Result<QByteArray>> settings(CallContextPtr context, UserId user);
    QCoro::Task<Outcome> setSettings(CallContextPtr context, UserId user, QByteArray json);

private:
    db::Database &m_database;
};

} // namespace cargo::notifications
