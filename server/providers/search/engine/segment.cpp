#include "server/providers/search/engine/segment.h"

#include "server/providers/search/engine/bins.h"

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
    const int64_t value = number(dimension).at(document);
    switch (dimension) {
    case Dimension::Year: return uint32_t(yearBin(value));
    case Dimension::Price: return uint32_t(priceBin(value));
    case Dimension::Mileage: return uint32_t(mileageBin(value));
    case Dimension::Eta: return uint32_t(etaBin(value));
    case Dimension::Rating: return uint32_t(ratingBin(value));
    default: return 0;
    }
}

void Segment::derive()
{
    lexicon.indexSpelling();
    if (size() < kOrderedFrom)
        return;
    orders[ByPrice] = orderOf(number(Dimension::Price));
    orders[ByPublished] = orderOf(number(Dimension::Published));
    orders[ByMileage] = orderOf(number(Dimension::Mileage));
    orders[ByEta] = orderOf(number(Dimension::Eta));
    for (size_t lane = 0; lane < kLanes; ++lane) {
        totals[lane].assign(size_t(kNoTuple) + 1, 0);
        for (uint32_t d = 0; d < size(); ++d)
            ++totals[lane][laneCode(d, lane)];
    }
}

bool Segment::isWhole(const CatalogSizes &sizes) const
{
    const size_t n = ids.size();
    if (n >= kNoDocument || revisions.size() != n || fingerprints.size() != n || completion.size() != n || lanes.size() != n
        || !lexicon.isWhole(n))
        return false;
    if (std::adjacent_find(ids.begin(), ids.end(), std::greater_equal<>()) != ids.end())
        return false;
    for (const NumberColumn &column : numbers) {
        if (!column.isWhole(n))
            return false;
    }
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
