#pragma once

#include "server/providers/search/engine/filters.h"

namespace cargo::search::engine {

// The listings of one part that a query finds, as bits, and for each filter those that fail it and it alone.
struct Matches
{
    Bits all;
    std::vector<Bits> failing; // by filter
    size_t count = 0;
    std::vector<size_t> failingCounts;
};

// Counts every facet exactly: what matches counts in all of them, what fails one filter alone counts in that filter's own.
// Combinations are counted first (see kLaneDimensions) and told apart at the end. Where most of the large part matches, it
// counts what does not.
class FacetCounter
{
public:
    struct Scratch // large, so kept from query to query; the last place of each is kNoTuple's
    {
        std::array<std::vector<uint32_t>, kLanes> lanes;
        std::vector<std::vector<uint32_t>> own;
    };
    FacetCounter(const Snapshot &snapshot, const Filters &filters, Scratch &scratch);

    void add(const Part &part, const Matches &matches); // the large part first
    void writeTo(Answer &answer);

private:
    using Counts = std::vector<uint32_t>;
    void clear(Counts &counts, size_t lane) const;
    void countAll(const Segment &segment, const Matches &matches);
    void countOwn(const Segment &segment, const Matches &matches, size_t filter);
    void countByColumns(const Segment &segment, const Bits &bits, size_t lane, std::optional<Dimension> only);
    void tellApart(const Counts &counts, size_t lane, std::optional<Dimension> only);
    void extend(Extent &extent, Dimension dimension, Segment::Order order, const Part &part, const Matches &matches) const;

    const Snapshot &m_snapshot;
    const Filters &m_filters;
    Scratch &m_scratch;
    bool m_isFirst = true;
    std::array<Counts, kFacetDimensions> m_counts;
    Extent m_price{std::numeric_limits<int64_t>::max(), std::numeric_limits<int64_t>::min()};
    Extent m_mileage = m_price;
};

} // namespace cargo::search::engine
