#pragma once

#include "server/http/request.h"
#include "server/http/response.h"
#include "shared/domain/result.h"

#include <initializer_list>

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
// One of a closed set of words; empty when it is not there. Error: UnknownValue (field `name`).
Result<QString> queryWord(const Request &request, QByteArrayView name, std::initializer_list<QLatin1String> words);
// The answer with one page of a list: `items` is a JSON array, `cursor` is where the next begins, if there is one.
Response pageResponse(const QByteArray &items, const std::optional<QByteArray> &cursor);
QByteArray cursorOf(const Uuid &last);
QByteArray cursorOf(qint64 last);
template <typename Last>
std::optional<QByteArray> cursorOf(const std::optional<Last> &last)
{
    return last ? std::optional<QByteArray>(cursorOf(*last)) : std::nullopt;
}

} // namespace cargo::http
