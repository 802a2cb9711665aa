#include "shared/domain/vehicle/vin.h"

#include "shared/domain/vehicle/wmi_table.h"

#include <algorithm>
#include <array>

namespace cargo::vehicle {

namespace {
constexpr qsizetype kLength = 17;
constexpr qsizetype kCheckPlace = 8;
constexpr qsizetype kYearPlace = 9;
constexpr int kYearCycle = 30;
// Position 10, from 1980 on: letters without I, O, Q, U, Z, then 1-9, and again.
constexpr char kYearLetters[] = "ABCDEFGHJKLMNPRSTVWXY123456789";

bool isAllowed(QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'Z' && c != u'I' && c != u'O' && c != u'Q'); }

int valueOf(QChar c)
{
    if (c.isDigit())
        return c.digitValue();
    // A-H are 1-8, J-R 1-9 without O and Q, S-Z 2-9 (49 CFR 565).
    static constexpr std::array<int, 26> kValues = {1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3, 4, 5, 0, 7, 0, 9, 2, 3, 4, 5, 6, 7, 8, 9};
    return kValues[size_t(c.unicode() - u'A')];
}

std::optional<int> yearOf(const Vin &vin, int currentYear)
{
    const qsizetype place = QLatin1String(kYearLetters).indexOf(vin.text.at(kYearPlace));
    if (place < 0)
        return std::nullopt;
    const int early = 1980 + int(place);
    const int late = early + kYearCycle;
    // North American cars tell the cycle by position 7: a letter since 2010. Elsewhere the newest possible year is meant.
    const bool northAmerica = vin.region == QLatin1String("North America");
    if (northAmerica)
        return vin.text.at(6).isDigit() ? early : (late <= currentYear + 1 ? late : early);
    return late <= currentYear + 1 ? late : early;
}
} // namespace

QChar vinCheckDigit(QStringView vin)
{
    static constexpr std::array<int, 17> kWeights = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
    int sum = 0;
    for (qsizetype i = 0; i < kLength; ++i)
        sum += kWeights[size_t(i)] * valueOf(vin.at(i));
    const int rest = sum % 11;
    return rest == 10 ? QChar(u'X') : QChar(char16_t(u'0' + rest));
}

Result<Vin> parseVin(QStringView text, int currentYear)
{
    const QString field = QStringLiteral("vin");
    Vin vin;
    for (const QChar c : text) {
        if (c != u' ' && c != u'-')
            vin.text += c.toUpper();
    }
    if (vin.text.size() < kLength)
        return {ErrorCode::TooShort, field};
    if (vin.text.size() > kLength)
        return {ErrorCode::TooLong, field};
    const QStringView serial = QStringView(vin.text).last(4);
    const bool anyDigit = std::any_of(serial.begin(), serial.end(), [](QChar c) { return c.isDigit(); });
    if (!std::all_of(vin.text.begin(), vin.text.end(), isAllowed) || !anyDigit)
        return {ErrorCode::InvalidFormat, field};
    vin.wmi = vin.text.first(3);
    vin.region = QString::fromLatin1(regionOf(vin.text));
    vin.country = QString::fromLatin1(countryOf(vin.text));
    if (const Wmi *wmi = findWmi(vin.text)) {
        vin.maker = QString::fromLatin1(wmi->maker);
        vin.country = QString::fromLatin1(wmi->country);
    }
    vin.checkDigitMatches = vin.text.at(kCheckPlace) == vinCheckDigit(vin.text);
    vin.checkDigitApplies = vin.region == QLatin1String("North America") || vin.country == QLatin1String("CN");
    if (vin.checkDigitApplies && !vin.checkDigitMatches)
        return {ErrorCode::WrongCode, field, QStringLiteral("check digit")};
    vin.modelYear = yearOf(vin, currentYear);
    return vin;
}

} // namespace cargo::vehicle
