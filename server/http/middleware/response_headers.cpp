#include "server/http/middleware/response_headers.h"

#include <charconv>
#include <ctime>

namespace cargo::http {

namespace {
constexpr char kSecurity[] = "X-Content-Type-Options: nosniff\r\n"
                             "X-Frame-Options: DENY\r\n"
                             "Referrer-Policy: no-referrer\r\n"
                             "Cross-Origin-Resource-Policy: same-origin\r\n";
constexpr char kPolicy[] = "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n";
constexpr char kNoStore[] = "Cache-Control: no-store\r\n";

template <size_t Size>
void append(QByteArray &out, const char (&text)[Size])
{
    out.append(text, Size - 1);
}

void appendNumber(QByteArray &out, qint64 number)
{
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    out.append(digits, end - digits);
}

void appendDate(QByteArray &out)
{
    thread_local time_t lastSecond = -1;
    thread_local char line[64];
    thread_local qsizetype size = 0;
    timespec now{};
    clock_gettime(CLOCK_REALTIME_COARSE, &now);
    if (now.tv_sec != lastSecond) {
        static constexpr const char *kDays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
        static constexpr const char *kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
        tm parts{};
        gmtime_r(&now.tv_sec, &parts);
        size = qsnprintf(line, sizeof line, "Date: %s, %02d %s %04d %02d:%02d:%02d GMT\r\n", kDays[parts.tm_wday], parts.tm_mday,
                         kMonths[parts.tm_mon], parts.tm_year + 1900, parts.tm_hour, parts.tm_min, parts.tm_sec);
        lastSecond = now.tv_sec;
    }
    out.append(line, size);
}

// Handlers' values come from our own code and our own database; a line break in one would still be another header.
void appendHeader(QByteArray &out, QByteArrayView name, QByteArrayView value)
{
    if (value.contains('\r') || value.contains('\n'))
        return;
    out.append(name);
    append(out, ": ");
    out.append(value);
    append(out, "\r\n");
}
} // namespace

const char *reasonPhrase(int status)
{
    switch (status) {
    case 200: return "OK";
    case 201: return "Created";
    case 202: return "Accepted";
    case 204: return "No Content";
    case 206: return "Partial Content";
    case 303: return "See Other";
    case 304: return "Not Modified";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 402: return "Payment Required";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 406: return "Not Acceptable";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 411: return "Length Required";
    case 412: return "Precondition Failed";
    case 413: return "Content Too Large";
    case 414: return "URI Too Long";
    case 415: return "Unsupported Media Type";
    case 416: return "Range Not Satisfiable";
    case 417: return "Expectation Failed";
    case 422: return "Unprocessable Content";
    case 426: return "Upgrade Required";
    case 428: return "Precondition Required";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 501: return "Not Implemented";
    case 503: return "Service Unavailable";
    case 504: return "Gateway Timeout";
    case 505: return "HTTP Version Not Supported";
    case 507: return "Insufficient Storage";
    default: return "Status";
    }
}

QByteArray renderHead(const Response &response, const CallContext *context, const Framing &framing, qint64 reserveBytes)
{
    QByteArray out;
    out.reserve(768 + reserveBytes);
    append(out, "HTTP/1.1 ");
    appendNumber(out, response.status);
    out.append(' ');
    out.append(reasonPhrase(response.status));
    append(out, "\r\n");
    appendDate(out);
    const bool bodiless = response.status == 204 || response.status == 304;
    if (!bodiless) {
        appendHeader(out, "Content-Type", response.contentType);
        append(out, "Content-Length: ");
        appendNumber(out, framing.contentLength);
        append(out, "\r\n");
    }
    bool ownPolicy = false;
    bool ownCache = false;
    for (const auto &[name, value] : response.headers) {
        ownPolicy = ownPolicy || name == "Content-Security-Policy";
        ownCache = ownCache || name == "Cache-Control";
        appendHeader(out, name, value);
    }
    append(out, kSecurity);
    if (!ownPolicy)
        append(out, kPolicy);
    if (!ownCache)
        append(out, kNoStore);
    if (context) {
        appendHeader(out, "X-Request-Id", context->requestId);
        if (!context->traceparent.isEmpty())
            appendHeader(out, "traceparent", context->traceparent);
    }
    if (!framing.keepAlive)
        append(out, "Connection: close\r\n");
    append(out, "\r\n");
    return out;
}

} // namespace cargo::http
