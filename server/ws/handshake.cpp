#include "server/ws/handshake.h"

#include "server/http/problem.h"
#include "shared/api/paths.h"

#include <QCryptographicHash>
#include <QUrl>

#include <algorithm>

namespace cargo::ws {

namespace {
constexpr char kGuid[] = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

bool hasToken(const http::Request &head, QByteArrayView name, const char *token)
{
    for (const auto &[key, value] : head.headers) {
        if (key != name)
            continue;
        for (const QByteArray &part : value.split(',')) {
            if (part.trimmed().compare(token, Qt::CaseInsensitive) == 0)
                return true;
        }
    }
    return false;
}

bool isProtocolOffered(const http::Request &head)
{
    for (const auto &[key, value] : head.headers) {
        if (key != "sec-websocket-protocol")
            continue;
        for (const QByteArray &part : value.split(',')) {
            if (part.trimmed() == api::kWebSocketProtocol) // case-sensitive by RFC 6455
                return true;
        }
    }
    return false;
}

bool isOriginAllowed(const http::Request &head, const HandshakePolicy &policy)
{
    const QByteArray origin = head.header("origin");
    if (origin.isEmpty() || policy.origins.contains(origin))
        return true;
    // A page that this very server has sent.
    const QByteArray host = head.header("host");
    return !host.isEmpty() && (origin == "http://" + host || origin == "https://" + host);
}

HandshakeAnswer refuse(const http::Request &head, ErrorCode code, const char *detail, int status, const QByteArray &header = {})
{
    http::Response response = http::Response::error(Error{code, {}, QString::fromLatin1(detail)});
    response.status = status;
    const Locale locale = head.context ? head.context->locale : Locale::En;
    http::renderProblem(response, locale, head.context ? head.context->requestId : QByteArray());
    const char *reason = status == 403   ? "Forbidden"
                         : status == 426 ? "Upgrade Required"
                         : status == 503 ? "Service Unavailable"
                                         : "Bad Request";
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(status) + ' ' + reason + "\r\nContent-Type: " + response.contentType
                       + "\r\nContent-Length: " + QByteArray::number(response.body.size()) + "\r\nConnection: close\r\n" + header
                       + "\r\n";
    return {false, bytes + response.body};
}
} // namespace

HandshakePolicy HandshakePolicy::forPublicUrl(const QByteArray &publicUrl)
{
    const QUrl url = QUrl::fromEncoded(publicUrl);
    if (url.host().isEmpty())
        return {};
    QByteArray origin = url.scheme().toLatin1() + "://" + url.host(QUrl::FullyEncoded).toLatin1();
    if (url.port() > 0)
        origin += ':' + QByteArray::number(url.port());
    return {{origin}};
}

HandshakeAnswer answerBusy(const http::Request &head)
{
    return refuse(head, ErrorCode::Unavailable, "no more sockets now", 503, "Retry-After: 5\r\n");
}

HandshakeAnswer answerHandshake(const http::Request &head, const HandshakePolicy &policy)
{
    if (head.method != http::Method::Get || !hasToken(head, "upgrade", "websocket") || !hasToken(head, "connection", "upgrade"))
        return refuse(head, ErrorCode::UpgradeRequired, "no upgrade to websocket", 426,
                      "Upgrade: websocket\r\nConnection: Upgrade\r\n");
    if (head.header("sec-websocket-version").trimmed() != "13")
        return refuse(head, ErrorCode::UpgradeRequired, "version 13 only", 426, "Sec-WebSocket-Version: 13\r\n");
    const QByteArray key = head.header("sec-websocket-key").trimmed();
    const auto nonce = QByteArray::fromBase64Encoding(key, QByteArray::AbortOnBase64DecodingErrors);
    const auto keys = std::count_if(head.headers.begin(), head.headers.end(),
                                    [](const auto &entry) { return entry.first == "sec-websocket-key"; });
    if (keys != 1 || !nonce || nonce.decoded.size() != 16)
        return refuse(head, ErrorCode::BadRequest, "Sec-WebSocket-Key is not 16 bytes", 400);
    if (!isProtocolOffered(head))
        return refuse(head, ErrorCode::BadRequest, "subprotocol cargo.v1 is required", 400);
    if (!isOriginAllowed(head, policy))
        return refuse(head, ErrorCode::Forbidden, "origin is not allowed", 403);
    const QByteArray accept = QCryptographicHash::hash(QByteArray(key + kGuid), QCryptographicHash::Sha1).toBase64();
    return {true, "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                      + accept + "\r\nSec-WebSocket-Protocol: " + api::kWebSocketProtocol + "\r\n\r\n"};
}

} // namespace cargo::ws
