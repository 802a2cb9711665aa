#include "server/providers/search/embedded/facet_counter.h"

#include <algorithm>

namespace cargo::search {

namespace {
constexpr std::array<int, 6> kEtaEnds = {7, 14, 21, 30, 45, 60};
constexpr std::array<const char *, 7> kEtaWords = {"1-7", "8-14", "15-21", "22-30", "31-45", "46-60", "61+"};
constexpr std::array<int, 4> kRatingEnds = {300, 400, 450, 480};
constexpr std::array<const char *, 5> kRatingWords = {"0-3", "3-4", "4-4.5", "4.5-4.8", "4.8-5"};
constexpr qint64 kMileageBinKm = 10'000;
constexpr size_t kBins = 40;
constexpr size_t kModelsShown = 60;
constexpr size_t kValuesShown = 300;

// Prices grow by steps of about a quarter: 100,000 … 10,000,000 roubles in kopecks and beyond, round numbers.
const std::array<qint64, kBins> &priceStarts()
{
    static const std::array<qint64, kBins> kStarts = [] {
        std::array<qint64, kBins> starts{};
        constexpr std::array<qint64, 8> kSteps = {100, 150, 200, 250, 300, 400, 500, 700};
        qint64 decade = 100'000; // × 100 = 100,000.00
        size_t i = 1;
        while (i < kBins) {
            for (size_t s = 0; s < kSteps.size() && i < kBins; ++s)
                starts[i++] = decade * kSteps[s];
            decade *= 10;
        }
        return starts;
    }();
    return kStarts;
}

size_t priceBin(qint64 price)
{
    const auto &starts = priceStarts();
    return size_t(std::upper_bound(starts.begin() + 1, starts.end(), price) - starts.begin()) - 1;
}

size_t mileageBin(qint64 km) { return size_t(std::clamp<qint64>(km / kMileageBinKm, 0, qint64(kBins) - 1)); }

template <size_t N>
size_t bucket(const std::array<int, N> &ends, int value, bool inclusive)
{
    size_t i = 0;
    while (i < N && (inclusive ? value > ends[i] : value >= ends[i]))
        ++i;
    return i;
}

std::vector<RangeBin> bins(const std::array<int, kBins> &counts, qint64 min, qint64 max, bool price)
{
    std::vector<RangeBin> list;
    if (min > max)
        return list;
    const size_t first = price ? priceBin(min) : mileageBin(min);
    const size_t last = price ? priceBin(max) : mileageBin(max);
    for (size_t i = first; i <= last; ++i) {
        const qint64 from = price ? priceStarts()[i] : qint64(i) * kMileageBinKm;
        const qint64 next = i + 1 < kBins ? (price ? priceStarts()[i + 1] : qint64(i + 1) * kMileageBinKm) : max + 1;
        list.push_back({from, next - 1, counts[i]});
    }
    return list;
}
} // namespace

FacetCounter::FacetCounter(const Filter &filter, const Dictionaries &dictionaries)
    : m_filter(filter), m_dictionaries(dictionaries)
{
    for (size_t facet = 0; facet < dictionaries.size(); ++facet)
        m_codes[facet].assign(dictionaries[facet].size(), 0);
    for (size_t facet = 0; facet < m_codes.size(); ++facet)
        m_counts[facet] = m_codes[facet].data();
}

void setBins(Row &row)
{
    row.priceBin = quint8(priceBin(row.priceMinor));
    row.mileageBin = quint8(mileageBin(row.mileageKm));
    row.etaBin = quint8(bucket(kEtaEnds, row.etaDays, true));
    row.ratingBin = quint8(row.ratingHundredths > 0 ? bucket(kRatingEnds, row.ratingHundredths, false) : kRatingWords.size());
}

void FacetCounter::count(const Row &row, int dimension)
{
    switch (dimension) {
    case kYear: ++m_years[yearPlace(row)]; return;
    case kPrice: add(m_price, row.priceMinor, row.priceBin); return;
    case kMileage: add(m_mileage, row.mileageKm, row.mileageBin); return;
    case kEta: ++m_etas[row.etaBin]; return;
    case kRating: ++m_ratings[row.ratingBin]; return;
    default: ++m_codes[size_t(dimension)][row.codes[size_t(dimension)]]; return;
    }
}

std::vector<Facet> FacetCounter::facets(const SearchQuery &query) const
{
    std::vector<Facet> list;
    for (size_t f = 0; f < m_codes.size(); ++f) {
        Facet facet{word(SearchQuery::Facet(f)), {}, 0};
        for (size_t code = 0; code < m_codes[f].size(); ++code) {
            const bool chosen = !m_filter.allowed[f].empty() && m_filter.allowed[f][code];
            const QString &value = m_dictionaries[f].value(quint16(code));
            if (value.isEmpty() || (m_codes[f][code] == 0 && !chosen))
                continue;
            facet.values.push_back({value, m_codes[f][code]});
            facet.distinct += m_codes[f][code] > 0 ? 1 : 0;
        }
        std::sort(facet.values.begin(), facet.values.end(), [](const FacetCount &a, const FacetCount &b) {
            return a.count != b.count ? a.count > b.count : a.value < b.value;
        });
        const bool model = SearchQuery::Facet(f) == SearchQuery::Facet::Model;
        const size_t shown = model && query.values(SearchQuery::Facet::Brand).empty() ? kModelsShown : kValuesShown;
        if (facet.values.size() > shown)
            facet.values.resize(shown);
        list.push_back(std::move(facet));
    }
    Facet year{"year", {}, 0};
    for (size_t i = m_years.size(); i-- > 0;) {
        if (m_years[i])
            year.values.push_back({QString::number(int(i) + kFirstYear), m_years[i]});
    }
    const auto buckets = [](const char *name, const auto &words, const auto &counts) {
        Facet facet{name, {}, 0};
        for (size_t i = 0; i < words.size(); ++i) {
            if (counts[i])
                facet.values.push_back({QString::fromLatin1(words[i]), counts[i]});
        }
        facet.distinct = int(facet.values.size());
        return facet;
    };
    year.distinct = int(year.values.size());
    list.push_back(std::move(year));
    list.push_back(buckets("eta", kEtaWords, m_etas));
    list.push_back(buckets("rating", kRatingWords, m_ratings));
    return list;
}

std::vector<Range> FacetCounter::ranges() const
{
    const auto make = [](const char *name, const Span &span, bool price) {
        Range range{name, 0, 0, bins(span.bins, span.min, span.max, price)};
        if (!range.bins.empty()) {
            range.min = span.min;
            range.max = span.max;
        }
        return range;
    };
    return {make("price", m_price, true), make("mileage", m_mileage, false)};
}

} // namespace cargo::search
