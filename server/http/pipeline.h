#pragma once

#include "server/core/authenticator.h"
#include "server/db/database.h"
#include "server/http/exchange.h"
#include "server/http/middleware/access_log.h"
#include "server/http/middleware/rate_limit.h"

#include <QCoroTask>
#include <QStringList>

#include <functional>

namespace cargo::http {

// What the chain needs from its thread and from the process. All of it outlives the pipeline.
struct PipelineParts
{
    const Router &router;
    const Clock &clock;
    const Authenticator &authenticator;
    RateLimiter &rateLimiter;
    db::Database *database = nullptr; // for stored answers; without it Idempotency-Key is only checked
    limits::Http limits = {};
    QString uploadFolder; // below the data directory
    QStringList trustedProxies;
    bool closed = false; // maintenance: only webhooks and what is always answered get in, all else 503
    // Has this caller shown a second factor lately? Without it nobody has. Error: StepUpRequired.
    std::function<QCoro::Task<Outcome>(CallContextPtr)> steppedUp = {};
};

// The one chain that every request goes through: name, language, caller, route, text check, token, rate, content type,
// stored answer, handler, problem, files, log. Belongs to one thread. It knows no feature and no socket.
class Pipeline
{
public:
    explicit Pipeline(PipelineParts parts);

    // First half, when the head is complete: context, route, and how much body may come. `peer` is an address as text.
    BodyRule open(Exchange &exchange, const QByteArray &peer);
    // Second half, when the body is complete.
    QCoro::Task<Response> handle(ExchangePtr exchange);
    // A request that is refused between the two or before: the finished answer. `exchange` may be null.
    Response refuse(Exchange *exchange, const Refusal &refusal);

    const limits::Http &limits() const { return m_parts.limits; }

private:
    std::optional<Response> admit(Exchange &exchange);
    std::optional<Response> checkRate(Exchange &exchange, int bucket);
    std::optional<Response> unmatched(Exchange &exchange);
    std::optional<Response> beginUpload(Exchange &exchange);
    QCoro::Task<Response> answer(ExchangePtr exchange);
    QCoro::Task<Outcome> checkStepUp(ExchangePtr exchange);
    void finish(Exchange &exchange, Response &response);
    void finishFile(Exchange &exchange, Response &response);

    PipelineParts m_parts;
    AccessLog m_log;
};

} // namespace cargo::http
