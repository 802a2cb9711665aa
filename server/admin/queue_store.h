#pragma once

#include "server/core/runtime.h"

#include <QCoroTask>

#include <optional>
#include <vector>

namespace cargo::admin {

struct QueueCount
{
    QByteArray name;
    qint64 count = 0; // without what is snoozed
    qint64 overdue = 0;
    qint64 mine = 0; // claimed by me or assigned to me
    std::optional<Timestamp> oldestAt;
    std::optional<Timestamp> dueAt; // the first that is due
};

enum class QueueSort { DueAt, OpenedAt, Priority };

struct QueueAsk
{
    QByteArray queue;
    QueueSort sort = QueueSort::DueAt;
    bool descending = false; // of priorities: the least urgent first
    QByteArray state = "open";
    QString text; // part of title, detail or the user's name
    std::optional<Uuid> after;
    int limit = 0;
    UserId me;
    Timestamp now;
};

struct Named
{
    UserId id;
    QByteArray name;
};

struct QueueLine
{
    Uuid id;
    QByteArray title;
    QByteArray detail;
    std::optional<UserId> user;
    QByteArray userName;
    QByteArray userRole;
    std::optional<DealId> deal;
    Timestamp openedAt;
    Timestamp dueAt;
    int priority = 0;
    std::optional<Timestamp> snoozedUntil; // still to come
    std::optional<Named> assignedTo;
    std::optional<Named> claimedBy;
    std::optional<Timestamp> claimedUntil;
    QByteArray viewers; // JSON array
};

// SQL over everything that waits for staff. Reads; what is done to an item is desk's (server/desk).
class QueueStore
{
public:
    explicit QueueStore(Runtime &runtime) : m_db(runtime.db) {}

    // Of the queues where something waits; failed jobs are counted as the queue "parked_events".
    QCoro::Task<Result<std::vector<QueueCount>>> counts(CallContextPtr context, UserId me, Timestamp now);
    // limit + 1 lines at most.
    QCoro::Task<Result<std::vector<QueueLine>>> page(CallContextPtr context, QueueAsk ask);
    QCoro::Task<Result<qint64>> total(CallContextPtr context, QueueAsk ask);
    // Active staff with any of these permissions; just `only` when it is given and is one of them.
    QCoro::Task<Result<std::vector<UserId>>> staffWho(db::Transaction tx, quint32 permissions, std::optional<UserId> only);
    // Nothing: there is no such session.
    QCoro::Task<Result<std::optional<Timestamp>>> sessionEnds(db::Transaction tx, SessionId session);
    // Answers who looks at it now.
    QCoro::Task<Result<QByteArray>> look(db::Transaction tx, QByteArray queue, Uuid item, UserId staff, Timestamp now);

private:
    db::Database &m_db;
};

} // namespace cargo::admin
