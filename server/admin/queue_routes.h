#pragma once

#include "server/admin/queue_service.h"
#include "server/http/router.h"

namespace cargo::admin {

// GET admin/queues and admin/queues/{name}; claim, snooze, assign, viewing of one item; bulk.
class QueueRoutes
{
public:
    explicit QueueRoutes(QueueService &service) : m_service(service) {}
    void registerOn(http::Router &router);

private:
    QCoro::Task<http::Response> counts(http::RequestPtr request);
    QCoro::Task<http::Response> page(http::RequestPtr request);
    QCoro::Task<http::Response> claim(http::RequestPtr request);
    QCoro::Task<http::Response> release(http::RequestPtr request);
    QCoro::Task<http::Response> snooze(http::RequestPtr request);
    QCoro::Task<http::Response> assign(http::RequestPtr request);
    QCoro::Task<http::Response> viewing(http::RequestPtr request);
    QCoro::Task<http::Response> bulk(http::RequestPtr request);

    QueueService &m_service;
};

} // namespace cargo::admin
