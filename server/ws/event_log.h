#pragma once

#include "server/db/database.h"

namespace cargo::ws {

// The numbered events of a user as they are stored: what a client that was away is sent.
class EventLog
{
public:
    struct Event
    {
        qint64 seq;
        QByteArray frame; // complete, with type and seq
    };
    struct Page
    {
        qint64 currentSeq = 0;
        std::vector<Event> events; // ascending, all above the number asked for
    };
    virtual ~EventLog() = default;
    // Number and events belong to one moment.
    virtual QCoro::Task<Result<Page>> after(CallContextPtr context, UserId user, qint64 seq, int limit) = 0;
    // The newest number of each; who never had an event is left out.
    using Numbers = std::vector<std::pair<UserId, qint64>>;
    virtual QCoro::Task<Result<Numbers>> current(CallContextPtr context, std::vector<UserId> users) = 0;
};

// Table user_events.
class EventLogStore final : public EventLog
{
public:
    explicit EventLogStore(db::Database &database) : m_database(database) {}
    QCoro::Task<Result<Page>> after(CallContextPtr context, UserId user, qint64 seq, int limit) override;
    QCoro::Task<Result<Numbers>> current(CallContextPtr context, std::vector<UserId> users) override;

private:
    db::Database &m_database;
};

} // namespace cargo::ws
