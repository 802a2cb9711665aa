#pragma once

#include "server/core/call_context.h"
#include "server/http/response.h"

#include <QByteArray>

namespace cargo::http {

// How an answer is framed on its connection.
struct Framing
{
    qint64 contentLength = 0;
    bool keepAlive = true;
    bool head = false; // no body follows
};

// Status line and headers up to the empty line, in one buffer that still has room for `reserveBytes` of body. Security
// headers stand on every answer; a Content-Security-Policy or Cache-Control of the handler replaces ours.
QByteArray renderHead(const Response &response, const CallContext *context, const Framing &framing, qint64 reserveBytes);

// The words behind a status, for example "Not Found".
const char *reasonPhrase(int status);

} // namespace cargo::http
