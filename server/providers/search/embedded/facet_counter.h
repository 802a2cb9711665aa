#pragma once

#include "server/providers/search/embedded/columns.h"

#include <algorithm>

namespace cargo::search {

// Where a row's numbers fall in the histograms; once, when the row is made.
void setBins(Row &row);

// Counts facets and histograms in one pass: a row that fails exactly one filter still counts for that filter's own facet.
// Exact; nothing is sampled.
class FacetCounter
{
public:
    FacetCounter(const FacetCounter &) = delete;
    FacetCounter &operator=(const FacetCounter &) = delete;
    FacetCounter(const Filter &filter, const Dictionaries &dictionaries);

    // Returns whether the row matches the whole query.
    bool add(const Row &row)
    {
        int failed = -1;
        for (const int dimension : m_filter.active) {
            if (m_filter.passes(row, dimension))
                continue;
            if (failed >= 0)
                return false;
            failed = dimension;
        }
        if (failed >= 0)
            count(row, failed);
        else
            countAll(row);
        return failed < 0;
    }
    // So many rows of a brand that is not chosen pass all other filters.
    void addToBrand(size_t code, int count) { m_codes[size_t(SearchQuery::Facet::Brand)][code] += count; }
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
    void countAll(const Row &row)
    {
        for (size_t facet = 0; facet < m_codes.size(); ++facet)
            ++m_counts[facet][row.codes[facet]];
        ++m_years[yearPlace(row)];
        add(m_price, row.priceMinor, row.priceBin);
        add(m_mileage, row.mileageKm, row.mileageBin);
        ++m_etas[row.etaBin];
        ++m_ratings[row.ratingBin];
    }
    static void add(Span &span, qint64 value, quint8 bin)
    {
        span.min = std::min(span.min, value);
        span.max = std::max(span.max, value);
        ++span.bins[bin];
    }
    static size_t yearPlace(const Row &row) { return size_t(std::clamp(row.year - kFirstYear, 0, 255)); }
    static constexpr int kFirstYear = 1890;

    const Filter &m_filter;
    const Dictionaries &m_dictionaries;
    std::array<std::vector<int>, SearchQuery::kFacetCount> m_codes;
    std::array<int *, SearchQuery::kFacetCount> m_counts{}; // into m_codes
    std::array<int, 256> m_years{};
    std::array<int, 7> m_etas{};
    std::array<int, 6> m_ratings{}; // the last one: no reviews yet, not shown
    Span m_price;
    Span m_mileage;
};

} // namespace cargo::search
