#include "qml/client/format.h"

#include "qml/client/server_clock.h"
#include "qml/ui/figures.h"
#include "shared/domain/clock.h"
#include "shared/domain/money.h"

#include <QDateTime>
#include <QLocale>

namespace cargo::client {

namespace {
// Neither "never" (nought) nor what QML makes of nothing (NaN).
bool isMoment(double unixMs) { return unixMs > 0; }
} // namespace

QString Format::money(double amountMinor, const QString &code)
{
    return Currency::fromCode(code) ? ui::Figures::money(amountMinor, code) : QString();
}

QString Format::money(const QJsonObject &object)
{
    return money(object.value(QLatin1String("amount")).toDouble(), object.value(QLatin1String("currency")).toString());
}

QString Format::number(double value) { return ui::isWhole(value) ? ui::grouped(qint64(value)) : QString(); }

QString Format::date(double unixMs)
{
    if (!isMoment(unixMs))
        return {};
    const QDate day = QDateTime::fromMSecsSinceEpoch(qint64(unixMs)).date();
    const bool thisYear = day.year() == QDate::currentDate().year();
    return QLocale().toString(day, thisYear ? QStringLiteral("d MMMM") : QStringLiteral("d MMMM yyyy"));
}

QString Format::time(double unixMs)
{
    return !isMoment(unixMs) ? QString()
                             : QDateTime::fromMSecsSinceEpoch(qint64(unixMs)).time().toString(QStringLiteral("HH:mm"));
}

QString Format::day(double unixMs)
{
    if (!isMoment(unixMs))
        return {};
    const QDate day = QDateTime::fromMSecsSinceEpoch(qint64(unixMs)).date();
    const qint64 ago = day.daysTo(QDate::currentDate());
    return ago == 0 ? tr("today") : ago == 1 ? tr("yesterday") : ago == -1 ? tr("tomorrow") : date(unixMs);
}

QString Format::brief(double unixMs)
{
    return isMoment(unixMs) && QDateTime::fromMSecsSinceEpoch(qint64(unixMs)).date() == QDate::currentDate() ? time(unixMs)
                                                                                                             : day(unixMs);
}

QString Format::moment(double unixMs)
{
    return !isMoment(unixMs) ? QString() : day(unixMs) + QStringLiteral(", ") + time(unixMs);
}

QString Format::left(double untilUnixMs)
{
    const qint64 seconds = (qint64(untilUnixMs) - serverNowMs()) / 1000;
    if (untilUnixMs <= 0 || seconds <= 0)
        return {};
    if (seconds >= 2 * 86400)
        return tr("%n day(s)", "", int(seconds / 86400));
    if (seconds >= 3600)
        return tr("%1 h %2 min").arg(seconds / 3600).arg(seconds / 60 % 60);
    return tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
}

QString Format::age(double fetchedUnixMs)
{
    if (fetchedUnixMs <= 0)
        return {};
    const qint64 minutes = qMax<qint64>(0, (QDateTime::currentMSecsSinceEpoch() - qint64(fetchedUnixMs)) / 60'000);
    if (minutes < 1)
        return tr("Updated just now");
    if (minutes < 60)
        return tr("Updated %n minute(s) ago", "", int(minutes));
    if (minutes < 24 * 60)
        return tr("Updated %n hour(s) ago", "", int(minutes / 60));
    return tr("Updated %1").arg(moment(fetchedUnixMs));
}

qint64 Format::millis(const QJsonValue &value)
{
    const auto moment = Timestamp::fromRfc3339(value.toString());
    return moment ? moment->unixMs : 0;
}

} // namespace cargo::client
