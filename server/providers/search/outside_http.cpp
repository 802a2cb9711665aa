#include "server/providers/search/outside_http.h"

#include "server/core/log.h"
#include "server/core/steady.h"
#include "server/net/authorities.h"

#include <QRegularExpression>

#include <algorithm>

namespace cargo::search {

namespace {
// {"code":"index_not_found"} and {"error":{"type":"index_not_found_exception"}}
QByteArray codeOf(const QJsonObject &answer)
{
    const QJsonValue error = answer.value(QLatin1String("error"));
    const QJsonValue code =
        error.isObject() ? error.toObject().value(QLatin1String("type")) : answer.value(QLatin1String("code"));
    return code.toString().toUtf8().left(80);
}

QByteArray textOf(const QJsonObject &answer)
{
    const QJsonValue error = answer.value(QLatin1String("error"));
    const QJsonValue text =
        error.isObject() ? error.toObject().value(QLatin1String("reason")) : answer.value(QLatin1String("message"));
    return text.toString().toUtf8().left(300);
}
} // namespace

Result<OutsideAddress> outsideAddress(const QByteArray &engine, const QByteArray &url, const QByteArray &key,
                                      const QByteArray &index, const QString &caPath)
{
    static const QRegularExpression plain(QStringLiteral("^[a-z0-9][a-z0-9_-]{0,63}$"));
    if (!plain.match(QString::fromUtf8(index)).hasMatch())
        return {ErrorCode::InvalidFormat, QStringLiteral("search-index"),
                QStringLiteral("small Latin letters, digits, - and _ are expected")};
    OutsideAddress address;
    address.base = QUrl::fromEncoded(url);
    address.index = index;
    address.key = key;
    if (!key.isEmpty())
        address.authorization = engine == "opensearch" ? QByteArray("Basic " + key.toBase64()) : QByteArray("Bearer " + key);
    auto tls = net::trustingOnly(caPath, QStringLiteral("search-ca"));
    CARGO_TRY(tls);
    address.tls = std::move(*tls);
    return address;
}

QCoro::Task<EngineReply> EngineHttp::send(net::HttpCall call) const
{
    call.url = QUrl::fromEncoded(m_address.base.toEncoded(QUrl::StripTrailingSlash) + call.url.toEncoded());
    call.timeoutMs = call.wholeMs;
    call.tls = m_address.tls;
    if (!m_address.authorization.isEmpty())
        call.headers.emplace_back("Authorization", m_address.authorization);
    const net::HttpReply answer = co_await net::HttpClient::ofThread().send(std::move(call));
    EngineReply reply;
    reply.status = answer.status;
    reply.text = answer.error;
    if (answer.status == 0 || answer.body.isEmpty())
        co_return reply;
    QJsonParseError fault;
    reply.json = QJsonDocument::fromJson(answer.body, &fault);
    if (fault.error != QJsonParseError::NoError && reply.ok()) {
        reply.status = 0;
        reply.text = "broken JSON";
        co_return reply;
    }
    if (!reply.ok()) {
        reply.code = codeOf(reply.object());
        reply.text = textOf(reply.object());
    }
    co_return reply;
}

void EngineHttp::tell(const EngineReply &reply, const QByteArray &verb, const QByteArray &path) const
{
    log::warning("search.engine_refused", {{"engine", m_engine},
                                           {"call", verb + ' ' + path.left(path.indexOf('?'))},
                                           {"status", reply.status},
                                           {"code", reply.code},
                                           {"text", reply.text}});
}

QCoro::Task<EngineReply> EngineHttp::ask(QByteArray verb, QByteArray path, QByteArray body, int wholeMs, QByteArray type) const
{
    net::HttpCall call;
    call.verb = verb;
    call.url = QUrl::fromEncoded(path);
    call.wholeMs = wholeMs;
    if (!body.isEmpty())
        call.headers.emplace_back("Content-Type", type);
    call.body = std::move(body);
    EngineReply reply = co_await send(std::move(call));
    if (!reply.ok())
        tell(reply, verb, path);
    co_return reply;
}

QCoro::Task<EngineReply> EngineHttp::look(QByteArray path) const
{
    net::HttpCall call;
    call.url = QUrl::fromEncoded(path);
    call.wholeMs = kWriteMs;
    EngineReply reply = co_await send(std::move(call));
    if (!reply.ok() && reply.status != 404)
        tell(reply, "GET", path);
    co_return reply;
}

int remainingMs(const CallContext &context) { return int(std::clamp<qint64>(leftMs(context), 1, EngineHttp::kWriteMs)); }

QByteArray compact(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }

} // namespace cargo::search
