#pragma once

#include "server/providers/search/embedded/columns.h"

namespace cargo::search {

// Counts facets and histograms in one pass: a row that fails exactly one filter still counts for that filter's own facet.
// Exact; nothing is sampled.
class FacetCounter
{
public:
    FacetCounter(const Filter &filter, const Dictionaries &dictionaries);

    // Returns whether the row matches the whole query.
    bool add(const Row &row);
    std::vector<Facet> facets(const SearchQuery &query) const;
    std::vector<Range> ranges() const;

private:
    struct Span
    {
        qint64 min = std::numeric_limits<qint64>::max();
        qint64 max = std::numeric_limits<qint64>::min();
        std::array<int, 40> bins{};
    };
    void count(const Row &row, int dimension);

    const Filter &m_filter;
    const Dictionaries &m_dictionaries;
    std::array<std::vector<int>, SearchQuery::kFacetCount> m_codes;
    std::array<int, 256> m_years{};
    std::array<int, 7> m_etas{};
    std::array<int, 5> m_ratings{};
    Span m_price;
    Span m_mileage;
};

} // namespace cargo::search
