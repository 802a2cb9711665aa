#pragma once

#include "server/db/pending_list.h"

#include <memory>
#include <vector>

namespace cargo::db {

// Connections of one kind and the statements that wait for them. The read lane pipelines: all statements of one turn of
// the event loop go out together with one Sync. The query and write lanes give a connection to one statement, to one
// transaction or to one group of writes at a time. A lane opens connections when work waits, and backs off while PostgreSQL
// cannot be reached.
class Lane
{
public:
    enum class Kind { Read, Query, Write };

    Lane(Core *core, Kind kind, int connections, int queueLimit);
    ~Lane();
    Lane(const Lane &) = delete;
    Lane &operator=(const Lane &) = delete;

    Core &core() const { return *m_core; }
    Kind kind() const { return m_kind; }
    // Writes and transactions are never run twice; reads may be.
    bool mayRepeat() const { return m_kind != Kind::Write; }

    // Sets the result and answers false when the statement cannot be taken.
    bool accepts(PendingQuery *query) const;
    void submit(PendingQuery *query);
    // The caller hung up, or its deadline has passed.
    void stop(PendingQuery *query, ErrorCode code);
    // The coroutine's frame goes away while the statement waits.
    void forget(PendingQuery *query);
    void runAgain(PendingQuery *query);

    // Gives work to connections that are free. Never resumes a coroutine.
    void pump();
    void connectionOpened();
    void connectFailed();
    void countDone(bool failed);

    void sweep(qint64 nowMs);
    bool hasWork() const;
    void close();
    Database::LaneStatus status() const;

private:
    void pumpPipelined();
    void pumpExclusive();
    void pumpGroups();
    bool mayStartGroup() const;
    Connection *freeConnection() const;
    PendingList &listOf(const PendingQuery *query);
    void schedulePump();
    void openForQueue();
    Connection *leastLoaded() const;

    Core *m_core;
    Kind m_kind;
    int m_queueLimit;
    std::vector<std::unique_ptr<Connection>> m_connections;
    PendingList m_queue;
    PendingList m_grouped; // writes that may share a transaction
    bool m_pumpPosted = false;
    int m_failures = 0;         // connects that failed in a row
    qint64 m_nextAttemptMs = 0; // steady clock
    quint64 m_done = 0;
    quint64 m_failed = 0;
};

} // namespace cargo::db
