#include "qml/listings/vin_words.h"

#include "qml/listings/listing_words.h"
#include "shared/domain/vehicle/vin.h"

#include <QCoreApplication>

#include <cstdlib>

namespace cargo::listings {
namespace {

struct VinWords
{
    Q_DECLARE_TR_FUNCTIONS(VinWords)
};

QString regionText(const QString &region)
{
    static constexpr struct
    {
        const char *name;
        const char *text;
    } kRegions[] = {
        {"Africa", QT_TRANSLATE_NOOP("VinWords", "Africa")},   {"Asia", QT_TRANSLATE_NOOP("VinWords", "Asia")},
        {"Europe", QT_TRANSLATE_NOOP("VinWords", "Europe")},   {"North America", QT_TRANSLATE_NOOP("VinWords", "North America")},
        {"Oceania", QT_TRANSLATE_NOOP("VinWords", "Oceania")}, {"South America", QT_TRANSLATE_NOOP("VinWords", "South America")}};
    for (const auto &known : kRegions) {
        if (region == QLatin1String(known.name))
            return VinWords::tr(known.text);
    }
    return region;
}

QVariantMap said(const QVariantList &rows, const QString &note = {}, const char *tone = "")
{
    return {{QStringLiteral("rows"), rows}, {QStringLiteral("note"), note}, {QStringLiteral("tone"), QLatin1String(tone)}};
}

} // namespace

QVariantMap vinWords(const QString &vin, int listingYear, const QString &country, int currentYear)
{
    if (vin.isEmpty()) {
        return country == QLatin1String("JP")
                   ? said({},
                          VinWords::tr("No VIN here. Cars for Japan's home market carry a frame number instead: ask for a photo "
                                       "of its plate."),
                          "info")
                   : said({}, VinWords::tr("The driver gave no VIN. Ask for it before you pay."), "warn");
    }
    QVariantList rows;
    const auto add = [&rows](const QString &name, const QString &value) {
        if (!value.isEmpty())
            rows.append(QVariantMap{{QStringLiteral("name"), name}, {QStringLiteral("value"), value}});
    };
    add(VinWords::tr("Number"), vin);
    const auto parsed = vehicle::parseVin(vin, currentYear);
    if (!parsed.ok())
        return said(rows, VinWords::tr("This is no whole VIN: ask the driver for a photo of the plate."), "warn");
    add(VinWords::tr("Made by"), parsed->maker);
    add(VinWords::tr("Made in"),
        parsed->country.isEmpty() ? regionText(parsed->region) : label(QStringLiteral("country_from"), parsed->country));
    if (parsed->modelYear)
        add(VinWords::tr("Model year"), QString::number(*parsed->modelYear));
    add(VinWords::tr("Check digit"), !parsed->checkDigitApplies  ? VinWords::tr("not used by this maker")
                                     : parsed->checkDigitMatches ? VinWords::tr("right")
                                                                 : VinWords::tr("wrong"));
    if (parsed->checkDigitApplies && !parsed->checkDigitMatches)
        return said(rows,
                    VinWords::tr("A digit does not fit the others: it is mistyped, or the plate was changed. Ask the driver."),
                    "warn");
    // A model year begins before its calendar year.
    if (parsed->modelYear && std::abs(*parsed->modelYear - listingYear) > 1)
        return said(rows,
                    VinWords::tr("The VIN speaks of %1, the driver of %2. Ask him why.").arg(*parsed->modelYear).arg(listingYear),
                    "warn");
    return said(rows);
}

} // namespace cargo::listings
