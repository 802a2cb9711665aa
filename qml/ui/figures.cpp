#include "qml/ui/figures.h"

#include <QHash>
#include <QLocale>
#include <QRegularExpression>

#include <cmath>
#include <limits>

namespace cargo::ui {
namespace {

// Neither lets a line break: a sum is never torn in two.
constexpr QChar kThinSpace(0x202F);
constexpr QChar kSpace(0x00A0);
constexpr QChar kMinus(0x2212);
constexpr QChar kComma(u',');
constexpr int kMostDigits = 15; // whole numbers up to here are exact in a double

bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }
bool counts(QChar c) { return isDigit(c) || c == kComma; }

// "0012,5" → "12,5", grouped; a comma only where `decimals` allow it, with at most so many digits behind.
QString regrouped(const QString &plain, int decimals)
{
    const qsizetype comma = decimals > 0 ? plain.indexOf(kComma) : -1;
    QString whole = plain.left(comma < 0 ? plain.size() : comma).remove(kComma);
    while (whole.size() > 1 && whole.startsWith(u'0'))
        whole.remove(0, 1);
    if (comma >= 0 && whole.isEmpty())
        whole = QStringLiteral("0");
    for (qsizetype at = whole.size() - 3; at > 0; at -= 3)
        whole.insert(at, kThinSpace);
    if (comma < 0)
        return whole;
    return whole + kComma + plain.mid(comma + 1).remove(kComma).left(decimals);
}

QString onlyCounting(const QString &text)
{
    QString kept;
    for (QChar c : text) {
        if (counts(c) || c == u'.')
            kept += c == u'.' ? kComma : c;
    }
    return kept;
}

// 12.50 → "12,5", without groups.
QString plainOf(double value, int decimals)
{
    QString text = QString::number(value, 'f', decimals).replace(u'.', kComma);
    if (decimals > 0) {
        while (text.endsWith(u'0'))
            text.chop(1);
        if (text.endsWith(kComma))
            text.chop(1);
    }
    return text;
}

// Which of the points and commas of "1.250.000" or "2,65" is the decimal one; the others part groups.
qsizetype decimalPoint(const QString &body, bool scaled)
{
    const qsizetype last = qMax(body.lastIndexOf(u'.'), body.lastIndexOf(kComma));
    if (last < 0)
        return -1;
    const QChar mark = body[last];
    const QChar other = mark == u'.' ? kComma : QChar(u'.');
    if (body.count(mark) > 1)
        return -1;
    if (body.contains(other))
        return last;
    const bool threeBehind = body.size() - last - 1 == 3;
    return threeBehind && !scaled && !body.startsWith(u'0') ? -1 : last;
}

double scaleOf(const QString &word)
{
    if (word.startsWith(QStringLiteral("млрд")) || word.startsWith(QStringLiteral("миллиард"))
        || word.startsWith(QStringLiteral("b")))
        return 1e9;
    if (word.startsWith(QStringLiteral("м")) || word.startsWith(QStringLiteral("m")))
        return 1e6;
    return word.isEmpty() ? 1 : 1e3;
}

} // namespace

bool isWhole(double value) { return std::abs(value) < 9e18; }

QString grouped(qint64 value)
{
    QString digits = QString::number(value); // of the smallest one there is no qAbs()
    if (value < 0)
        digits.remove(0, 1);
    digits = regrouped(digits, 0);
    return value < 0 ? kMinus + digits : digits;
}

QString currencySign(const QString &code)
{
    static const QHash<QString, QString> signs{{QStringLiteral("RUB"), QStringLiteral("₽")},
                                               {QStringLiteral("USD"), QStringLiteral("$")},
                                               {QStringLiteral("EUR"), QStringLiteral("€")},
                                               {QStringLiteral("JPY"), QStringLiteral("¥")},
                                               {QStringLiteral("KRW"), QStringLiteral("₩")}};
    return signs.value(code, code);
}

int Figures::exponent(const QString &currency)
{
    return currency == QLatin1String("JPY") || currency == QLatin1String("KRW") ? 0 : 2;
}

QString Figures::number(double value, int decimals)
{
    const QString digits = regrouped(plainOf(std::abs(value), decimals), decimals);
    return value < 0 && digits != QLatin1String("0") ? kMinus + digits : digits;
}

QString Figures::decimal(double value, int decimals) { return number(value, decimals).replace(kComma, QLocale().decimalPoint()); }

QString Figures::money(double amountMinor, const QString &currency)
{
    if (!isWhole(amountMinor))
        return {};
    const int digits = exponent(currency);
    const double unit = std::pow(10, digits);
    QString text = grouped(qint64(amountMinor / unit));
    if (const qint64 rest = qint64(std::fmod(std::abs(amountMinor), unit)))
        text += kComma + QString::number(rest).rightJustified(digits, u'0');
    return text + kSpace + currencySign(currency);
}

QString Figures::brief(double value)
{
    const double size = std::abs(value);
    if (size >= 1e9)
        return tr("%1 bn", "a thousand million, as short as it goes").arg(decimal(value / 1e9, 1));
    if (size >= 1e6)
        return tr("%1 m", "million, as short as it goes").arg(decimal(value / 1e6, size < 1e7 ? 2 : 1));
    if (size >= 1e4)
        return tr("%1 k", "thousand, as short as it goes").arg(number(value / 1e3, 0));
    return decimal(value, size < 10 ? 1 : 0);
}

double Figures::parse(const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral(
            "^[^0-9]*?([-\u2212]?)\\s*([0-9][0-9.,]*)(млрд|миллиард|млн|миллион|тыс|т\\.?р|к|bn|billion|mln|million|m|k)?"
            "[^0-9]*$"),
        QRegularExpression::UseUnicodePropertiesOption);
    QString packed;
    for (QChar c : text.toLower()) {
        if (!c.isSpace() && c != u'\'' && c != u'_' && c != QChar(0x2019))
            packed += c;
    }
    const auto match = form.match(packed);
    if (!match.hasMatch())
        return std::numeric_limits<double>::quiet_NaN();
    const QString word = match.captured(3);
    QString body = match.captured(2);
    while (body.endsWith(u'.') || body.endsWith(kComma))
        body.chop(1);
    const qsizetype point = decimalPoint(body, !word.isEmpty());
    QString plain;
    for (qsizetype at = 0; at < body.size(); ++at)
        plain += isDigit(body[at]) ? QString(body[at]) : at == point ? QStringLiteral(".") : QString();
    const double value = plain.toDouble() * scaleOf(word);
    const double rounded = std::round(value * 100) / 100;
    return match.captured(1).isEmpty() ? rounded : -rounded;
}

QVariantMap Figures::edited(const QString &before, const QString &after, int caret, int decimals)
{
    const auto result = [](const QString &text, qsizetype at) {
        return QVariantMap{{QStringLiteral("text"), text}, {QStringLiteral("caret"), int(at)}};
    };
    qsizetype head = 0;
    while (head < before.size() && head < after.size() && before[head] == after[head] && head < caret)
        ++head;
    qsizetype tail = 0;
    while (tail < before.size() - head && tail < after.size() - qMax<qsizetype>(head, caret)
           && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    QString fresh = after.mid(head, after.size() - head - tail);
    QString left = after.left(head), right = after.right(tail);

    // More than one character at once is pasted or dictated: it is read as a person would read it.
    if (fresh.size() > 1) {
        const double value = parse(fresh);
        if (std::isnan(value) || value < 0)
            return result(before, head);
        fresh = plainOf(value, decimals);
    } else if (!fresh.isEmpty() && !isDigit(fresh[0]) && !(decimals > 0 && (fresh[0] == u'.' || fresh[0] == kComma))) {
        return result(before, head); // a letter
    }
    if (decimals > 0 && onlyCounting(fresh).contains(kComma) && onlyCounting(left + right).contains(kComma))
        return result(before, head); // a second comma
    const QString plain = onlyCounting(left) + onlyCounting(fresh) + onlyCounting(right);
    const QString text = regrouped(plain, decimals);
    qsizetype digits = 0;
    for (QChar c : text)
        digits += isDigit(c) ? 1 : 0;
    if (digits > kMostDigits)
        return result(before, head);

    // The caret stays behind as many digits, counted from the right: what stands in front may lose its noughts.
    const qsizetype behind = onlyCounting(right).size();
    qsizetype at = text.size();
    for (qsizetype seen = 0; at > 0 && seen < behind; --at)
        seen += counts(text[at - 1]) ? 1 : 0;
    if (at > 0 && !counts(text[at - 1]))
        --at; // at the digit, not behind the space
    return result(text, at);
}

} // namespace cargo::ui
