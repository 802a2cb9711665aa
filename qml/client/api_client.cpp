#include "qml/client/api_client.h"

#include "shared/api/auth_dto.h"
#include "shared/api/paths.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTimer>

namespace cargo::client {
namespace {

constexpr int kMaxAttempts = 3;
constexpr int kMaxWaitS = 5;

int waitMs(int firstMs, int attempt, int retryAfterS)
{
    if (retryAfterS > 0)
        return retryAfterS * 1000;
    const int grown = firstMs << attempt;
    return grown + int(QRandomGenerator::global()->bounded(grown / 2 + 1));
}

} // namespace

Call Call::post(const QString &path, const QByteArray &body)
{
    return {"POST", path, {}, body, newUuid({QDateTime::currentMSecsSinceEpoch()}).toText(), true};
}

Call Call::upload(const QString &path, const QByteArray &contentType, const QByteArray &bytes, const QByteArray &idempotencyKey)
{
    const QByteArray key = idempotencyKey.isEmpty() ? newUuid({QDateTime::currentMSecsSinceEpoch()}).toText() : idempotencyKey;
    const QByteArray boundary = "cargo-" + key;
    Call call = post(path);
    call.idempotencyKey = key;
    call.contentType = "multipart/form-data; boundary=" + boundary;
    call.body = "--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"file\"\r\n"
                  "Content-Type: "
                + contentType + "\r\n\r\n" + bytes + "\r\n--" + boundary + "--\r\n";
    return call;
}

Call Call::photo(const QByteArray &jpeg, const QByteArray &idempotencyKey)
{
    return upload(QStringLiteral("media"), "image/jpeg", jpeg, idempotencyKey);
}

QString uploadedAs(const Answer &answer, const QByteArray &sha256)
{
    const bool whole = answer.ok && answer.body.value(QLatin1String("received_sha256")).toString().toLatin1() == sha256;
    return whole ? answer.body.value(QLatin1String("id")).toString() : QString();
}

Answer readAnswer(const HttpAnswer &http)
{
    Answer answer;
    answer.status = http.status;
    const QJsonDocument document = QJsonDocument::fromJson(http.body);
    answer.body = document.object();
    answer.etag = http.etag;
    answer.requestId = http.requestId;
    answer.retryAfterS = http.retryAfterS;
    answer.notModified = http.status == 304;
    // The gate of a hotel's network answers every address with a page of its own, or sends us there.
    answer.rubbish = (http.status >= 200 && http.status < 300 && !http.body.isEmpty() && !document.isObject())
                     || (http.status >= 300 && http.status < 400 && !answer.notModified)
                     || (http.status >= 400 && http.status < 500 && !document.isObject());
    answer.ok = (http.status >= 200 && http.status < 300 && !answer.rubbish) || answer.notModified;
    if (answer.ok)
        return answer;
    if (answer.rubbish) {
        answer.error.code = ErrorCode::Unavailable;
        return answer;
    }
    if (http.status == 0) {
        answer.error.code = http.timedOut ? ErrorCode::Timeout : ErrorCode::Unavailable;
        return answer;
    }
    const auto code = errorCodeFromWord(answer.body.value(QLatin1String("code")).toString());
    answer.error.code = code.value_or(http.status >= 500 ? ErrorCode::Internal : ErrorCode::BadRequest);
    answer.error.detail = answer.body.value(QLatin1String("detail")).toString();
    const QJsonArray fields = answer.body.value(QLatin1String("errors")).toArray();
    for (const QJsonValue &value : fields) {
        const QJsonObject field = value.toObject();
        answer.fields.push_back(
            {errorCodeFromWord(field.value(QLatin1String("code")).toString()).value_or(ErrorCode::ValidationFailed),
             field.value(QLatin1String("field")).toString(),
             {}});
    }
    return answer;
}

ApiClient::ApiClient(std::unique_ptr<Transport> transport, QObject *parent) : QObject(parent), m_transport(std::move(transport))
{
}

QUrl ApiClient::mediaUrl(const QString &path) const
{
    if (path.isEmpty())
        return {};
    if (!m_mediaPrefix.isEmpty())
        return QUrl(m_mediaPrefix + path);
    return m_server.resolved(QUrl(path));
}

void ApiClient::setTokens(const QByteArray &access, const QByteArray &refreshToken)
{
    m_access = access;
    m_refresh = refreshToken;
}

HttpRequest ApiClient::requestOf(const Call &call) const
{
    HttpRequest request;
    request.method = call.method;
    request.url = m_server;
    request.url.setPath(QLatin1String(api::kBase) + QLatin1Char('/') + call.path);
    request.url.setQuery(call.query);
    request.body = call.body;
    request.progress = call.progress;
    request.headers = {{"Accept", "application/json"}, {"Accept-Language", m_language}};
    if (!call.body.isEmpty())
        request.headers.emplaceBack("Content-Type", call.contentType);
    request.headers.append(call.headers);
    if (!call.ifMatch.isEmpty())
        request.headers.emplaceBack("If-Match", call.ifMatch);
    if (!call.etag.isEmpty())
        request.headers.emplaceBack("If-None-Match", call.etag);
    // How far this clock is off is the server's to know: what was recorded on the way carries its time.
    if (call.method != "GET")
        request.headers.emplaceBack("X-Device-Time", Timestamp{QDateTime::currentMSecsSinceEpoch()}.toRfc3339());
    if (!m_userAgent.isEmpty())
        request.headers.emplaceBack("User-Agent", m_userAgent);
    if (!call.idempotencyKey.isEmpty())
        request.headers.emplaceBack("Idempotency-Key", call.idempotencyKey);
    if (call.withToken && !m_access.isEmpty())
        request.headers.emplaceBack("Authorization", "Bearer " + m_access);
    return request;
}

void ApiClient::send(const Call &call, QObject *context, Done done)
{
    start(std::make_shared<Running>(Running{call, context, std::move(done)}));
}

void ApiClient::start(const std::shared_ptr<Running> &running)
{
    if (!running->context)
        return;
    const QByteArray token = m_access;
    m_transport->send(requestOf(running->call), [this, self = QPointer<ApiClient>(this), running, token](const HttpAnswer &http) {
        if (self)
            finish(running, http, token);
    });
}

void ApiClient::finish(const std::shared_ptr<Running> &running, const HttpAnswer &http, const QByteArray &tokenUsed)
{
    setOnline(http.status != 0);
    if (http.serverMs > 0)
        Q_EMIT clockHeard(http.serverMs);
    if (http.status == 503)
        Q_EMIT maintenanceMet();
    if (http.status == 401 && running->call.withToken && !running->refreshed && !m_refresh.isEmpty()) {
        running->refreshed = true;
        if (tokenUsed != m_access) // somebody renewed it meanwhile
            start(running);
        else
            refresh(this, [this, running, http](bool renewed) {
                if (renewed)
                    start(running);
                else if (running->context)
                    running->done(readAnswer(http));
            });
        return;
    }
    // Who says that it takes long is not waited for: the screen says so instead.
    const bool passing =
        http.status == 502 || http.status == 503 || http.status == 504 || (http.status == 429 && http.retryAfterS > 0);
    const bool again = http.status == 0 || (passing && http.retryAfterS <= kMaxWaitS);
    if (again && running->call.repeatable() && ++running->attempt < kMaxAttempts) {
        QTimer::singleShot(waitMs(m_firstRetryMs, running->attempt, http.retryAfterS), this, [this, running] { start(running); });
        return;
    }
    if (!running->context)
        return;
    Answer answer = readAnswer(http);
    if (running->call.raw && http.status >= 200 && http.status < 300) {
        answer.ok = true;
        answer.bytes = http.body;
    }
    running->done(answer);
}

void ApiClient::refresh(QObject *context, std::function<void(bool)> done)
{
    m_waiting.push_back([context = QPointer<QObject>(context), done = std::move(done)](bool renewed) {
        if (context)
            done(renewed);
    });
    if (m_waiting.size() > 1)
        return;
    if (m_refresh.isEmpty()) {
        QTimer::singleShot(0, this, [this] { refreshDone({401, {}, false, 0}); });
        return;
    }
    Call call = Call::post(QStringLiteral("auth/refresh"), api::RefreshDto{QString::fromLatin1(m_refresh)}.toJson());
    call.withToken = false;
    call.idempotencyKey.clear(); // a refresh token works once; a repeated one would end the session
    m_transport->send(requestOf(call), [this, self = QPointer<ApiClient>(this)](const HttpAnswer &http) {
        if (self)
            refreshDone(http);
    });
}

void ApiClient::refreshDone(const HttpAnswer &http)
{
    const Answer answer = readAnswer(http);
    if (answer.ok) {
        setTokens(answer.body.value(QLatin1String("access_token")).toString().toLatin1(),
                  answer.body.value(QLatin1String("refresh_token")).toString().toLatin1());
        Q_EMIT refreshed(answer.body);
    } else if (http.status == 401 || http.status == 403) {
        setTokens({}, {});
        Q_EMIT sessionEnded();
    }
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto &done : waiting)
        done(answer.ok);
}

void ApiClient::setOnline(bool online)
{
    if (online == m_online)
        return;
    m_online = online;
    Q_EMIT onlineChanged();
}

} // namespace cargo::client
