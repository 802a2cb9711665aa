#pragma once

#include <QJsonObject>
#include <QVariantMap>

namespace cargo::deals {

// The words of deal_words.h as the driver reads them; wordsOf("driver") is these.
QString driverStatusText(const QJsonObject &deal);
QVariantMap driverMoneyWords(const QJsonObject &deal);
QVariantList driverClocksWords(const QJsonObject &deal);
QVariantMap driverNextWords(const QJsonObject &deal);

} // namespace cargo::deals
