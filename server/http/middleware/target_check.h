#pragma once

#include "server/http/request.h"

namespace cargo::http {

// True when path and query, percent-decoded, are valid UTF-8 without NUL: nothing else may reach libpq or a handler.
bool targetIsText(const Request &request);

} // namespace cargo::http
