#include "shared/domain/clock.h"

#include <QDateTime>
#include <QTimeZone>

#include <array>
#include <cstdio>

namespace cargo {

QByteArray Timestamp::toRfc3339() const
{
    // Days to civil date after Howard Hinnant's public algorithm: QDateTime costs ten times as much on hot answers.
    qint64 days = unixMs / kDayMs;
    qint64 rest = unixMs % kDayMs;
    if (rest < 0) {
        rest += kDayMs;
        --days;
    }
    days += 719468;
    const qint64 era = (days >= 0 ? days : days - 146096) / 146097;
    const qint64 dayOfEra = days - era * 146097;
    const qint64 yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
    const qint64 dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const qint64 monthShifted = (5 * dayOfYear + 2) / 153;
    const int day = int(dayOfYear - (153 * monthShifted + 2) / 5 + 1);
    const int month = int(monthShifted < 10 ? monthShifted + 3 : monthShifted - 9);
    const int year = int(yearOfEra + era * 400 + (month <= 2 ? 1 : 0));
    std::array<char, 40> buffer{};
    const int length =
        std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ", year, month, day, int(rest / kHourMs),
                      int(rest / kMinuteMs % 60), int(rest / kSecondMs % 60), int(rest % 1000));
    return {buffer.data(), length};
}

std::optional<Timestamp> Timestamp::fromRfc3339(QStringView text)
{
    // Strict: date, 'T', time and an offset. Qt alone would also take local times and bare dates.
    if (text.size() < 20 || text.size() > 40 || (text.at(10) != u'T' && text.at(10) != u't'))
        return std::nullopt;
    const QChar last = text.back();
    const bool hasOffset = last == u'Z' || last == u'z' || text.sliced(19).contains(u'+') || text.sliced(19).contains(u'-');
    if (!hasOffset)
        return std::nullopt;
    const QDateTime parsed = QDateTime::fromString(text.toString(), Qt::ISODateWithMs);
    if (!parsed.isValid())
        return std::nullopt;
    return Timestamp{parsed.toMSecsSinceEpoch()};
}

} // namespace cargo
