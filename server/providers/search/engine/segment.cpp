#include "server/providers/search/engine/segment.h"

#include "server/providers/search/engine/bins.h"
#include "server/providers/search/engine/traits.h"

#include <algorithm>

namespace cargo::search::engine {

uint32_t Segment::find(const Id &id) const
{
    const auto found = std::lower_bound(ids.begin(), ids.end(), id);
    return found == ids.end() || *found != id ? kNoDocument : uint32_t(found - ids.begin());
}

uint32_t Segment::placeIn(Dimension dimension, uint32_t document) const
{
    if (at(dimension) < kWordDimensions)
        return facets[at(dimension)].at(document);
    return binOf(dimension, number(dimension).at(document));
}

void Segment::derive()
{
    lexicon.indexSpelling();
    lexicon.spreadCommon();
    std::vector<uint32_t> codes(size());
    for (size_t i = 0; i < bins.size(); ++i) {
        const auto dimension = Dimension(kWordDimensions + i);
        // Many documents have the same value: its bin is looked up once.
        const NumberColumn &column = number(dimension);
        std::vector<uint32_t> ofValue;
        for (const int64_t value : column.distinct())
            ofValue.push_back(binOf(dimension, value));
        for (uint32_t d = 0; d < size(); ++d)
            codes[d] = ofValue[column.codes().at(d)];
        bins[i] = Codes(codes, kYearBins - 1);
    }
    if (size() < kOrderedFrom)
        return;
    orders[ByPrice] = orderOf(number(Dimension::Price));
    orders[ByPublished] = orderOf(number(Dimension::Published));
    orders[ByMileage] = orderOf(number(Dimension::Mileage));
    orders[ByEta] = orderOf(number(Dimension::Eta));
    const auto countIn = [](std::vector<uint32_t> &counts, size_t place) {
        if (place >= counts.size())
            counts.resize(place + 1, 0);
        ++counts[place];
    };
    for (size_t f = 0; f < totals.size(); ++f) {
        const Codes &column = places(Dimension(f));
        for (uint32_t d = 0; d < size(); ++d)
            countIn(totals[f], column.at(d));
    }
    traitTotals.assign(traits.distinct().size(), 0);
    for (uint32_t d = 0; d < size(); ++d)
        ++traitTotals[traits.codes().at(d)];
    for (size_t lane = 0; lane < kLanes; ++lane) {
        for (uint32_t d = 0; d < size(); ++d) {
            const uint16_t code = laneCode(d, lane);
            if (code == kNoTuple)
                ++withoutTuple[lane];
            else
                countIn(laneTotals[lane], code);
        }
    }
}

bool Segment::isWhole(const CatalogSizes &sizes) const
{
    const size_t n = ids.size();
    if (n >= kNoDocument || revisions.size() != n || fingerprints.size() != n || completion.size() != n || drivers.size() != n
        || lanes.size() != n || !lexicon.isWhole(n))
        return false;
    if (vectors.dimensions > kDimensionsMost || vectors.values.size() != n * vectors.dimensions)
        return false;
    if (std::adjacent_find(ids.begin(), ids.end(), std::greater_equal<>()) != ids.end())
        return false;
    for (const NumberColumn &column : numbers) {
        if (!column.isWhole(n))
            return false;
    }
    if (!traits.isWhole(n) || (n > 0 && !traitsAreKnown(traits, sizes.traits)))
        return false;
    for (size_t f = 0; f < facets.size(); ++f) {
        if (!facets[f].isWhole() || facets[f].size() != n)
            return false;
        for (uint32_t d = 0; d < n; ++d) {
            if (facets[f].at(d) >= sizes.vocabularies[f])
                return false;
        }
    }
    for (uint32_t d = 0; d < n; ++d) {
        for (size_t lane = 0; lane < kLanes; ++lane) {
            const uint16_t code = laneCode(d, lane);
            if (code != kNoTuple && code >= sizes.lanes[lane])
                return false;
        }
    }
    return true;
}

} // namespace cargo::search::engine
