#pragma once

#include "server/http/router.h"
#include "server/jobs/registry.h"
#include "server/stats/stat_store.h"

namespace cargo::stats {

// admin/stats/…: figures for every member of staff, as JSON or (?format=csv) as a file. Nothing personal is in them.
class StatRoutes
{
public:
    StatRoutes(Runtime &runtime, StatStore &store) : m_runtime(runtime), m_store(store) {}
    void registerOn(http::Router &router);

private:
    QCoro::Task<http::Response> overview(http::RequestPtr request);
    QCoro::Task<http::Response> series(http::RequestPtr request);
    QCoro::Task<http::Response> waits(http::RequestPtr request);
    QCoro::Task<http::Response> cohorts(http::RequestPtr request);
    QCoro::Task<http::Response> answer(http::RequestPtr request, Span span, Result<FigureTable> table, QByteArray name);

    Runtime &m_runtime;
    StatStore &m_store;
};

// Keeps the views fresh on one of the servers: every minute, less often when it takes long. A failure is tried again with the
// next round.
class StatJob
{
public:
    StatJob(Runtime &runtime, StatStore &store) : m_runtime(runtime), m_store(store) {}
    void registerOn(jobs::Registry &registry);
    // Once at start.
    QCoro::Task<Outcome> arm(CallContextPtr context);

private:
    QCoro::Task<Outcome> refresh(CallContextPtr context);
    QCoro::Task<void> run();

    Runtime &m_runtime;
    StatStore &m_store;
    bool m_refreshing = false;
    qint64 m_everyMs = kMinuteMs;
};

// Figures as one piece for the composition root.
struct StatsFeature
{
    StatStore store;
    StatRoutes routes;
    StatJob job;

    explicit StatsFeature(Runtime &runtime) : store(runtime), routes(runtime, store), job(runtime, store) {}
    void registerOn(http::Router &router) { routes.registerOn(router); }
    void registerJobs(jobs::Registry &registry) { job.registerOn(registry); }
};

} // namespace cargo::stats
