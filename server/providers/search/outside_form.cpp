#include "server/providers/search/outside_form.h"

#include "server/providers/search/engine/bins.h"
#include "server/providers/search/engine/prior.h"
#include "server/providers/search/text_analysis.h"
#include "server/providers/search/traits.h"

#include <QHash>

#include <algorithm>

namespace cargo::search {

namespace {
constexpr size_t kModelsShown = 60; // as the embedded index shows
constexpr size_t kValuesShown = 300;
constexpr QChar kPairMark(u'\x1f');

std::array<const QString *, SearchQuery::kFacetCount> wordsOf(const Document &d)
{
    return {&d.brand, &d.model, &d.bodyType, &d.fuel, &d.transmission, &d.drive, &d.color, &d.countryFrom};
}

QString spelt(const QString &text, bool stemmed)
{
    QString out;
    for (const QString &word : words(text))
        out += (out.isEmpty() ? QString() : QStringLiteral(" ")) + (stemmed ? stem(word) : word);
    return out;
}

double pointsOf(engine::PriorPart part, const Document &d, Timestamp now)
{
    const engine::PriorFacts facts{d.publishedAt.unixMs, d.ratingHundredths, d.completionPerMille, d.etaDays};
    return engine::priorParts(facts, now.unixMs)[engine::at(part)];
}

Facet wordFacet(const char *name, const Counts &counts, size_t shown)
{
    Facet facet{name, {}, 0};
    QHash<QString, size_t> places;
    std::vector<std::pair<QString, qint64>> values = counts.values;
    std::sort(values.begin(), values.end(),
              [](const auto &a, const auto &b) { return a.second != b.second ? a.second > b.second : a.first < b.first; });
    for (const auto &[value, count] : values) {
        if (count <= 0 || value.isEmpty())
            continue;
        const auto known = places.constFind(value.toLower());
        if (known != places.constEnd()) {
            facet.values[*known].count += int(count);
            continue;
        }
        places.insert(value.toLower(), facet.values.size());
        facet.values.push_back({value, int(count)});
    }
    std::sort(facet.values.begin(), facet.values.end(), [](const FacetCount &a, const FacetCount &b) {
        return a.count != b.count ? a.count > b.count : a.value < b.value;
    });
    facet.distinct = int(facet.values.size());
    if (facet.values.size() > shown)
        facet.values.resize(shown);
    return facet;
}

std::vector<qint64> byBin(const Counts &counts, size_t bins)
{
    std::vector<qint64> list(bins, 0);
    for (const auto &[value, count] : counts.values) {
        const int bin = int(value.toDouble());
        if (bin >= 0 && size_t(bin) < bins)
            list[size_t(bin)] += count;
    }
    return list;
}

template <typename Words>
Facet bucketFacet(const char *name, const Counts &counts, const Words &bucketWords)
{
    Facet facet{name, {}, 0};
    const std::vector<qint64> list = byBin(counts, bucketWords.size());
    for (size_t i = 0; i < list.size(); ++i) {
        if (list[i] > 0 && *bucketWords[i])
            facet.values.push_back({QString::fromLatin1(bucketWords[i]), int(list[i])});
    }
    facet.distinct = int(facet.values.size());
    return facet;
}

Facet yearFacet(const Counts &counts)
{
    Facet facet{"year", {}, 0};
    for (const auto &[value, count] : counts.values)
        facet.values.push_back({QString::number(int(value.toDouble())), int(count)});
    std::sort(facet.values.begin(), facet.values.end(),
              [](const FacetCount &a, const FacetCount &b) { return a.value.toInt() > b.value.toInt(); });
    facet.distinct = int(facet.values.size());
    return facet;
}

template <typename Bin, typename From>
Range rangeOf(const char *name, const Counts &counts, size_t bins, Bin &&bin, From &&from)
{
    Range range{name, 0, 0, {}};
    if (!counts.least || !counts.greatest || counts.values.empty())
        return range;
    range.min = *counts.least;
    range.max = *counts.greatest;
    const std::vector<qint64> list = byBin(counts, bins);
    for (size_t i = bin(range.min); i <= bin(range.max); ++i) {
        const qint64 end = i + 1 < bins ? from(i + 1) - 1 : range.max;
        range.bins.push_back({from(i), end, int(list[i])});
    }
    return range;
}
} // namespace

std::vector<Condition> conditionsOf(const SearchQuery &query)
{
    static constexpr std::array<const char *, SearchQuery::kFacetCount> kKeys = {
        "brand_key", "model_key", "body_type_key", "fuel_key", "transmission_key", "drive_key", "color_key", "country_from_key"};
    std::vector<Condition> list;
    for (size_t i = 0; i < kKeys.size(); ++i) {
        if (query.facets[i].empty())
            continue;
        Condition condition{kCounted[i].name, kKeys[i], {}, {}, {}};
        for (const QString &value : query.facets[i])
            condition.words.push_back(value.toLower());
        list.push_back(std::move(condition));
    }
    for (const QString &trait : query.traits)
        list.push_back({kCounted[kTraitAt].name, kCounted[kTraitAt].field, {trait}, {}, {}});
    const auto bound = [&list](const char *name, const char *field, const auto &from, const auto &to) {
        if (!from && !to)
            return;
        Condition condition{name, field, {}, {}, {}};
        if (from)
            condition.from = *from;
        if (to)
            condition.to = *to;
        list.push_back(std::move(condition));
    };
    const std::optional<int> open;
    bound("year", "year", query.yearFrom, query.yearTo);
    bound("price", "price", query.priceFromMinor, query.priceToMinor);
    bound("mileage", "mileage", query.mileageFromKm, query.mileageToKm);
    bound("eta", "eta", open, query.etaToDays);
    bound("rating", "rating", query.ratingFromHundredths, open);
    bound("power", "power", query.powerFromHp, query.powerToHp);
    bound("engine", "engine", query.engineFromCc, query.engineToCc);
    return list;
}

QJsonObject outsideFacts(const Document &d)
{
    QJsonObject made{{QStringLiteral("id"), d.id.toString()},
                     {QStringLiteral("revision"), d.revision},
                     {QStringLiteral("year"), d.year},
                     {QStringLiteral("price"), d.priceMinor},
                     {QStringLiteral("mileage"), d.mileageKm},
                     {QStringLiteral("eta"), d.etaDays},
                     {QStringLiteral("rating"), d.ratingHundredths},
                     {QStringLiteral("published_at"), d.publishedAt.unixMs},
                     {QStringLiteral("eta_bin"), int(engine::etaBin(d.etaDays))},
                     {QStringLiteral("rating_bin"), int(engine::ratingBin(d.ratingHundredths))},
                     {QStringLiteral("price_bin"), int(engine::priceBin(d.priceMinor))},
                     {QStringLiteral("mileage_bin"), int(engine::mileageBin(d.mileageKm))}};
    // What is not told is no number: no bound holds it.
    if (d.powerHp > 0)
        made.insert(QStringLiteral("power"), d.powerHp);
    if (d.engineCc > 0)
        made.insert(QStringLiteral("engine"), d.engineCc);
    if (!d.brand.isEmpty())
        made.insert(QStringLiteral("pair"), pairOf(d.brand, d.model));
    QJsonArray traits;
    const auto finder = traitFinder();
    for (const Concept *trait : finder->traitsOf(d))
        traits.append(trait->slug);
    made.insert(QStringLiteral("trait"), traits);
    const auto values = wordsOf(d);
    for (size_t i = 0; i < values.size(); ++i) {
        if (values[i]->isEmpty())
            continue;
        const QString name = QLatin1String(kCounted[i].name);
        made.insert(name, *values[i]);
        made.insert(name + QStringLiteral("_key"), values[i]->toLower());
    }
    return made;
}

OutsideTexts outsideTexts(const Document &d, bool stemmed)
{
    const QChar blank(u' ');
    return {spelt(d.brand + blank + d.model + blank + QString::number(d.year), stemmed),
            spelt(d.bodyType + blank + d.fuel + blank + d.transmission + blank + d.drive + blank + d.color, stemmed),
            spelt(QString::fromUtf8(d.description), stemmed)};
}

double standingPoints(const Document &document)
{
    double points = 0;
    for (const auto part : {engine::PriorPart::Driver, engine::PriorPart::Completion, engine::PriorPart::Term})
        points += pointsOf(part, document, document.publishedAt);
    return points;
}

double freshnessPoints(const Document &document, Timestamp now) { return pointsOf(engine::PriorPart::Freshness, document, now); }

QString pairOf(const QString &brand, const QString &model) { return brand + kPairMark + model; }

std::pair<QString, QString> fromPair(const QString &pair)
{
    const qsizetype mark = pair.indexOf(kPairMark);
    return mark < 0 ? std::pair(pair, QString()) : std::pair(pair.first(mark), pair.sliced(mark + 1));
}

void writeCounts(const std::array<Counts, kCounted.size()> &counts, const SearchQuery &query, Answer &answer)
{
    for (size_t i = 0; i < SearchQuery::kFacetCount; ++i) {
        const bool isCut = SearchQuery::Facet(i) == SearchQuery::Facet::Model && query.values(SearchQuery::Facet::Brand).empty();
        answer.facets.push_back(wordFacet(kCounted[i].name, counts[i], isCut ? kModelsShown : kValuesShown));
    }
    answer.facets.push_back(yearFacet(counts[8]));
    answer.facets.push_back(bucketFacet("eta", counts[9], engine::kEtaBinWords));
    answer.facets.push_back(bucketFacet("rating", counts[10], engine::kRatingBinWords));
    answer.facets.push_back(wordFacet("trait", counts[kTraitAt], kValuesShown));
    answer.ranges.push_back(rangeOf("price", counts[kPriceAt], engine::kPriceBins, engine::priceBin, engine::priceBinFrom));
    answer.ranges.push_back(
        rangeOf("mileage", counts[kMileageAt], engine::kMileageBins, engine::mileageBin, engine::mileageBinFrom));
}

} // namespace cargo::search
