#include "qml/listings/listing_words.h"

#include "qml/client/fields.h"
#include "shared/domain/listing/listing.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

namespace cargo::listings {
namespace {

// Source strings; the translator finds them through the context "ListingWords".
const QHash<QString, const char *> &words()
{
    static const QHash<QString, const char *> table = {
        {QStringLiteral("petrol"), QT_TRANSLATE_NOOP("ListingWords", "petrol")},
        {QStringLiteral("diesel"), QT_TRANSLATE_NOOP("ListingWords", "diesel")},
        {QStringLiteral("hybrid"), QT_TRANSLATE_NOOP("ListingWords", "hybrid")},
        {QStringLiteral("plug_in_hybrid"), QT_TRANSLATE_NOOP("ListingWords", "plug-in hybrid")},
        {QStringLiteral("electric"), QT_TRANSLATE_NOOP("ListingWords", "electric")},
        {QStringLiteral("gas"), QT_TRANSLATE_NOOP("ListingWords", "gas")},
        {QStringLiteral("hydrogen"), QT_TRANSLATE_NOOP("ListingWords", "hydrogen")},
        {QStringLiteral("automatic"), QT_TRANSLATE_NOOP("ListingWords", "automatic")},
        {QStringLiteral("manual"), QT_TRANSLATE_NOOP("ListingWords", "manual")},
        {QStringLiteral("cvt"), QT_TRANSLATE_NOOP("ListingWords", "CVT")},
        {QStringLiteral("robot"), QT_TRANSLATE_NOOP("ListingWords", "dual clutch")},
        {QStringLiteral("fwd"), QT_TRANSLATE_NOOP("ListingWords", "front-wheel drive")},
        {QStringLiteral("rwd"), QT_TRANSLATE_NOOP("ListingWords", "rear-wheel drive")},
        {QStringLiteral("awd"), QT_TRANSLATE_NOOP("ListingWords", "all-wheel drive")},
        {QStringLiteral("4wd"), QT_TRANSLATE_NOOP("ListingWords", "all-wheel drive")},
        {QStringLiteral("suv"), QT_TRANSLATE_NOOP("ListingWords", "SUV")},
        {QStringLiteral("crossover"), QT_TRANSLATE_NOOP("ListingWords", "crossover")},
        {QStringLiteral("sedan"), QT_TRANSLATE_NOOP("ListingWords", "sedan")},
        {QStringLiteral("hatchback"), QT_TRANSLATE_NOOP("ListingWords", "hatchback")},
        {QStringLiteral("wagon"), QT_TRANSLATE_NOOP("ListingWords", "estate")},
        {QStringLiteral("coupe"), QT_TRANSLATE_NOOP("ListingWords", "coupé")},
        {QStringLiteral("convertible"), QT_TRANSLATE_NOOP("ListingWords", "convertible")},
        {QStringLiteral("minivan"), QT_TRANSLATE_NOOP("ListingWords", "minivan")},
        {QStringLiteral("van"), QT_TRANSLATE_NOOP("ListingWords", "van")},
        {QStringLiteral("pickup"), QT_TRANSLATE_NOOP("ListingWords", "pick-up")},
        {QStringLiteral("liftback"), QT_TRANSLATE_NOOP("ListingWords", "liftback")},
        {QStringLiteral("kei"), QT_TRANSLATE_NOOP("ListingWords", "kei car")},
        {QStringLiteral("truck"), QT_TRANSLATE_NOOP("ListingWords", "truck")},
        {QStringLiteral("bus"), QT_TRANSLATE_NOOP("ListingWords", "bus")},
        {QStringLiteral("motorcycle"), QT_TRANSLATE_NOOP("ListingWords", "motorcycle")},
        {QStringLiteral("other"), QT_TRANSLATE_NOOP("ListingWords", "other")},
        {QStringLiteral("white"), QT_TRANSLATE_NOOP("ListingWords", "white")},
        {QStringLiteral("black"), QT_TRANSLATE_NOOP("ListingWords", "black")},
        {QStringLiteral("grey"), QT_TRANSLATE_NOOP("ListingWords", "grey")},
        {QStringLiteral("gray"), QT_TRANSLATE_NOOP("ListingWords", "grey")},
        {QStringLiteral("silver"), QT_TRANSLATE_NOOP("ListingWords", "silver")},
        {QStringLiteral("blue"), QT_TRANSLATE_NOOP("ListingWords", "blue")},
        {QStringLiteral("red"), QT_TRANSLATE_NOOP("ListingWords", "red")},
        {QStringLiteral("green"), QT_TRANSLATE_NOOP("ListingWords", "green")},
        {QStringLiteral("brown"), QT_TRANSLATE_NOOP("ListingWords", "brown")},
        {QStringLiteral("beige"), QT_TRANSLATE_NOOP("ListingWords", "beige")},
        {QStringLiteral("yellow"), QT_TRANSLATE_NOOP("ListingWords", "yellow")},
        {QStringLiteral("orange"), QT_TRANSLATE_NOOP("ListingWords", "orange")},
        {QStringLiteral("purple"), QT_TRANSLATE_NOOP("ListingWords", "purple")},
        {QStringLiteral("gold"), QT_TRANSLATE_NOOP("ListingWords", "gold")},
        {QStringLiteral("pink"), QT_TRANSLATE_NOOP("ListingWords", "pink")},
    };
    return table;
}

} // namespace

namespace {
struct TraitName
{
    QString russian, english;
};
// Of the one server that the app talks to; on its one thread.
QHash<QString, TraitName> &traitNames()
{
    static QHash<QString, TraitName> names;
    return names;
}
} // namespace

QString label(const QString &facet, const QString &word)
{
    if (facet == QLatin1String("country_from")) {
        const listing::Country *country = listing::findCountry(word);
        if (!country)
            return word;
        return QString::fromUtf8(QLocale().language() == QLocale::Russian ? country->nameRu : country->nameEn);
    }
    if (facet == QLatin1String("trait")) {
        const TraitName name = traitNames().value(word);
        const QString &called = QLocale().language() == QLocale::Russian ? name.russian : name.english;
        return called.isEmpty() ? QString(word).replace(QLatin1Char('_'), QLatin1Char(' ')) : called;
    }
    const char *source = words().value(word);
    return source ? QCoreApplication::translate("ListingWords", source) : word;
}

void learnTraitNames(const QJsonArray &values)
{
    for (const QJsonValue &value : values) {
        const auto text = [&value](const char *name) { return value.toObject().value(QLatin1String(name)).toString(); };
        traitNames().insert(text("value"), {text("name_ru"), text("name_en")});
    }
}

QString reasonText(const QJsonObject &reason)
{
    const QString code = reason.value(QLatin1String("code")).toString();
    struct Words
    {
        const char *code;
        const char *text;
    };
    static constexpr Words kWords[] = {
        {"similar_to_viewed", QT_TRANSLATE_NOOP("Reasons", "like one that you looked at")},
        {"similar_to_favourite", QT_TRANSLATE_NOOP("Reasons", "like one among your favourites")},
        {"similar_to_chat", QT_TRANSLATE_NOOP("Reasons", "like one that you asked about")},
        {"matches_search", QT_TRANSLATE_NOOP("Reasons", "fits a search that you keep")},
        {"new", QT_TRANSLATE_NOOP("Reasons", "offered lately")},
        {"well_rated", QT_TRANSLATE_NOOP("Reasons", "its driver is rated highly")},
        {"popular_in_corridor", QT_TRANSLATE_NOOP("Reasons", "many look at it")},
        {"same_model", QT_TRANSLATE_NOOP("Reasons", "the same model")},
        {"same_brand_and_body", QT_TRANSLATE_NOOP("Reasons", "the same brand and body")},
        {"same_brand", QT_TRANSLATE_NOOP("Reasons", "the same brand")},
        {"same_body", QT_TRANSLATE_NOOP("Reasons", "the same body")},
    };
    QString text;
    for (const Words &words : kWords) {
        if (code == QLatin1String(words.code))
            text = QCoreApplication::translate("Reasons", words.text);
    }
    if (const int people = reason.value(QLatin1String("people")).toInt(); people > 0)
        return QCoreApplication::translate("Reasons", "%n person(s) looked at it lately", nullptr, people);
    const int difference = reason.value(QLatin1String("price_difference_percent")).toInt();
    if (text.isEmpty() || difference == 0)
        return text;
    return difference > 0 ? QCoreApplication::translate("Reasons", "%1, dearer by %2 %").arg(text).arg(difference)
                          : QCoreApplication::translate("Reasons", "%1, cheaper by %2 %").arg(text).arg(-difference);
}

QVariantMap sharesOf(const QJsonObject &quote)
{
    const QJsonObject terms = quote.value(QLatin1String("fee_terms")).toObject();
    const QString percent = QLocale().toString(terms.value(QLatin1String("basis_points")).toInt() / 100.0, 'g', 4);
    const QString rule = client::word(terms, "rule") == QLatin1String("minimum")
                             ? QCoreApplication::translate("ListingWords", "at least %1").arg(client::sum(terms, "minimum"))
                             : QCoreApplication::translate("ListingWords", "%1 % of the price").arg(percent);
    return {{QStringLiteral("pays"), client::sum(quote, "buyer_pays")},
            {QStringLiteral("fee"), client::sum(quote, "fee")},
            {QStringLiteral("feeRule"), rule},
            {QStringLiteral("driverReceives"), client::sum(quote, "driver_receives")}};
}

QVariantMap offerOf(const QJsonObject &quote)
{
    QVariantMap offer = sharesOf(quote);
    offer.insert(QStringLiteral("notIncluded"), notIncludedWords(quote.value(QLatin1String("not_included")).toArray()));
    return offer;
}

QStringList notIncludedWords(const QJsonArray &codes)
{
    struct Words
    {
        const char *code;
        const char *text;
    };
    static constexpr Words kWords[] = {
        {"customs_duty", QT_TRANSLATE_NOOP("ListingWords", "customs duty")},
        {"recycling_fee", QT_TRANSLATE_NOOP("ListingWords", "recycling fee")},
        {"broker", QT_TRANSLATE_NOOP("ListingWords", "customs broker")},
        {"registration", QT_TRANSLATE_NOOP("ListingWords", "registration with the traffic police")},
    };
    QStringList list;
    for (const Words &words : kWords) {
        if (codes.contains(QJsonValue(QLatin1String(words.code))))
            list.append(QCoreApplication::translate("ListingWords", words.text));
    }
    return list;
}

} // namespace cargo::listings
