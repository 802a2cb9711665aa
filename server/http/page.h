#pragma once

#include "server/http/request.h"
#include "shared/domain/result.h"

namespace cargo::http {

// ?limit= and ?cursor= of a list whose order is that of ids (newest first) or of a number.
struct Page
{
    int limit = 20;
    std::optional<Uuid> after;         // the last id of the page before
    std::optional<qint64> afterNumber; // or the last number
};

// Errors: ValidationFailed (field "limit"), CursorInvalid.
Result<int> pageLimit(const Request &request);
Result<Page> idPage(const Request &request);
Result<Page> numberPage(const Request &request);
QByteArray cursorOf(const Uuid &last);
QByteArray cursorOf(qint64 last);

} // namespace cargo::http
