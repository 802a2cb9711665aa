#pragma once

#include "server/db/database.h"

namespace cargo::ws {

// The numbered events of a user as they are stored (table user_events): what a client that was away is sent.
class EventLogStore
{
public:
    explicit EventLogStore(db::Database &database) : m_database(database) {}

    struct Event
    {
        qint64 seq;
        QByteArray frame;     // complete, with type and seq
    };
    struct Page
    {
        qint64 currentSeq = 0;
        std::vector<Event> events;     // ascending, all above the number asked for
    };
    // Number and events come from one snapshot.
    QCoro::Task<Result<Page>> after(CallContextPtr context, UserId user, qint64 seq, int limit);

private:
    db::Database &m_database;
};

} // namespace cargo::ws
