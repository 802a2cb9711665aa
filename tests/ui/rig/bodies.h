#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace cargo::test {

// What a person at a test's server begins with.
QJsonObject signBody(); // for POST me/agreements/…, of what comes with the program
QJsonObject personBody(const QString &email, const QString &role, const QString &name); // for POST auth/register
QJsonObject carBody(const QJsonArray &photos = {});                                     // for POST listings: a RAV4 of 2020
quint16 freePort();                                                                     // of the loopback

} // namespace cargo::test
