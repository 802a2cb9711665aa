#pragma once

#include "server/core/answer.h"
#include "server/http/router.h"
#include "server/operations/operations_store.h"

namespace cargo::operations {

// What an admin decides about events that were given up.
class OperationsService
{
public:
    OperationsService(Runtime &runtime, OperationsStore &store) : m_runtime(runtime), m_store(store) {}

    // Errors: NotFound, StateConflict (it runs again).
    QCoro::Task<Result<Answer>> retry(CallContextPtr context, qint64 id);
    // For good. The reason is in the audit.
    QCoro::Task<Result<Answer>> discard(CallContextPtr context, qint64 id, QString reason);

private:
    QCoro::Task<Result<Answer>> finish(db::Transaction tx, qint64 id, OperationsStore::Event event, QByteArray action,
                                       QString reason);

    Runtime &m_runtime;
    OperationsStore &m_store;
};

// admin/ops and admin/parked-events, for admins.
class OperationsRoutes
{
public:
    OperationsRoutes(Runtime &runtime, OperationsStore &store, OperationsService &service)
        : m_runtime(runtime), m_store(store), m_service(service), m_startedAt(runtime.clock.now())
    {
    }
    void registerOn(http::Router &router);

private:
    QCoro::Task<http::Response> state(http::RequestPtr request);
    QCoro::Task<http::Response> parked(http::RequestPtr request);
    QCoro::Task<http::Response> decide(http::RequestPtr request, bool retry);

    Runtime &m_runtime;
    OperationsStore &m_store;
    OperationsService &m_service;
    Timestamp m_startedAt;
};

// What runs behind the scenes as one piece for the composition root.
struct OperationsFeature
{
    OperationsStore store;
    OperationsService service;
    OperationsRoutes routes;

    explicit OperationsFeature(Runtime &runtime) : store(runtime), service(runtime, store), routes(runtime, store, service) {}
    void registerOn(http::Router &router) { routes.registerOn(router); }
};

} // namespace cargo::operations
