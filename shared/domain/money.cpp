#include "shared/domain/money.h"

#include <algorithm>
#include <limits>

namespace cargo {

namespace {
__extension__ using Wide = __int128;

struct Row
{
    const char *code;
    int exponent;
};
// ISO 4217 list one, the currencies of our corridors.
constexpr std::array kCurrencies = {Row{"RUB", 2}, Row{"USD", 2}, Row{"EUR", 2}, Row{"JPY", 0}, Row{"KRW", 0},
                                    Row{"CNY", 2}, Row{"AED", 2}, Row{"GEL", 2}, Row{"GBP", 2}, Row{"KZT", 2},
                                    Row{"BYN", 2}, Row{"AMD", 2}, Row{"UZS", 2}};

const Row *find(QByteArrayView code)
{
    const auto *row =
        std::find_if(kCurrencies.begin(), kCurrencies.end(), [code](const Row &r) { return code == QByteArrayView(r.code); });
    return row == kCurrencies.end() ? nullptr : row;
}
} // namespace

std::optional<Currency> Currency::fromCode(QStringView code)
{
    const QByteArray latin = code.toLatin1();
    if (code.size() != 3 || !find(latin))
        return std::nullopt;
    Currency currency;
    std::copy_n(latin.begin(), 3, currency.m_code.begin());
    return currency;
}

Currency Currency::rub() { return {}; }

int Currency::exponent() const
{
    const Row *row = find(QByteArrayView(m_code.data(), 3));
    return row ? row->exponent : 2;
}

Result<Money> Money::plus(const Money &other) const
{
    if (currency != other.currency)
        return ErrorCode::CurrencyMismatch;
    Money sum = *this;
    if (__builtin_add_overflow(amountMinor, other.amountMinor, &sum.amountMinor))
        return ErrorCode::AmountOverflow;
    return sum;
}

Result<Money> Money::minus(const Money &other) const
{
    if (currency != other.currency)
        return ErrorCode::CurrencyMismatch;
    Money difference = *this;
    if (__builtin_sub_overflow(amountMinor, other.amountMinor, &difference.amountMinor))
        return ErrorCode::AmountOverflow;
    return difference;
}

Result<Money> Money::share(qint64 basisPoints) const
{
    constexpr qint64 kWhole = 10'000;
    const Wide product = Wide(amountMinor) * basisPoints;
    Wide quotient = product / kWhole;
    const Wide remainder = product % kWhole;
    const Wide twice = (remainder < 0 ? -remainder : remainder) * 2;
    if (twice > kWhole || (twice == kWhole && quotient % 2 != 0))
        quotient += product < 0 ? -1 : 1;
    if (quotient > std::numeric_limits<qint64>::max() || quotient < std::numeric_limits<qint64>::min())
        return ErrorCode::AmountOverflow;
    return Money{qint64(quotient), currency};
}

QByteArray Money::toDecimal() const
{
    const int exponent = currency.exponent();
    const bool negative = amountMinor < 0;
    QByteArray digits = QByteArray::number(negative ? quint64(0) - quint64(amountMinor) : quint64(amountMinor));
    if (exponent > 0) {
        digits = digits.rightJustified(exponent + 1, '0');
        digits.insert(digits.size() - exponent, '.');
    }
    return negative ? QByteArray('-' + digits) : digits;
}

Result<Money> Money::fromDecimal(QStringView text, Currency currency)
{
    const int exponent = currency.exponent();
    bool negative = false;
    if (text.startsWith(u'-')) {
        negative = true;
        text = text.sliced(1);
    }
    const qsizetype point = text.indexOf(u'.');
    const QStringView whole = point < 0 ? text : text.first(point);
    const QStringView fraction = point < 0 ? QStringView() : text.sliced(point + 1);
    if (whole.isEmpty() || (point >= 0 && fraction.isEmpty()) || fraction.size() > exponent)
        return ErrorCode::InvalidFormat;
    qint64 amount = 0;
    const auto take = [&amount](QChar c) {
        return c >= u'0' && c <= u'9' && !__builtin_mul_overflow(amount, qint64(10), &amount)
               && !__builtin_add_overflow(amount, qint64(c.unicode() - u'0'), &amount);
    };
    for (const QChar c : whole) {
        if (!take(c))
            return c >= u'0' && c <= u'9' ? ErrorCode::AmountOverflow : ErrorCode::InvalidFormat;
    }
    for (qsizetype i = 0; i < exponent; ++i) {
        const QChar c = i < fraction.size() ? fraction.at(i) : QChar(u'0');
        if (!take(c))
            return c >= u'0' && c <= u'9' ? ErrorCode::AmountOverflow : ErrorCode::InvalidFormat;
    }
    return Money{negative ? -amount : amount, currency};
}

QString grouped(QByteArrayView decimal)
{
    QString digits = QString::fromLatin1(decimal);
    const qsizetype point = digits.indexOf(u'.');
    const qsizetype first = digits.startsWith(u'-') ? 1 : 0;
    for (qsizetype at = (point < 0 ? digits.size() : point) - 3; at > first; at -= 3)
        digits.insert(at, QChar(0x202F));
    return digits;
}

} // namespace cargo
