#pragma once

#include "server/http/request.h"
#include "server/limits.h"
#include "shared/domain/error.h"

#include <optional>

namespace cargo::http {

// Why a request is refused before any route sees it. The connection ends with it: what follows cannot be trusted.
struct Refusal
{
    ErrorCode code = ErrorCode::BadRequest;
    const char *reason = ""; // for the log
};

// What a head says about framing and connection.
struct HeadFacts
{
    qint64 contentLength = 0;
    bool keepAlive = true;
    bool expectContinue = false;
    bool webSocket = false; // Upgrade: websocket
    bool connectionUpgrade = false;
};

// Where the head ends (behind the empty line), or -1. `from` is where the last search stopped.
qsizetype findHeadEnd(QByteArrayView bytes, qsizetype from);

// Parses a complete head, stricter than Qt does afterwards: what two parsers could read in two ways is refused (bare CR or
// LF, folded lines, blanks before the colon, doubled or odd Content-Length, any Transfer-Encoding, absolute targets).
// Fills method, path, query, head and headers of `request`.
std::optional<Refusal> parseHead(QByteArray head, const limits::Http &limits, Request &request, HeadFacts &facts);

// Upgrade to a WebSocket, RFC 6455 section 4.2.1. Subprotocols are the hub's affair.
std::optional<Refusal> checkWebSocketUpgrade(const Request &request, const HeadFacts &facts);

} // namespace cargo::http
