#include "server/ops/ops_server.h"

#include "server/core/metrics.h"
#include "server/http/etag.h"
#include "shared/api/json_writer.h"
#include "shared/api/paths.h"

#include <QFile>

#include <algorithm>

namespace cargo::ops {

namespace {
// Nobody signs in here: a token is a mistake of configuration.
struct Nobody final : Authenticator
{
    Result<Principal> authenticate(QByteArrayView, Timestamp) const override { return ErrorCode::Unauthorized; }
};

http::Response text(QByteArray body, QByteArray type)
{
    http::Response response = http::Response::json(200, std::move(body));
    response.contentType = std::move(type);
    return response;
}

QCoro::Task<http::Response> health(http::RequestPtr) { co_return http::Response::json(200, "{\"status\":\"ok\"}"); }

QCoro::Task<http::Response> metricsText(http::RequestPtr)
{
    co_return text(metrics::render(), "text/plain; version=0.0.4; charset=utf-8");
}

QCoro::Task<http::Response> contract(http::RequestPtr request)
{
    QFile file(QStringLiteral(":/openapi.yaml"));
    if (!file.open(QIODevice::ReadOnly))
        co_return http::Response::error({ErrorCode::NotFound, {}, {}});
    const QByteArray yaml = file.readAll();
    http::Response response = text(yaml, "application/yaml; charset=utf-8");
    response.header("Cache-Control", "public, max-age=300");
    co_return http::withEtag(*request, std::move(response), http::etagOfBytes(yaml));
}

QCoro::Task<http::Response> answered(http::Response response) { co_return response; }
} // namespace

OpsServer::OpsServer(const Clock &clock, Readiness readiness)
    : m_readiness(std::move(readiness)), m_limiter({}), m_nobody(std::make_unique<Nobody>())
{
    const http::RouteOptions open{.access = http::Access::Public};
    m_router.add(http::Method::Get, "/healthz", open, health);
    m_router.add(http::Method::Get, "/readyz", open, [this](http::RequestPtr) { return answered(ready()); });
    m_router.add(http::Method::Get, "/metrics", open, metricsText);
    m_pipeline =
        std::make_unique<http::Pipeline>(http::PipelineParts{m_router, clock, *m_nobody, m_limiter, nullptr, {}, {}, {}, false});
    m_server = std::make_unique<http::Server>(*m_pipeline, m_addresses);
}

OpsServer::~OpsServer() = default;

Outcome OpsServer::listen(const QByteArray &address)
{
    auto listeners = http::openListeners(address, 1);
    if (!listeners)
        return listeners.error();
    m_port = http::portOf(listeners->front());
    m_server->listen(listeners->front());
    return ok();
}

http::Response OpsServer::ready() const
{
    const auto checks = m_readiness ? m_readiness() : std::vector<Check>{};
    const bool well =
        !m_draining && std::all_of(checks.begin(), checks.end(), [](const Check &check) { return check.good || !check.needed; });
    api::JsonWriter out(128);
    out.beginObject();
    out.field("status", m_draining ? "draining" : well ? "ready" : "not_ready");
    out.key("checks").beginObject();
    for (const Check &check : checks)
        out.key(check.name).value(check.good);
    out.endObject().endObject();
    return http::Response::json(well ? 200 : 503, out.take());
}

void registerContract(http::Router &router)
{
    router.add(http::Method::Get, "/openapi.yaml", {.access = http::Access::Public}, contract);
}

void registerStatus(http::Router &router, const config::Settings &settings, const Clock &clock)
{
    const auto status = [&settings, &clock](http::RequestPtr) {
        api::JsonWriter out(128);
        out.beginObject();
        out.field("min_app_version", settings.minAppVersion);
        out.field("maintenance", settings.maintenance);
        out.field("time", clock.now());
        out.endObject();
        return answered(http::Response::json(200, out.take()));
    };
    router.add(http::Method::Get, QByteArray(api::kBase) + "/status", {.access = http::Access::Public, .always = true}, status);
}

} // namespace cargo::ops
