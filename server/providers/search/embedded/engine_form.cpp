#include "server/providers/search/embedded/engine_form.h"

#include "server/providers/search/engine/bins.h"

#include <QtEndian>

#include <algorithm>
#include <numeric>

namespace cargo::search {

namespace {
using engine::Dimension;
constexpr size_t kModelsShown = 60;
constexpr size_t kValuesShown = 300;

// SearchQuery::Facet and the first of engine::Dimension are the same list.
static_assert(SearchQuery::kFacetCount == engine::kWordDimensions);
static_assert(size_t(SearchQuery::Facet::CountryFrom) == engine::at(Dimension::Country));

QString fromUtf8(std::string_view text) { return QString::fromUtf8(text.data(), qsizetype(text.size())); }

engine::Sort sortOf(SearchQuery::Sort sort, bool hasText)
{
    using Sort = SearchQuery::Sort;
    switch (sort) {
    case Sort::Relevance: return hasText ? engine::Sort::Relevance : engine::Sort::Newest; // of equal worth: the newest
    case Sort::PriceAsc: return engine::Sort::PriceAscending;
    case Sort::PriceDesc: return engine::Sort::PriceDescending;
    case Sort::Newest: return engine::Sort::Newest;
    case Sort::MileageAsc: return engine::Sort::MileageAscending;
    case Sort::EtaAsc: return engine::Sort::EtaAscending;
    }
    return engine::Sort::Newest;
}

bool byCount(const FacetCount &a, const FacetCount &b) { return a.count != b.count ? a.count > b.count : a.value < b.value; }

Facet facetOf(const engine::Answer &answer, size_t dimension, size_t shown)
{
    Facet facet{word(SearchQuery::Facet(dimension)), {}, 0};
    for (const engine::ValueCount &value : answer.facets[dimension]) {
        facet.values.push_back({fromUtf8(value.value), int(value.count)});
        facet.distinct += value.count > 0 ? 1 : 0;
    }
    std::sort(facet.values.begin(), facet.values.end(), byCount);
    if (facet.values.size() > shown)
        facet.values.resize(shown);
    return facet;
}

Facet traitFacet(const engine::Answer &answer)
{
    Facet facet{"trait", {}, int(answer.traits.size())};
    for (const engine::ValueCount &value : answer.traits)
        facet.values.push_back({fromUtf8(value.value), int(value.count)});
    std::sort(facet.values.begin(), facet.values.end(), byCount);
    return facet;
}

template <typename Counts, typename Words>
Facet bucketsOf(const char *name, const Counts &counts, const Words &bucketWords)
{
    Facet facet{name, {}, 0};
    for (size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] && *bucketWords[i])
            facet.values.push_back({QString::fromLatin1(bucketWords[i]), int(counts[i])});
    }
    facet.distinct = int(facet.values.size());
    return facet;
}

template <typename Counts, typename Bin, typename From>
Range rangeOf(const char *name, const engine::Extent &extent, const Counts &counts, Bin &&bin, From &&from)
{
    Range range{name, 0, 0, {}};
    if (extent.least > extent.greatest)
        return range;
    range.min = extent.least;
    range.max = extent.greatest;
    for (size_t i = bin(extent.least); i <= bin(extent.greatest); ++i) {
        const qint64 end = i + 1 < counts.size() ? from(i + 1) - 1 : extent.greatest;
        range.bins.push_back({from(i), end, int(counts[i])});
    }
    return range;
}

// All but its traits.
engine::Document factsOf(const Document &d)
{
    engine::Document document;
    document.id = d.id.uuid.bytes;
    document.revision = d.revision;
    document.driver = d.driver.isNull() ? 0 : std::max(1u, qFromBigEndian<quint32>(d.driver.uuid.bytes.data() + 12)); // random
    const std::array<const QString *, engine::kWordDimensions> values = {&d.brand,        &d.model, &d.bodyType, &d.fuel,
                                                                         &d.transmission, &d.drive, &d.color,    &d.countryFrom};
    for (size_t i = 0; i < values.size(); ++i)
        document.facets[i] = values[i]->toStdString();
    document.year = d.year;
    document.priceMinor = d.priceMinor;
    document.mileageKm = d.mileageKm;
    document.etaDays = d.etaDays;
    document.ratingHundredths = d.ratingHundredths;
    document.publishedMs = d.publishedAt.unixMs;
    document.powerHp = d.powerHp;
    document.displacementCc = d.engineCc;
    document.completionPerMille = d.completionPerMille;
    document.title = document.facets[engine::at(Dimension::Brand)] + ' ' + document.facets[engine::at(Dimension::Model)] + ' '
                     + std::to_string(d.year);
    document.description = d.description.toStdString();
    document.vector = d.embedding;
    return document;
}

void setTraits(engine::Document &document, const std::vector<const Concept *> &traits)
{
    for (const Concept *trait : traits)
        document.traits.push_back(trait->slug.toStdString());
}
} // namespace

engine::Document toEngine(const TraitFinder &traits, const Document &d)
{
    engine::Document document = factsOf(d);
    setTraits(document, traits.traitsOf(d));
    return document;
}

std::vector<engine::Document> toEngine(const TraitFinder &traits, const std::vector<std::vector<Document>> &pages)
{
    std::vector<engine::Document> list;
    list.reserve(std::accumulate(pages.begin(), pages.end(), size_t(0),
                                 [](size_t sum, const std::vector<Document> &page) { return sum + page.size(); }));
    TraitFinder::Reading reading;
    for (const std::vector<Document> &documents : pages) {
        for (const Document &d : documents) {
            list.push_back(factsOf(d));
            setTraits(list.back(), traits.traitsOf(d, reading));
            list.back().words = reading.words;
        }
    }
    const auto book = std::make_shared<const engine::WordTable>(std::move(reading.table));
    for (engine::Document &document : list)
        document.book = book;
    return list;
}

engine::Query toEngine(const SearchQuery &query)
{
    engine::Query made;
    for (size_t i = 0; i < engine::kWordDimensions; ++i) {
        for (const QString &value : query.facets[i])
            made.facets[i].push_back(value.toStdString());
    }
    for (const QString &trait : query.traits)
        made.traits.push_back(trait.toStdString());
    const auto bound = [&made](Dimension dimension, const auto &from, const auto &to) {
        if (!from && !to)
            return;
        engine::Bounds bounds;
        if (from)
            bounds.from = *from;
        if (to)
            bounds.to = *to;
        made.bounds[engine::numberAt(dimension)] = bounds;
    };
    const std::optional<int> open;
    bound(Dimension::Year, query.yearFrom, query.yearTo);
    bound(Dimension::Price, query.priceFromMinor, query.priceToMinor);
    bound(Dimension::Mileage, query.mileageFromKm, query.mileageToKm);
    bound(Dimension::Eta, open, query.etaToDays);
    bound(Dimension::Rating, query.ratingFromHundredths, open);
    const auto boundOfTold = [&bound](Dimension dimension, const auto &from, const auto &to) {
        if (from || to)
            bound(dimension, std::optional(std::max(from.value_or(1), 1)), to);
    };
    boundOfTold(Dimension::Power, query.powerFromHp, query.powerToHp);
    boundOfTold(Dimension::Displacement, query.engineFromCc, query.engineToCc);
    made.isDiverse = query.sort == SearchQuery::Sort::Relevance;
    made.sort = sortOf(query.sort, !query.text.isEmpty());
    made.limit = uint32_t(std::max(query.limit, 0));
    made.wantFacets = query.wantFacets;
    made.wantExplanations = query.wantExplanations;
    return made;
}

std::vector<Facet> facetsOf(const engine::Answer &answer, const SearchQuery &query)
{
    std::vector<Facet> list;
    for (size_t i = 0; i < engine::kWordDimensions; ++i) {
        const bool model = SearchQuery::Facet(i) == SearchQuery::Facet::Model;
        const bool cut = model && query.values(SearchQuery::Facet::Brand).empty();
        list.push_back(facetOf(answer, i, cut ? kModelsShown : kValuesShown));
    }
    Facet year{"year", {}, 0};
    for (size_t i = answer.years.size(); i-- > 0;) {
        if (answer.years[i])
            year.values.push_back({QString::number(int(i) + engine::kFirstYear), int(answer.years[i])});
    }
    year.distinct = int(year.values.size());
    list.push_back(std::move(year));
    list.push_back(bucketsOf("eta", answer.etas, engine::kEtaBinWords));
    list.push_back(bucketsOf("rating", answer.ratings, engine::kRatingBinWords));
    list.push_back(traitFacet(answer));
    return list;
}

std::vector<Range> rangesOf(const engine::Answer &answer)
{
    return {rangeOf("price", answer.price, answer.prices, engine::priceBin, engine::priceBinFrom),
            rangeOf("mileage", answer.mileage, answer.mileages, engine::mileageBin, engine::mileageBinFrom)};
}

} // namespace cargo::search
