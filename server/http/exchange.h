#pragma once

#include "server/http/head_parser.h"
#include "server/http/router.h"
#include "server/http/upload.h"

#include <memory>
#include <optional>

namespace cargo::http {

// One request with its answer on the way: what the socket, the pipeline and the handler's coroutine share. It lives until
// the last of them has let go; the socket may be gone long before.
struct Exchange
{
    Request request;
    HeadFacts facts;
    Router::Match match;
    std::unique_ptr<Upload> upload;
    qint64 startedNs = 0;  // monotonic, when the head was complete
    bool admitted = false; // token and rate were checked before the body came (uploads)
};
using ExchangePtr = std::shared_ptr<Exchange>;

// What the pipeline says to a head.
struct BodyRule
{
    qint64 maxBytes = 0;
    bool toFile = false;             // multipart/form-data, the part `file` goes to disk
    std::optional<Response> refusal; // answered at once, the body is not read
};

} // namespace cargo::http
