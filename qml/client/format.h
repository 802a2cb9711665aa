#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <QJsonObject>
#include <QString>

namespace cargo::client {

// How numbers, money and moments are written for people: thin spaces, the sign behind, dates as people say them.
// Without state; the language is that of the app.
class Format : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

public:
    using QObject::QObject;
    Q_INVOKABLE static QString money(double amountMinor, const QString &currency);
    Q_INVOKABLE static QString number(double value);
    Q_INVOKABLE static QString date(double unixMs);       // "12 December"
    Q_INVOKABLE static QString moment(double unixMs);     // "today, 09:40"
    Q_INVOKABLE static QString brief(double unixMs);      // "09:40" of today, else the day
    Q_INVOKABLE static QString day(double unixMs);        // "today", "12 December"
    Q_INVOKABLE static QString time(double unixMs);       // "09:40"
    Q_INVOKABLE static QString left(double untilUnixMs);  // "2 h 14 min" by the server's clock; empty when over
    Q_INVOKABLE static QString age(double fetchedUnixMs); // "Updated 12 minutes ago", by this device's clock
    static QString money(const QJsonObject &money);
    static qint64 millis(const QJsonValue &rfc3339); // 0 when there is none
};

} // namespace cargo::client
