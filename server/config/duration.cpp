#include "server/config/duration.h"

#include "shared/domain/clock.h"

#include <array>
#include <utility>

namespace cargo::config {

namespace {
constexpr std::array<std::pair<const char16_t *, qint64>, 5> kUnits = {
    {{u"d", kDayMs}, {u"h", kHourMs}, {u"ms", 1}, {u"m", kMinuteMs}, {u"s", kSecondMs}}};
constexpr qint64 kLongestMs = 3660 * kDayMs;
} // namespace

std::optional<qint64> parseDuration(QStringView text)
{
    if (text.isEmpty())
        return std::nullopt;
    qint64 total = 0;
    while (!text.isEmpty()) {
        qsizetype digits = 0;
        qint64 number = 0;
        while (digits < text.size() && text[digits] >= u'0' && text[digits] <= u'9' && digits < 12)
            number = number * 10 + (text[digits++].unicode() - u'0');
        if (digits == 0)
            return std::nullopt;
        text = text.sliced(digits);
        bool known = false;
        for (const auto &[unit, ms] : kUnits) {
            const QStringView name(unit);
            if (text.startsWith(name)) {
                if (number > kLongestMs / ms)
                    return std::nullopt;
                total += number * ms;
                text = text.sliced(name.size());
                known = true;
                break;
            }
        }
        if (!known || total > kLongestMs)
            return std::nullopt;
    }
    return total;
}

QString printDuration(qint64 ms)
{
    if (ms == 0)
        return QStringLiteral("0s");
    QString text;
    for (const auto &[unit, unitMs] :
         {std::pair{u"d", kDayMs}, {u"h", kHourMs}, {u"m", kMinuteMs}, {u"s", kSecondMs}, {u"ms", qint64(1)}}) {
        if (ms >= unitMs) {
            text += QString::number(ms / unitMs) + QStringView(unit);
            ms %= unitMs;
        }
    }
    return text;
}

} // namespace cargo::config
