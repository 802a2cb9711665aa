#include "qml/client/format.h"
#include "qml/listings/listing_words.h"
#include "shared/domain/listing/attributes.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

namespace cargo::listings {
namespace {

// Source strings; the translator finds them through the context "FactWords".
const QHash<QString, const char *> &names()
{
    static const QHash<QString, const char *> table = {
        {QStringLiteral("price"), QT_TRANSLATE_NOOP("FactWords", "Price")},
        {QStringLiteral("year"), QT_TRANSLATE_NOOP("FactWords", "Year")},
        {QStringLiteral("mileage_km"), QT_TRANSLATE_NOOP("FactWords", "Mileage")},
        {QStringLiteral("country_from"), QT_TRANSLATE_NOOP("FactWords", "From")},
        {QStringLiteral("delivery_eta_days"), QT_TRANSLATE_NOOP("FactWords", "Delivery")},
        {QStringLiteral("body_type"), QT_TRANSLATE_NOOP("FactWords", "Body")},
        {QStringLiteral("fuel"), QT_TRANSLATE_NOOP("FactWords", "Fuel")},
        {QStringLiteral("transmission"), QT_TRANSLATE_NOOP("FactWords", "Gearbox")},
        {QStringLiteral("drive"), QT_TRANSLATE_NOOP("FactWords", "Drive")},
        {QStringLiteral("engine_cc"), QT_TRANSLATE_NOOP("FactWords", "Engine")},
        {QStringLiteral("power_hp"), QT_TRANSLATE_NOOP("FactWords", "Power")},
        {QStringLiteral("color"), QT_TRANSLATE_NOOP("FactWords", "Colour")},
        {QStringLiteral("driver_rating"), QT_TRANSLATE_NOOP("FactWords", "Driver's rating")},
        {QStringLiteral("driver_deals_done"), QT_TRANSLATE_NOOP("FactWords", "Driver's deals")},
        {QStringLiteral("seats"), QT_TRANSLATE_NOOP("FactWords", "Seats")},
        {QStringLiteral("doors"), QT_TRANSLATE_NOOP("FactWords", "Doors")},
        {QStringLiteral("owners"), QT_TRANSLATE_NOOP("FactWords", "Owners")},
        {QStringLiteral("battery_kwh"), QT_TRANSLATE_NOOP("FactWords", "Battery")},
        {QStringLiteral("range_km"), QT_TRANSLATE_NOOP("FactWords", "Range")},
        {QStringLiteral("consumption_ml_per_km"), QT_TRANSLATE_NOOP("FactWords", "Consumption")},
        {QStringLiteral("auction_grade"), QT_TRANSLATE_NOOP("FactWords", "Auction grade")},
        {QStringLiteral("auction_lot"), QT_TRANSLATE_NOOP("FactWords", "Auction lot")},
        {QStringLiteral("trim"), QT_TRANSLATE_NOOP("FactWords", "Trim")},
        {QStringLiteral("generation"), QT_TRANSLATE_NOOP("FactWords", "Generation")},
        {QStringLiteral("interior_color"), QT_TRANSLATE_NOOP("FactWords", "Interior colour")},
        {QStringLiteral("right_hand_drive"), QT_TRANSLATE_NOOP("FactWords", "Steering wheel on the right")},
        {QStringLiteral("accident_free"), QT_TRANSLATE_NOOP("FactWords", "No accidents")},
        {QStringLiteral("service_history"), QT_TRANSLATE_NOOP("FactWords", "Service history")},
        {QStringLiteral("leather"), QT_TRANSLATE_NOOP("FactWords", "Leather")},
        {QStringLiteral("panoramic_roof"), QT_TRANSLATE_NOOP("FactWords", "Panoramic roof")},
        {QStringLiteral("heated_seats"), QT_TRANSLATE_NOOP("FactWords", "Heated seats")},
        {QStringLiteral("heated_steering_wheel"), QT_TRANSLATE_NOOP("FactWords", "Heated steering wheel")},
        {QStringLiteral("ventilated_seats"), QT_TRANSLATE_NOOP("FactWords", "Ventilated seats")},
        {QStringLiteral("climate_control"), QT_TRANSLATE_NOOP("FactWords", "Climate control")},
        {QStringLiteral("cruise_control"), QT_TRANSLATE_NOOP("FactWords", "Cruise control")},
        {QStringLiteral("adaptive_cruise"), QT_TRANSLATE_NOOP("FactWords", "Adaptive cruise control")},
        {QStringLiteral("rear_camera"), QT_TRANSLATE_NOOP("FactWords", "Rear camera")},
        {QStringLiteral("surround_camera"), QT_TRANSLATE_NOOP("FactWords", "Surround cameras")},
        {QStringLiteral("parking_sensors"), QT_TRANSLATE_NOOP("FactWords", "Parking sensors")},
        {QStringLiteral("navigation"), QT_TRANSLATE_NOOP("FactWords", "Navigation")},
        {QStringLiteral("keyless"), QT_TRANSLATE_NOOP("FactWords", "Keyless entry")},
        {QStringLiteral("tow_bar"), QT_TRANSLATE_NOOP("FactWords", "Tow bar")},
        {QStringLiteral("roof_rails"), QT_TRANSLATE_NOOP("FactWords", "Roof rails")},
        {QStringLiteral("isofix"), QT_TRANSLATE_NOOP("FactWords", "Isofix")},
        {QStringLiteral("winter_tyres"), QT_TRANSLATE_NOOP("FactWords", "Winter tyres")},
        {QStringLiteral("customs_cleared"), QT_TRANSLATE_NOOP("FactWords", "Cleared through customs")},
    };
    return table;
}

struct FactWords
{
    Q_DECLARE_TR_FUNCTIONS(FactWords)
};

} // namespace

QString fieldName(const QString &field)
{
    const QString name = field.startsWith(QLatin1String("attributes.")) ? field.section(QLatin1Char('.'), 1) : field;
    const char *source = names().value(name);
    return source ? QCoreApplication::translate("FactWords", source) : name;
}

QString attributeText(const QString &name, const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? FactWords::tr("yes") : FactWords::tr("no");
    if (name == QLatin1String("auction_grade")) // "4.5" of the sheet, as the language writes it
        return value.toString().replace(QLatin1Char('.'), QLocale().decimalPoint());
    if (!value.isDouble())
        return value.toString();
    if (name == QLatin1String("consumption_ml_per_km")) // people say litres for a hundred kilometres
        return FactWords::tr("%1 l/100 km").arg(QLocale().toString(value.toDouble() / 10, 'f', 1));
    const QString number = client::Format::number(value.toDouble());
    const listing::Attribute *attribute = listing::findAttribute(name);
    const QByteArray unit = attribute ? attribute->unit : "";
    return unit == "km" ? FactWords::tr("%1 km").arg(number) : unit == "kWh" ? FactWords::tr("%1 kWh").arg(number) : number;
}

} // namespace cargo::listings
