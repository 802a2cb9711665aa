#include "server/http/head_parser.h"

#include "server/http/percent.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace cargo::http {

namespace {
using View = std::string_view;
using Refused = std::optional<Refusal>;

// RFC 9110 section 5.6.2: characters of a token (methods, header names), lower-cased; 0 for all others.
constexpr auto kToken = [] {
    std::array<char, 256> table{};
    for (char c = '0'; c <= '9'; ++c)
        table[size_t(c)] = c;
    for (char c = 'a'; c <= 'z'; ++c) {
        table[size_t(c)] = c;
        table[size_t(c - 'a' + 'A')] = c;
    }
    for (const char c : View("!#$%&'*+-.^_`|~"))
        table[size_t(c)] = c;
    return table;
}();

char lower(char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; }

bool equalsIgnoringCase(View a, View lowerCase)
{
    return a.size() == lowerCase.size()
           && std::equal(a.begin(), a.end(), lowerCase.begin(), [](char x, char y) { return lower(x) == y; });
}

// A comma-separated list of tokens has this one.
bool listHas(View list, View lowerCase)
{
    while (!list.empty()) {
        const size_t comma = std::min(list.find(','), list.size());
        View item = list.substr(0, comma);
        list.remove_prefix(std::min(comma + 1, list.size()));
        while (!item.empty() && (item.front() == ' ' || item.front() == '\t'))
            item.remove_prefix(1);
        while (!item.empty() && (item.back() == ' ' || item.back() == '\t'))
            item.remove_suffix(1);
        if (equalsIgnoringCase(item, lowerCase))
            return true;
    }
    return false;
}

bool digitsOnly(View text) { return !text.empty() && text.find_first_not_of("0123456789") == View::npos; }

// reg-name, IPv4 or [IPv6], with an optional port up to 65535.
bool validHost(View host)
{
    const size_t bracket = host.find(']');
    const size_t colon = host.find(':', host.starts_with('[') && bracket != View::npos ? bracket : 0);
    const View name = host.substr(0, colon);
    if (colon != View::npos) {
        const View port = host.substr(colon + 1);
        if (!digitsOnly(port) || port.size() > 5 || std::stoul(std::string(port)) > 65535)
            return false;
    }
    if (name.empty())
        return false;
    if (name.front() == '[') {
        return name.size() > 3 && name.back() == ']'
               && name.substr(1, name.size() - 2).find_first_not_of("0123456789abcdefABCDEF:.") == View::npos;
    }
    return std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= '0' && c <= '9') || (lower(c) >= 'a' && lower(c) <= 'z') || c == '-' || c == '.' || c == '_';
    });
}

std::optional<Method> knownMethod(View word)
{
    static constexpr std::pair<View, Method> kMethods[] = {
        {"GET", Method::Get},       {"POST", Method::Post}, {"PUT", Method::Put},        {"PATCH", Method::Patch},
        {"DELETE", Method::Delete}, {"HEAD", Method::Head}, {"OPTIONS", Method::Options}};
    for (const auto &[name, method] : kMethods) {
        if (word == name)
            return method;
    }
    return std::nullopt;
}

Refused checkTarget(View target, const limits::Http &limits)
{
    if (qint64(target.size()) > limits.targetBytes)
        return Refusal{ErrorCode::UriTooLong, "target too long"};
    // "//host" would be read as an authority elsewhere; '#' and absolute forms have no place in a request to an origin.
    if (target.empty() || target[0] != '/' || target.starts_with("//"))
        return Refusal{ErrorCode::BadRequest, "target form"};
    for (size_t i = 0; i < target.size(); ++i) {
        const auto c = static_cast<unsigned char>(target[i]);
        if (c <= 32 || c >= 127 || c == '#' || c == '\\')
            return Refusal{ErrorCode::BadRequest, "target character"};
        if (c == '%' && (i + 2 >= target.size() || hexDigit(target[i + 1]) < 0 || hexDigit(target[i + 2]) < 0))
            return Refusal{ErrorCode::BadRequest, "percent encoding"};
    }
    return std::nullopt;
}

Refused parseRequestLine(View line, const limits::Http &limits, Request &request, HeadFacts &facts)
{
    const size_t first = line.find(' ');
    const size_t last = line.rfind(' ');
    if (first == View::npos || last <= first)
        return Refusal{ErrorCode::BadRequest, "request line"};
    const View word = line.substr(0, first);
    const View target = line.substr(first + 1, last - first - 1);
    const View version = line.substr(last + 1);
    if (word.empty() || word.size() > 32 || !std::all_of(word.begin(), word.end(), [](char c) { return kToken[uchar(c)] != 0; }))
        return Refusal{ErrorCode::BadRequest, "method"};
    if (version != "HTTP/1.1" && version != "HTTP/1.0") {
        const bool wellFormed = version.size() == 8 && version.starts_with("HTTP/") && version[6] == '.';
        return Refusal{wellFormed ? ErrorCode::VersionNotSupported : ErrorCode::BadRequest, "version"};
    }
    const auto method = knownMethod(word);
    if (!method)
        return Refusal{ErrorCode::NotImplemented, "method"};
    if (auto refused = checkTarget(target, limits))
        return refused;
    request.method = *method;
    const size_t question = std::min(target.find('?'), target.size());
    request.path = QByteArray(target.data(), qsizetype(question));
    if (question < target.size())
        request.query = QByteArray(target.data() + question + 1, qsizetype(target.size() - question - 1));
    facts.keepAlive = version == "HTTP/1.1";
    return std::nullopt;
}

// Counts what may stand in a head only once.
struct Seen
{
    bool length = false;
    bool transferEncoding = false;
    int hosts = 0;
};

Refused noteHeader(View name, View value, HeadFacts &facts, Seen &seen)
{
    if (name == "content-length") {
        if (seen.length || !digitsOnly(value) || value.size() > 15)
            return Refusal{ErrorCode::BadRequest, "content length"};
        seen.length = true;
        facts.contentLength = std::stoll(std::string(value));
    } else if (name == "transfer-encoding") {
        seen.transferEncoding = true;
    } else if (name == "host") {
        if (++seen.hosts > 1 || !validHost(value))
            return Refusal{ErrorCode::BadRequest, "host"};
    } else if (name == "connection") {
        if (listHas(value, "close"))
            facts.keepAlive = false;
        if (listHas(value, "upgrade"))
            facts.connectionUpgrade = true;
    } else if (name == "upgrade") {
        facts.webSocket = facts.webSocket || listHas(value, "websocket");
    } else if (name == "expect") {
        if (!equalsIgnoringCase(value, "100-continue"))
            return Refusal{ErrorCode::ExpectationFailed, "expect"};
        facts.expectContinue = true;
    }
    return std::nullopt;
}
} // namespace

qsizetype findHeadEnd(QByteArrayView bytes, qsizetype from)
{
    const qsizetype at = bytes.indexOf(QByteArrayView("\r\n\r\n"), qMax(qsizetype(0), from - 3));
    return at < 0 ? -1 : at + 4;
}

Refused parseHead(QByteArray head, const limits::Http &limits, Request &request, HeadFacts &facts)
{
    request.head = std::move(head);
    char *const begin = request.head.data();
    View rest(begin, size_t(request.head.size()) - 2); // without the empty line
    const size_t lineEnd = rest.find("\r\n");
    const View line = rest.substr(0, lineEnd);
    if (line.find_first_of(View("\r\n\0", 3)) != View::npos)
        return Refusal{ErrorCode::BadRequest, "bare line break"};
    if (auto refused = parseRequestLine(line, limits, request, facts))
        return refused;

    Seen seen;
    request.headers.reserve(16);
    size_t at = lineEnd + 2;
    while (at < rest.size()) {
        const size_t end = rest.find("\r\n", at);
        size_t colon = at;
        for (; colon < end && begin[colon] != ':'; ++colon) {
            const char c = kToken[uchar(begin[colon])];
            if (c == 0)
                return Refusal{ErrorCode::BadRequest, "header name"};
            begin[colon] = c;
        }
        if (colon == at || colon == end)
            return Refusal{ErrorCode::BadRequest, "header line"};
        size_t from = colon + 1;
        size_t to = end;
        while (from < to && (begin[from] == ' ' || begin[from] == '\t'))
            ++from;
        while (to > from && (begin[to - 1] == ' ' || begin[to - 1] == '\t'))
            --to;
        for (size_t i = from; i < to; ++i) {
            const auto c = static_cast<unsigned char>(begin[i]);
            if ((c < 32 && c != '\t') || c == 127)
                return Refusal{ErrorCode::BadRequest, "header value"};
        }
        if (int(request.headers.size()) >= limits.headerCount)
            return Refusal{ErrorCode::HeaderTooLarge, "too many headers"};
        if (auto refused = noteHeader(View(begin + at, colon - at), View(begin + from, to - from), facts, seen))
            return refused;
        request.headers.emplace_back(QByteArray::fromRawData(begin + at, qsizetype(colon - at)),
                                     QByteArray::fromRawData(begin + from, qsizetype(to - from)));
        at = end + 2;
    }
    if (seen.transferEncoding)
        return Refusal{seen.length ? ErrorCode::BadRequest : ErrorCode::LengthRequired, "transfer encoding"};
    if (seen.hosts == 0 && facts.keepAlive == false && View(line).ends_with("1.0"))
        return std::nullopt;
    if (seen.hosts != 1)
        return Refusal{ErrorCode::BadRequest, "host"};
    return std::nullopt;
}

Refused checkWebSocketUpgrade(const Request &request, const HeadFacts &facts)
{
    if (request.method != Method::Get || !facts.webSocket || !facts.connectionUpgrade)
        return Refusal{ErrorCode::UpgradeRequired, "not an upgrade"};
    if (!facts.keepAlive || facts.contentLength > 0)
        return Refusal{ErrorCode::BadRequest, "upgrade with body or close"};
    if (request.headerView("sec-websocket-version") != "13")
        return Refusal{ErrorCode::UpgradeRequired, "websocket version"};
    const QByteArrayView key = request.headerView("sec-websocket-key");
    const auto decoded = QByteArray::fromBase64Encoding(key.toByteArray(), QByteArray::AbortOnBase64DecodingErrors);
    if (key.size() != 24 || !decoded || decoded.decoded.size() != 16)
        return Refusal{ErrorCode::BadRequest, "websocket key"};
    return std::nullopt;
}

} // namespace cargo::http
