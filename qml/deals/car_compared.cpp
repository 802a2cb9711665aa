#include "qml/deals/car_compared.h"

#include "qml/client/fields.h"
#include "qml/client/format.h"

#include <QCoreApplication>

namespace cargo::deals {

using client::at;
using client::Format;
using client::word;

namespace {

struct CarCompared
{
    Q_DECLARE_TR_FUNCTIONS(CarCompared)
};

// The newest record of this kind that has photos.
QJsonObject lastOf(const QJsonArray &events, const char *kind)
{
    for (qsizetype i = events.size(); i > 0; --i) {
        const QJsonObject record = events.at(i - 1).toObject().value(QLatin1String("checkpoint")).toObject();
        if (word(record, "kind") == QLatin1String(kind) && !record.value(QLatin1String("photos")).toArray().isEmpty())
            return record;
    }
    return {};
}

QJsonArray listOf(const QJsonObject &record, const char *name)
{
    return record.value(QLatin1String("inspection")).toObject().value(QLatin1String(name)).toArray();
}

QString photoOf(const QJsonObject &record, const QString &angle)
{
    const QJsonArray angles = listOf(record, "angles");
    for (const QJsonValue &side : angles) {
        if (word(side.toObject(), "angle") == angle)
            return word(side.toObject(), "photo");
    }
    return {};
}

void addPins(QVariantList &pins, const QJsonObject &record, bool handover)
{
    const QJsonArray damages = listOf(record, "damages");
    for (const QJsonValue &value : damages) {
        const QJsonObject damage = value.toObject();
        const bool fresh = damage.value(QLatin1String("new")).toBool();
        QStringList words{damageText(word(damage, "kind"))};
        if (const QString note = word(damage, "note"); !note.isEmpty())
            words << note;
        if (handover)
            words << (fresh ? CarCompared::tr("new, the driver says") : CarCompared::tr("was there before, the driver says"));
        pins.append(QVariantMap{{QStringLiteral("number"), int(pins.size()) + 1},
                                {QStringLiteral("view"), word(damage, "view")},
                                {QStringLiteral("x"), damage.value(QLatin1String("x")).toDouble()},
                                {QStringLiteral("y"), damage.value(QLatin1String("y")).toDouble()},
                                {QStringLiteral("text"), words.join(QStringLiteral(", "))},
                                {QStringLiteral("fresh"), fresh}});
    }
}

} // namespace

QVariantMap carCompared(const QJsonArray &events, const UrlOf &urlOf)
{
    const QJsonObject before = lastOf(events, "pickup"), after = lastOf(events, "handover");
    if (before.isEmpty())
        return {};
    QVariantList pins;
    addPins(pins, before, false);
    addPins(pins, after, true);
    const auto urlOfPhoto = [&urlOf](const QString &id) {
        return id.isEmpty() ? QUrl() : urlOf(QStringLiteral("/api/v1/media/%1/card").arg(id));
    };
    QVariantList pairs;
    const auto add = [&](const QString &angle, const QString &name, const QString &first) {
        QVariantList here;
        for (const QVariant &pin : std::as_const(pins)) {
            if (pin.toMap().value(QStringLiteral("view")) == angle)
                here.append(pin);
        }
        pairs.append(QVariantMap{{QStringLiteral("angle"), angle},
                                 {QStringLiteral("name"), name},
                                 {QStringLiteral("before"), urlOfPhoto(first)},
                                 {QStringLiteral("after"), urlOfPhoto(photoOf(after, angle))},
                                 {QStringLiteral("pins"), here}});
    };
    const QJsonArray angles = listOf(before, "angles");
    for (const QJsonValue &value : angles) {
        const QJsonObject side = value.toObject();
        add(word(side, "angle"), angleText(word(side, "angle")), word(side, "photo"));
    }
    const double seen = at(before, "recorded_at"), again = at(after, "recorded_at");
    const double km = before.value(QLatin1String("odometer_km")).toDouble();
    int fresh = 0;
    for (const QVariant &pin : std::as_const(pins))
        fresh += pin.toMap().value(QStringLiteral("fresh")).toBool() ? 1 : 0;
    return {{QStringLiteral("moment"), Format::moment(seen)},
            {QStringLiteral("day"), Format::day(seen)},
            {QStringLiteral("detail"), km > 0 ? CarCompared::tr("%1 km on the odometer").arg(Format::number(km)) : QString()},
            {QStringLiteral("recorded"), !after.isEmpty()},
            {QStringLiteral("recordedMoment"), after.isEmpty() ? QString() : Format::moment(again)},
            {QStringLiteral("recordedDay"), after.isEmpty() ? QString() : Format::day(again)},
            {QStringLiteral("pairs"), pairs},
            {QStringLiteral("pins"), pins},
            {QStringLiteral("fresh"), fresh}};
}

} // namespace cargo::deals
