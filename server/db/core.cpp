#include "server/db/core.h"

#include "server/db/connection.h"

#include <libpq-fe.h>

namespace cargo::db {

namespace {
constexpr int kSweepMs = 50;
}

Core::Core(DatabaseOptions options)
    : m_options(std::move(options)), m_lanes{Lane(this, Lane::Kind::Read, m_options.readConnections, m_options.queueLimit),
                                             Lane(this, Lane::Kind::Query, m_options.queryConnections, m_options.queueLimit),
                                             Lane(this, Lane::Kind::Write, m_options.writeConnections, m_options.queueLimit)}
{
    m_helper.setMaxThreadCount(1);
    m_sweep.setInterval(kSweepMs);
    connect(&m_sweep, &QTimer::timeout, this, [this] { sweep(); });
}

Core::~Core()
{
    close();
    m_helper.waitForDone();
}

void Core::makeReady(PendingQuery *query)
{
    query->m_stage = PendingQuery::Stage::Ready;
    m_ready.append(query);
    if (m_depth == 0 && !m_drainPosted) {
        m_drainPosted = true;
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_drainPosted = false;
                drain();
            },
            Qt::QueuedConnection);
    }
}

void Core::drain()
{
    ++m_depth;
    while (PendingQuery *query = m_ready.takeFirst()) {
        query->m_stage = PendingQuery::Stage::Done;
        query->m_awaiting.resume();
    }
    --m_depth;
}

void Core::close()
{
    if (m_closed)
        return;
    m_closed = true;
    m_sweep.stop();
    for (Lane &lane : m_lanes)
        lane.close();
    drain();
}

void Core::sendCancel(Connection *connection)
{
    PGcancel *cancel = PQgetCancel(connection->handle());
    m_helper.start([this, cancel, connection] {
        char reason[256];
        PQcancel(cancel, reason, sizeof reason); // blocks for a round trip
        PQfreeCancel(cancel);
        QMetaObject::invokeMethod(
            this,
            [this, connection] {
                connection->cancelSent();
                drain();
            },
            Qt::QueuedConnection);
    });
}

void Core::wakeSweep()
{
    if (!m_sweep.isActive() && !m_closed)
        m_sweep.start();
}

void Core::sweep()
{
    const qint64 now = steadyMs();
    bool work = false;
    for (Lane &lane : m_lanes) {
        lane.sweep(now);
        work = work || lane.hasWork();
    }
    if (!work)
        m_sweep.stop();
    drain();
}

} // namespace cargo::db
