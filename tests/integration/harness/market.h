#pragma once

#include "harness/http_client.h"

#include <QColor>

namespace cargo::test {

// The wares of a whole server's tests: an amount, a picture, a car on sale.

QJsonObject rub(qint64 kopecks);
// A small picture of one colour.
QByteArray png(QColor color = Qt::darkGreen);
// What POST /listings takes for an ordinary car of 3 000 000 roubles; `more` is laid over it.
QJsonObject carBody(const QJsonObject &more = {});
// A car of this driver's; its id. Ends the program when the server does not take it.
QByteArray newCar(HttpClient &driver, const QJsonObject &more = {}, bool published = true);

} // namespace cargo::test
