#include "qml/client/format.h"

#include "shared/domain/clock.h"
#include "shared/domain/money.h"

#include <QDateTime>
#include <QLocale>

namespace cargo::client {
namespace {

// Neither lets a line break: a sum is never torn in two.
constexpr QChar kThinSpace(0x202F);
constexpr QChar kSpace(0x00A0);

QString grouped(qint64 value)
{
    QString digits = QString::number(qAbs(value));
    for (qsizetype at = digits.size() - 3; at > 0; at -= 3)
        digits.insert(at, kThinSpace);
    return value < 0 ? QChar(0x2212) + digits : digits;
}

} // namespace

QString Format::money(double amountMinor, const QString &code)
{
    const auto currency = Currency::fromCode(code);
    if (!currency)
        return {};
    qint64 unit = 1;
    for (int digit = 0; digit < currency->exponent(); ++digit)
        unit *= 10;
    const qint64 minor = qint64(amountMinor);
    QString text = grouped(minor / unit);
    if (const qint64 rest = qAbs(minor % unit))
        text += QLatin1Char(',') + QString::number(rest).rightJustified(currency->exponent(), QLatin1Char('0'));
    const QString sign = code == QLatin1String("RUB")   ? QStringLiteral("₽")
                         : code == QLatin1String("USD") ? QStringLiteral("$")
                         : code == QLatin1String("EUR") ? QStringLiteral("€")
                         : code == QLatin1String("JPY") ? QStringLiteral("¥")
                         : code == QLatin1String("KRW") ? QStringLiteral("₩")
                                                        : code;
    return text + kSpace + sign;
}

QString Format::money(const QJsonObject &object)
{
    return money(object.value(QLatin1String("amount")).toDouble(), object.value(QLatin1String("currency")).toString());
}

QString Format::number(double value) { return grouped(qint64(value)); }

QString Format::date(double unixMs)
{
    if (unixMs <= 0)
        return {};
    const QDate day = QDateTime::fromMSecsSinceEpoch(qint64(unixMs)).date();
    const bool thisYear = day.year() == QDate::currentDate().year();
    return QLocale().toString(day, thisYear ? QStringLiteral("d MMMM") : QStringLiteral("d MMMM yyyy"));
}

QString Format::time(double unixMs)
{
    return unixMs <= 0 ? QString() : QDateTime::fromMSecsSinceEpoch(qint64(unixMs)).time().toString(QStringLiteral("HH:mm"));
}

QString Format::day(double unixMs)
{
    if (unixMs <= 0)
        return {};
    const QDate day = QDateTime::fromMSecsSinceEpoch(qint64(unixMs)).date();
    const qint64 ago = day.daysTo(QDate::currentDate());
    return ago == 0 ? tr("today") : ago == 1 ? tr("yesterday") : ago == -1 ? tr("tomorrow") : date(unixMs);
}

QString Format::moment(double unixMs) { return unixMs <= 0 ? QString() : day(unixMs) + QStringLiteral(", ") + time(unixMs); }

QString Format::left(double untilUnixMs)
{
    const qint64 seconds = (qint64(untilUnixMs) - QDateTime::currentMSecsSinceEpoch()) / 1000;
    if (untilUnixMs <= 0 || seconds <= 0)
        return {};
    if (seconds >= 2 * 86400)
        return tr("%n day(s)", "", int(seconds / 86400));
    if (seconds >= 3600)
        return tr("%1 h %2 min").arg(seconds / 3600).arg(seconds / 60 % 60);
    return tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
}

qint64 Format::millis(const QJsonValue &value)
{
    const auto moment = Timestamp::fromRfc3339(value.toString());
    return moment ? moment->unixMs : 0;
}

} // namespace cargo::client
