#include "server/http/pipeline.h"

#include "server/core/log.h"
#include "server/db/sql_error.h"
#include "server/http/byte_range.h"
#include "server/http/middleware/authentication.h"
#include "server/http/middleware/idempotency.h"
#include "server/http/middleware/identity.h"
#include "server/http/middleware/target_check.h"
#include "server/http/problem.h"

#include <QFileInfo>

#include <exception>

namespace cargo::http {

namespace {
constexpr int kGivesWay = 3;

bool gaveWay(const Response &response) { return response.problem && db::isRetryable(*response.problem); }

QByteArray allowHeader(const std::vector<Method> &methods)
{
    QByteArray text;
    for (const Method method : methods) {
        if (!text.isEmpty())
            text += ", ";
        text += methodWord(method);
    }
    return text;
}

// What passes by itself passes soon; room on a disk is made by a person.
void sayWhenToComeAgain(Response &response)
{
    const int seconds = response.status == 503 || response.status == 504 ? 1 : response.status == 507 ? 30 : 0;
    if (seconds > 0 && !response.hasHeader("Retry-After"))
        response.header("Retry-After", QByteArray::number(seconds));
}

Response tooOften(qint64 retryAfterMs)
{
    Response response = Response::error({ErrorCode::RateLimited, {}, {}});
    response.header("Retry-After", QByteArray::number(qMax(qint64(1), (retryAfterMs + 999) / 1000)));
    return response;
}

// Bodies are JSON, unless the route says otherwise. A client that says nothing means JSON.
bool takesContentType(const RouteOptions &options, const Request &request)
{
    if (options.webhook || options.upload || request.body.isEmpty())
        return true;
    const QByteArrayView type = request.headerView("content-type");
    if (type.isEmpty())
        return true;
    const qsizetype end = type.indexOf(';');
    const QByteArray word = (end < 0 ? type : type.first(end)).toByteArray().trimmed().toLower();
    if (options.form && word == "application/x-www-form-urlencoded")
        return true;
    if (options.octets)
        return word == "application/offset+octet-stream";
    return word == "application/json" || word.endsWith("+json");
}
} // namespace

Pipeline::Pipeline(PipelineParts parts) : m_parts(std::move(parts)), m_log(m_parts.router) {}

BodyRule Pipeline::open(Exchange &exchange, const QByteArray &peer)
{
    Request &request = exchange.request;
    exchange.startedNs = monotonicNs();
    const Timestamp now = m_parts.clock.now();
    auto context = std::make_shared<CallContext>(now, now.plusMs(m_parts.limits.handleMs));
    context->requestId = requestIdFor(request.headerView("x-request-id"), now);
    if (const QByteArrayView trace = request.headerView("traceparent"); !trace.isEmpty())
        context->traceparent = traceparentFor(trace);
    context->locale = localeFor(request.headerView("accept-language"));
    context->peerAddress = callerAddress(peer, request, m_parts.trustedProxies);
    const QByteArrayView agent = request.headerView("user-agent");
    context->userAgent = agent.first(qMin(agent.size(), qsizetype(limits::kUserAgentBytes))).toByteArray();
    request.context = std::move(context);

    exchange.match = m_parts.router.match(request.method, request.path);
    BodyRule rule;
    rule.maxBytes = m_parts.limits.bodyBytes;
    if (const Router::Route *route = exchange.match.route) {
        request.params = std::move(exchange.match.params);
        rule.maxBytes = route->options.maxBodyBytes;
        if (!route->options.upload) {
            rule.maxBytes = qMin(rule.maxBytes, m_parts.limits.memoryBodyBytes);
        } else {
            rule.maxBytes += limits::kMultipartOverheadBytes;
            rule.toFile = true;
            // A body that is too long is told so before anything else.
            if (exchange.facts.contentLength <= rule.maxBytes)
                rule.refusal = beginUpload(exchange);
        }
    }
    if (rule.refusal)
        finish(exchange, *rule.refusal);
    return rule;
}

// Nobody fills our disk without a token: uploads are admitted before their body is read.
std::optional<Response> Pipeline::beginUpload(Exchange &exchange)
{
    if (auto refused = admit(exchange))
        return refused;
    exchange.admitted = true;
    const QByteArray boundary = MultipartReader::boundaryOf(exchange.request.headerView("content-type"));
    if (boundary.isEmpty())
        return Response::error({ErrorCode::UnsupportedMediaType, {}, QStringLiteral("multipart/form-data expected")});
    exchange.upload = Upload::create(m_parts.uploadFolder, boundary);
    if (!exchange.upload)
        return Response::error({ErrorCode::StorageFull, {}, {}});
    return std::nullopt;
}

std::optional<Response> Pipeline::checkRate(Exchange &exchange, int bucket)
{
    const CallContext &context = *exchange.request.context;
    // Attempts to sign in are counted by address, whoever claims to ask; everything else by user where there is one.
    const bool byUser = context.principal && bucket != int(limits::Bucket::Auth);
    const Uuid user = byUser ? context.principal->user.uuid : Uuid{};
    const QByteArrayView key =
        byUser ? QByteArrayView(reinterpret_cast<const char *>(user.bytes.data()), qsizetype(user.bytes.size()))
               : QByteArrayView(context.peerAddress);
    const auto verdict = m_parts.rateLimiter.take(limits::Bucket(bucket), key, context.startedAt);
    if (verdict.allowed)
        return std::nullopt;
    return tooOften(verdict.retryAfterMs);
}

std::optional<Response> Pipeline::unmatched(Exchange &exchange)
{
    if (auto refused = checkRate(exchange, int(limits::Bucket::Api)))
        return refused;
    const auto &allowed = exchange.match.allowed;
    if (allowed.empty())
        return Response::error({ErrorCode::NotFound, {}, {}});
    Response response = exchange.request.method == Method::Options ? Response::noContent()
                                                                   : Response::error({ErrorCode::MethodNotAllowed, {}, {}});
    response.header("Allow", allowHeader(allowed));
    return response;
}

std::optional<Response> Pipeline::admit(Exchange &exchange)
{
    if (exchange.admitted)
        return std::nullopt;
    Request &request = exchange.request;
    if (!targetIsText(request))
        return Response::error({ErrorCode::InvalidEncoding, {}, {}});
    if (!targetIsShort(request))
        return Response::error({ErrorCode::BadRequest, {}, QStringLiteral("too many parameters")});
    const Router::Route *route = exchange.match.route;
    if (!route)
        return unmatched(exchange);
    if (m_parts.closed && !route->options.always && !route->options.webhook) {
        Response response = Response::error({ErrorCode::Unavailable, {}, QStringLiteral("maintenance")});
        response.header("Retry-After", "60");
        return response;
    }
    if (auto allowed = authenticate(exchange, m_parts.authenticator); !allowed) {
        // Guessing tokens costs like asking.
        if (auto refused = checkRate(exchange, int(limits::Bucket::Api)))
            return refused;
        Response response = Response::error(allowed.error());
        if (response.status == 401)
            response.header("WWW-Authenticate", "Bearer");
        return response;
    }
    if (!route->options.webhook) {
        if (auto refused = checkRate(exchange, route->bucket))
            return refused;
    }
    if (!takesContentType(route->options, request))
        return Response::error({ErrorCode::UnsupportedMediaType, {}, {}});
    return std::nullopt;
}

QCoro::Task<Response> Pipeline::handle(ExchangePtr exchange)
{
    Response response;
    if (auto refused = admit(*exchange))
        response = std::move(*refused);
    else
        response = co_await answer(exchange);
    finish(*exchange, response);
    co_return response;
}

QCoro::Task<Outcome> Pipeline::checkStepUp(ExchangePtr exchange)
{
    const RouteOptions &options = exchange->match.route->options;
    const QByteArray parameter(options.stepUpQuery);
    const bool asked = options.stepUp || (!parameter.isEmpty() && !exchange->request.queryValue(parameter).isEmpty());
    // Others are refused by the door or by the handler.
    const auto &caller = exchange->request.context->principal;
    if (!asked || !caller || caller->role != Role::Staff)
        co_return ok();
    if (!m_parts.steppedUp)
        co_return Error{ErrorCode::StepUpRequired, {}, {}};
    co_return co_await m_parts.steppedUp(exchange->request.context);
}

QCoro::Task<Response> Pipeline::answer(ExchangePtr exchange)
{
    const Router::Route *route = exchange->match.route;
    const CallContextPtr context = exchange->request.context;
    if (route->options.idempotent) {
        if (auto read = readIdempotencyKey(*exchange); !read)
            co_return Response::error(read.error());
    }
    if (const auto shown = co_await checkStepUp(exchange); !shown)
        co_return Response::error(shown.error());
    const bool keyed = context->idempotency.has_value() && m_parts.database;
    if (keyed) {
        auto stored = co_await findStoredAnswer(m_parts.database, context);
        if (stored)
            co_return std::move(*stored);
    }
    const RequestPtr request(exchange, &exchange->request);
    Response response;
    try {
        response = co_await route->handler(request);
        // Who had to give way to another transaction has changed nothing, and tries again at once; his caller did nothing wrong.
        for (int again = 0; again < kGivesWay && gaveWay(response) && request->uploadPath.isEmpty(); ++again)
            response = co_await route->handler(request);
    } catch (const std::exception &problem) {
        log::error("http.exception", {{"request_id", context->requestId}, {"route", route->pattern}, {"what", problem.what()}});
        response = Response::error({ErrorCode::Internal, {}, {}});
    }
    if (keyed && response.problem && response.problem->code == ErrorCode::IdempotencyReplay) {
        auto stored = co_await findStoredAnswer(m_parts.database, context);
        if (stored)
            co_return std::move(*stored);
    }
    co_return response;
}

void Pipeline::finish(Exchange &exchange, Response &response)
{
    const CallContext &context = *exchange.request.context;
    if (!response.filePath.isEmpty())
        finishFile(exchange, response);
    if (response.problem) {
        const Error &error = *response.problem;
        renderProblem(response, context.locale, context.requestId);
        if (response.status >= 500 && error.code != ErrorCode::Cancelled) {
            log::warning("http.problem",
                         {{"request_id", context.requestId},
                          {"route", exchange.match.route ? exchange.match.route->pattern.constData() : "unmatched"},
                          {"code", errorWord(error.code)},
                          {"detail", error.detail}});
        }
        sayWhenToComeAgain(response);
    }
    m_log.note(exchange, response.status);
}

// Turns a file into offset and length, or into the problem that it is not there.
void Pipeline::finishFile(Exchange &exchange, Response &response)
{
    const QFileInfo file(response.filePath);
    if (!file.isFile()) {
        response = Response::error({ErrorCode::NotFound, {}, {}});
        return;
    }
    response.fileOffset = 0;
    response.fileBytes = file.size();
    response.header("Accept-Ranges", "bytes");
    if (response.status != 200 || exchange.request.method != Method::Get)
        return;
    const RangeVerdict range = parseRange(exchange.request.headerView("range"), file.size());
    if (range.kind == RangeVerdict::Unsatisfiable) {
        response = Response::error({ErrorCode::RangeNotSatisfiable, {}, {}});
        response.header("Content-Range", "bytes */" + QByteArray::number(file.size()));
    } else if (range.kind == RangeVerdict::Part) {
        response.status = 206;
        response.fileOffset = range.offset;
        response.fileBytes = range.bytes;
        response.header("Content-Range", "bytes " + QByteArray::number(range.offset) + '-'
                                             + QByteArray::number(range.offset + range.bytes - 1) + '/'
                                             + QByteArray::number(file.size()));
    }
}

Response Pipeline::refuse(Exchange *exchange, const Refusal &refusal)
{
    const CallContext *context = exchange ? exchange->request.context.get() : nullptr;
    const QByteArray requestId = context ? context->requestId : requestIdFor({}, m_parts.clock.now());
    m_log.noteRefusal(requestId, refusal.code, refusal.reason, problemStatus(refusal.code));
    Error error{refusal.code, {}, {}};
    if (refusal.code == ErrorCode::Required)
        error = {ErrorCode::Required, QStringLiteral("file"), {}};
    Response response = Response::error(std::move(error));
    renderProblem(response, context ? context->locale : Locale::En, requestId);
    sayWhenToComeAgain(response);
    if (!context)
        response.header("X-Request-Id", requestId);
    if (refusal.code == ErrorCode::UpgradeRequired)
        response.header("Upgrade", "websocket").header("Sec-WebSocket-Version", "13");
    return response;
}

} // namespace cargo::http
