#include "server/http/page.h"

#include "server/limits.h"

#include <algorithm>

namespace cargo::http {

namespace {
constexpr auto kBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

// nullopt: no cursor. Empty: not base64.
Result<std::optional<QByteArray>> cursorBytes(const Request &request)
{
    const QString text = request.queryValue("cursor");
    if (text.isEmpty())
        return std::optional<QByteArray>();
    const auto decoded = QByteArray::fromBase64Encoding(text.toLatin1(), kBase64 | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return ErrorCode::CursorInvalid;
    return std::optional<QByteArray>(*decoded);
}
} // namespace

Result<int> pageLimit(const Request &request)
{
    const QString text = request.queryValue("limit");
    if (text.isEmpty())
        return limits::kPageDefault;
    bool number = false;
    const int limit = text.toInt(&number);
    if (!number || limit < 1 || limit > limits::kPageMax)
        return Error{ErrorCode::ValidationFailed, QStringLiteral("limit"), QStringLiteral("1 to 100")};
    return limit;
}

Result<Page> idPage(const Request &request)
{
    const auto limit = pageLimit(request);
    CARGO_TRY(limit);
    const auto bytes = cursorBytes(request);
    CARGO_TRY(bytes);
    Page page{*limit, {}, {}};
    if (bytes->has_value()) {
        if ((*bytes)->size() != 16)
            return ErrorCode::CursorInvalid;
        Uuid id;
        std::copy((*bytes)->begin(), (*bytes)->end(), id.bytes.begin());
        page.after = id;
    }
    return page;
}

Result<Page> numberPage(const Request &request)
{
    const auto limit = pageLimit(request);
    CARGO_TRY(limit);
    const auto bytes = cursorBytes(request);
    CARGO_TRY(bytes);
    Page page{*limit, {}, {}};
    if (bytes->has_value()) {
        bool number = false;
        page.afterNumber = (*bytes)->toLongLong(&number);
        if (!number)
            return ErrorCode::CursorInvalid;
    }
    return page;
}

Result<QString> queryWord(const Request &request, QByteArrayView name, std::initializer_list<QLatin1String> words)
{
    const QString word = request.queryValue(name);
    if (!word.isEmpty() && std::find(words.begin(), words.end(), word) == words.end())
        return Error{ErrorCode::UnknownValue, QString::fromLatin1(name), {}};
    return word;
}

Response pageResponse(const QByteArray &items, const std::optional<QByteArray> &cursor)
{
    const QByteArray next = cursor ? QByteArray('"' + *cursor + '"') : QByteArray("null");
    return Response::json(200, "{\"items\":" + items + ",\"next_cursor\":" + next + '}');
}

QByteArray cursorOf(const Uuid &last)
{
    return QByteArray(reinterpret_cast<const char *>(last.bytes.data()), 16).toBase64(kBase64);
}

QByteArray cursorOf(qint64 last) { return QByteArray::number(last).toBase64(kBase64); }

} // namespace cargo::http
