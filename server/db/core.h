#pragma once

#include "server/core/steady.h"
#include "server/db/lane.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <array>

namespace cargo::db {

// What stands behind a Database: the three lanes, the list of coroutines that may run on, the sweep of deadlines and the
// helper thread that sends cancel requests. Coroutines are resumed here alone, after every connection is in a settled
// state: what they do next (new statements, dropped transactions, the end of the Database) finds nothing half done.
class Core final : public QObject
{
public:
    explicit Core(DatabaseOptions options);
    ~Core() override;

    const DatabaseOptions &options() const { return m_options; }
    Lane &readLane() { return m_lanes[0]; }
    Lane &queryLane() { return m_lanes[1]; }
    Lane &writeLane() { return m_lanes[2]; }
    std::array<Lane, 3> &lanes() { return m_lanes; }

    // The statement has its result; its coroutine runs on at the next drain.
    void makeReady(PendingQuery *query);
    void forgetReady(PendingQuery *query) { m_ready.remove(query); }
    // Runs every coroutine that is ready. Handlers of notifiers call it last and touch nothing afterwards.
    void drain();
    bool isDraining() const { return m_depth > 0; }

    void close();
    bool isClosed() const { return m_closed; }

    // Sends a cancel request from the helper thread and calls Connection::cancelSent() on ours afterwards.
    void sendCancel(Connection *connection);
    void wakeSweep();

    void heardGood() { m_lastGoodMs = steadyMs(); }
    void heardBad() { m_lastBadMs = steadyMs(); }
    bool healthy() const { return m_lastGoodMs != 0 && m_lastGoodMs >= m_lastBadMs; }

private:
    void sweep();

    DatabaseOptions m_options;
    std::array<Lane, 3> m_lanes;
    PendingList m_ready;
    QTimer m_sweep;
    QThreadPool m_helper;
    int m_depth = 0;
    bool m_drainPosted = false;
    bool m_closed = false;
    qint64 m_lastGoodMs = 0;
    qint64 m_lastBadMs = 0;
};

} // namespace cargo::db
