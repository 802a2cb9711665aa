#pragma once

#include "server/core/metrics.h"
#include "server/http/exchange.h"

#include <vector>

namespace cargo::http {

// Last link: one log line and a few atomic additions a request. The route's pattern is the label, never the path: ids and
// secrets do not get into logs, and the number of time series stays bounded.
class AccessLog
{
public:
    explicit AccessLog(const Router &router);
    void note(const Exchange &exchange, int status);
    // Requests that no route saw. A warning when the fault is on our side.
    void noteRefusal(const QByteArray &requestId, ErrorCode code, const char *reason, int status);

private:
    struct Figures
    {
        metrics::Counter *byClass[6] = {}; // 1xx … 5xx, index = hundreds
        metrics::Histogram *seconds = nullptr;
    };
    static Figures figuresFor(const std::string &method, const std::string &route);

    std::vector<Figures> m_routes;
    Figures m_unmatched;
};

qint64 monotonicNs();

} // namespace cargo::http
