#pragma once

#include "server/providers/search/search_provider.h"

#include <QHash>

#include <array>
#include <limits>
#include <vector>

namespace cargo::search {

// Small numbers for the values of one facet, in the order in which they came. Case does not matter; the first spelling is
// the one that is shown.
class Dictionary
{
public:
    quint16 codeOf(const QString &value);
    std::optional<quint16> find(const QString &value) const;
    const QString &value(quint16 code) const { return m_values[code]; }
    size_t size() const { return m_values.size(); }

private:
    QHash<QString, quint16> m_codes; // folded
    std::vector<QString> m_values;
};

// One listing as the filters see it: codes and bins instead of words, side by side for the pass that counts facets.
struct Row
{
    std::array<quint16, SearchQuery::kFacetCount> codes{};
    qint16 year = 0;
    qint16 etaDays = 0;
    qint16 ratingHundredths = 0;
    quint8 priceBin = 0; // set by setBins()
    quint8 mileageBin = 0;
    quint8 etaBin = 0;
    quint8 ratingBin = 0; // one past the last: no reviews yet
    qint32 mileageKm = 0;
    qint64 priceMinor = 0;
    qint64 publishedMs = 0;
    qint64 revision = 0;

    bool operator==(const Row &) const = default;
};

// The dimensions a query may filter by. The first eight are SearchQuery::Facet.
enum Dimension : int { kYear = SearchQuery::kFacetCount, kPrice, kMileage, kEta, kRating, kDimensions };

// A query turned into tables and bounds, for one look at the dictionaries. Never outlives the index's lock.
struct Filter
{
    std::array<std::vector<quint8>, SearchQuery::kFacetCount> allowed; // by code; empty: no filter
    std::vector<int> active;                                           // dimensions with a filter
    qint64 yearFrom = std::numeric_limits<qint64>::min(), yearTo = std::numeric_limits<qint64>::max();
    qint64 priceFrom = yearFrom, priceTo = yearTo;
    qint64 mileageFrom = yearFrom, mileageTo = yearTo;
    qint64 etaTo = yearTo;
    qint64 ratingFrom = yearFrom;

    bool passes(const Row &row, int dimension) const
    {
        switch (dimension) {
        case kYear: return row.year >= yearFrom && row.year <= yearTo;
        case kPrice: return row.priceMinor >= priceFrom && row.priceMinor <= priceTo;
        case kMileage: return row.mileageKm >= mileageFrom && row.mileageKm <= mileageTo;
        case kEta: return row.etaDays <= etaTo;
        case kRating: return row.ratingHundredths >= ratingFrom;
        default: return allowed[size_t(dimension)][row.codes[size_t(dimension)]] != 0;
        }
    }
    bool passesAll(const Row &row) const
    {
        for (const int dimension : active) {
            if (!passes(row, dimension))
                return false;
        }
        return true;
    }
};

using Dictionaries = std::array<Dictionary, SearchQuery::kFacetCount>;
Filter makeFilter(const SearchQuery &query, const Dictionaries &dictionaries);

// The keys by which lists are kept sorted. Descending sorts walk them backwards.
enum class Order { Price, Published, Mileage, Eta };
inline constexpr int kOrderCount = 4;
qint64 keyOf(const Row &row, Order order);
Order orderOf(SearchQuery::Sort sort);
bool isDescending(SearchQuery::Sort sort);

} // namespace cargo::search
