#include "server/http/byte_range.h"

#include <QByteArray>

#include <algorithm>
#include <optional>

namespace cargo::http {

namespace {
std::optional<qint64> number(QByteArrayView text)
{
    if (text.isEmpty() || text.size() > 18 || !std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return std::nullopt;
    return text.toByteArray().toLongLong();
}
} // namespace

RangeVerdict parseRange(QByteArrayView header, qint64 fileBytes)
{
    if (!header.startsWith("bytes=") || header.contains(','))
        return {};
    const QByteArrayView range = header.sliced(6);
    const qsizetype dash = range.indexOf('-');
    if (dash < 0)
        return {};
    const auto first = number(range.first(dash));
    const auto last = number(range.sliced(dash + 1));
    if ((!first && dash > 0) || (!last && dash + 1 < range.size()) || (!first && !last))
        return {};
    if (!first) {
        const qint64 tail = std::min(*last, fileBytes);
        return tail == 0 ? RangeVerdict{RangeVerdict::Unsatisfiable} : RangeVerdict{RangeVerdict::Part, fileBytes - tail, tail};
    }
    if (last && *last < *first)
        return {};
    if (*first >= fileBytes)
        return {RangeVerdict::Unsatisfiable};
    const qint64 end = last ? std::min(*last, fileBytes - 1) : fileBytes - 1;
    return {RangeVerdict::Part, *first, end - *first + 1};
}

} // namespace cargo::http
