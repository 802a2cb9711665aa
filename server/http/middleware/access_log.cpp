#include "server/http/middleware/access_log.h"

#include "server/core/log.h"

#include <ctime>

namespace cargo::http {

qint64 monotonicNs()
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1'000'000'000LL + now.tv_nsec;
}

AccessLog::AccessLog(const Router &router) : m_unmatched(figuresFor("-", "unmatched"))
{
    for (const auto &route : router.routes())
        m_routes.push_back(figuresFor(methodWord(route->method), route->pattern.toStdString()));
}

AccessLog::Figures AccessLog::figuresFor(const std::string &method, const std::string &route)
{
    Figures figures;
    for (size_t hundreds = 2; hundreds < 6; ++hundreds) {
        figures.byClass[hundreds] =
            &metrics::counter("cargo_http_requests_total", "Answered requests.",
                              {{"method", method}, {"route", route}, {"class", std::to_string(hundreds) + "xx"}});
    }
    figures.byClass[0] = figures.byClass[1] = figures.byClass[2];
    figures.seconds = &metrics::histogram("cargo_http_request_seconds", "From the end of the head to the answer.",
                                          {{"method", method}, {"route", route}});
    return figures;
}

void AccessLog::note(const Exchange &exchange, int status)
{
    const qint64 us = (monotonicNs() - exchange.startedNs) / 1000;
    const Router::Route *route = exchange.match.route;
    Figures &figures = route ? m_routes[size_t(route->number)] : m_unmatched;
    figures.byClass[size_t(qBound(0, status / 100, 5))]->add();
    figures.seconds->observeUs(us);
    if (!log::enabled(log::Level::Info))
        return;
    log::info("http.access", {{"request_id", exchange.request.context->requestId},
                              {"method", methodWord(exchange.request.method)},
                              {"route", route ? route->pattern.constData() : "unmatched"},
                              {"status", status},
                              {"us", us}});
}

void AccessLog::noteRefusal(const QByteArray &requestId, ErrorCode code, const char *reason, int status)
{
    m_unmatched.byClass[size_t(qBound(0, status / 100, 5))]->add();
    const bool ours = code == ErrorCode::StorageFull || code == ErrorCode::Unavailable;
    const auto note = ours ? log::warning : log::info;
    note("http.refused", {{"request_id", requestId}, {"code", errorWord(code)}, {"reason", reason}});
}

} // namespace cargo::http
