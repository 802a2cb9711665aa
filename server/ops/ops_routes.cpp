#include "server/ops/ops_routes.h"

#include "server/core/metrics.h"

namespace cargo::ops {

namespace {

QCoro::Task<http::Response> healthz(http::RequestPtr)
{
    co_return http::Response::json(200, "{\"status\":\"ok\"}");
}

QCoro::Task<http::Response> metricsText(http::RequestPtr)
{
    http::Response response = http::Response::json(200, metrics::render());
    response.contentType = "text/plain; version=0.0.4";
    co_return response;
}

QCoro::Task<http::Response> readyz(ReadinessCheck check, http::RequestPtr request)
{
    const Readiness readiness = co_await check(request->context);
    co_return http::Response::json(readiness.ready ? 200 : 503, readiness.json);
}

} // namespace

QCoro::Task<Readiness> readiness(db::Database *database, CallContextPtr context, const std::atomic<bool> *started,
                                 const std::atomic<bool> *draining)
{
    const Outcome pinged = co_await database->ping(std::move(context));
    const bool ready = pinged.ok() && started->load() && !draining->load();
    QByteArray json("{\"ready\":");
    json += ready ? "true" : "false";
    json += pinged.ok() ? ",\"database\":\"ok\"" : ",\"database\":\"unavailable\"";
    json += draining->load() ? ",\"draining\":true}" : ",\"draining\":false}";
    co_return Readiness{ready, json};
}

void registerOps(http::Router &router, ReadinessCheck check)
{
    const http::RouteOptions open{.access = http::Access::Public, .rateLimit = ""};
    router.add(http::Method::Get, "/healthz", open, &healthz);
    router.add(http::Method::Get, "/metrics", open, &metricsText);
    router.add(http::Method::Get, "/readyz", open, [check](http::RequestPtr request) { return readyz(check, std::move(request)); });
}

} // namespace cargo::ops
