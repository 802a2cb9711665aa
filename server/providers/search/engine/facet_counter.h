#pragma once

#include "server/providers/search/engine/filters.h"
#include "server/providers/search/engine/matches.h"

namespace cargo::search::engine {

// Counts every facet exactly: what matches counts in all of them, what fails one filter alone counts in that filter's own.
// Where nothing is filtered by a dimension, combinations are counted first (see kLaneDimensions) and told apart at the end;
// where something is, the dimension's own column is. What is there is not counted where it is quicker to count what is not.
class FacetCounter
{
public:
    using Lanes = std::array<std::vector<uint32_t>, kLanes>; // by code; large, so kept from query to query

    FacetCounter(const Snapshot &snapshot, const Filters &filters, Lanes &scratch);

    void add(const Part &part, const Matches &matches);
    void writeTo(Answer &answer);

private:
    using Counts = std::vector<uint32_t>;
    void countLanes(const Segment &segment, const Matches &matches);
    void countByColumns(const Segment &segment, const DocumentSet &documents, size_t lane);
    void countOwn(const Segment &segment, const Matches &matches, size_t filter);
    static void count(const Codes &column, const DocumentSet &documents, Counts &counts);
    static void count(const Codes &column, const Bits &bits, Counts &counts, uint32_t by);
    void countTraits(const Segment &segment, const Matches &matches);
    void tellApart();
    void extend(Extent &extent, Dimension dimension, Segment::Order order, const Part &part, const Matches &matches) const;

    const Snapshot &m_snapshot;
    const Filters &m_filters;
    Lanes &m_lanes;
    std::array<bool, kDimensions> m_isFiltered{};
    std::array<Counts, kFacetDimensions> m_counts;
    std::array<uint32_t, kTraitsMost> m_traits{}; // by bit
    Extent m_price{std::numeric_limits<int64_t>::max(), std::numeric_limits<int64_t>::min()};
    Extent m_mileage = m_price;
};

} // namespace cargo::search::engine
