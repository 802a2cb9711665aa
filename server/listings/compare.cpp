#include "server/listings/compare.h"

#include <QJsonArray>

#include <functional>
#include <set>

namespace cargo::listings {

namespace {

// What nobody has said is null, whatever the type: "" of a word, a rating without reviews.
QJsonValue said(const QJsonValue &value)
{
    const bool nothing = value.isUndefined() || value.isNull() || (value.isString() && value.toString().isEmpty());
    return nothing ? QJsonValue(QJsonValue::Null) : value;
}

QJsonObject rowOf(const QString &field, const std::vector<QJsonObject> &cars,
                  const std::function<QJsonValue(const QJsonObject &)> &read)
{
    QJsonArray values;
    std::optional<QJsonValue> first;
    bool differs = false;
    int missing = 0;
    for (const QJsonObject &car : cars) {
        const QJsonValue value = said(read(car));
        values.append(value);
        if (value.isNull())
            ++missing;
        else if (!first)
            first = value;
        else
            differs = differs || value != *first;
    }
    return {{QStringLiteral("field"), field},
            {QStringLiteral("values"), values},
            {QStringLiteral("differs"), differs},
            {QStringLiteral("missing"), missing}};
}

QJsonValue ratingOf(const QJsonObject &car)
{
    const QJsonObject rating = car.value(QLatin1String("driver")).toObject().value(QLatin1String("rating")).toObject();
    return rating.value(QLatin1String("count")).toInt() > 0 ? rating.value(QLatin1String("mean")) : QJsonValue();
}

} // namespace

QJsonArray compareRows(const std::vector<QJsonObject> &cars)
{
    QJsonArray rows;
    for (const char *name : {"price", "year", "mileage_km", "country_from", "delivery_eta_days", "body_type", "fuel",
                             "transmission", "drive", "engine_cc", "power_hp", "color"}) {
        const auto read = [name](const QJsonObject &car) { return car.value(QLatin1String(name)); };
        rows.append(rowOf(QLatin1String(name), cars, read));
    }
    rows.append(rowOf(QStringLiteral("driver_rating"), cars, &ratingOf));
    rows.append(rowOf(QStringLiteral("driver_deals_done"), cars, [](const QJsonObject &car) {
        return car.value(QLatin1String("driver")).toObject().value(QLatin1String("deals_done"));
    }));
    std::set<QString> attributes;
    for (const QJsonObject &car : cars) {
        for (const QString &name : car.value(QLatin1String("attributes")).toObject().keys())
            attributes.insert(name);
    }
    for (const QString &name : attributes) {
        const auto read = [&name](const QJsonObject &car) {
            return car.value(QLatin1String("attributes")).toObject().value(name);
        };
        rows.append(rowOf(QString(QStringLiteral("attributes.") + name), cars, read));
    }
    return rows;
}

} // namespace cargo::listings
