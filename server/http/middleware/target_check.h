#pragma once

#include "server/http/request.h"

namespace cargo::http {

// True when path and query, percent-decoded, are valid UTF-8 without NUL: nothing else may reach libpq or a handler.
bool targetIsText(const Request &request);

// False when the query has more parameters than anybody needs; what is beyond would not be seen.
bool targetIsShort(const Request &request);

} // namespace cargo::http
