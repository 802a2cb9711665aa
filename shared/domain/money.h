#pragma once

#include "shared/domain/result.h"

#include <QByteArray>
#include <QString>
#include <QStringView>

#include <array>
#include <compare>
#include <optional>

namespace cargo {

// ISO 4217 code. Only currencies of the table in money.cpp exist.
class Currency
{
public:
    constexpr Currency() = default;
    static std::optional<Currency> fromCode(QStringView code);
    static Currency rub();
    QByteArray code() const { return {m_code.data(), 3}; }
    // Digits after the point: 2 for RUB, 0 for JPY and KRW.
    int exponent() const;

    friend constexpr auto operator<=>(const Currency &, const Currency &) = default;

private:
    std::array<char, 3> m_code{'R', 'U', 'B'};
};

// An amount in minor units (kopecks, cents, yen). Never floating point. Arithmetic between currencies and beyond 64 bits
// is refused with CurrencyMismatch and AmountOverflow.
struct Money
{
    qint64 amountMinor = 0;
    Currency currency;

    friend bool operator==(const Money &, const Money &) = default;

    Result<Money> plus(const Money &other) const;
    Result<Money> minus(const Money &other) const;
    // amount × basisPoints / 10000, rounded half to even to the minor unit.
    Result<Money> share(qint64 basisPoints) const;
    // "2650000.00": digits and a point, for providers' formats. Never for people: the apps format with a locale.
    QByteArray toDecimal() const;
    // The opposite, strict: an optional minus, digits, at most exponent() digits after the point.
    static Result<Money> fromDecimal(QStringView text, Currency currency);
};

// "2650000.00" → "2 650 000.00", with thin spaces that do not break a line. For pages the server writes for people.
QString grouped(QByteArrayView decimal);

} // namespace cargo
