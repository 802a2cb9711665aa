#include "server/providers/search/embedded/columns.h"

namespace cargo::search {

quint16 Dictionary::codeOf(const QString &value)
{
    const QString folded = value.toLower();
    const auto found = m_codes.constFind(folded);
    if (found != m_codes.constEnd())
        return *found;
    // Beyond 65,535 spellings of one facet the rest share the last code: counted together, never wrong memory.
    if (m_values.size() >= std::numeric_limits<quint16>::max())
        return quint16(m_values.size() - 1);
    const auto code = quint16(m_values.size());
    m_codes.insert(folded, code);
    m_values.push_back(value);
    return code;
}

std::optional<quint16> Dictionary::find(const QString &value) const
{
    const auto found = m_codes.constFind(value.toLower());
    return found == m_codes.constEnd() ? std::nullopt : std::optional<quint16>(*found);
}

Filter makeFilter(const SearchQuery &query, const Dictionaries &dictionaries)
{
    Filter filter;
    for (size_t facet = 0; facet < dictionaries.size(); ++facet) {
        if (query.facets[facet].empty())
            continue;
        filter.active.push_back(int(facet));
        filter.allowed[facet].assign(dictionaries[facet].size() + 1, 0);
        for (const QString &value : query.facets[facet]) {
            if (const auto code = dictionaries[facet].find(value))
                filter.allowed[facet][*code] = 1;
        }
    }
    const auto bound = [&filter](int dimension, const auto &from, const auto &to, qint64 &low, qint64 &high) {
        if (!from && !to)
            return;
        filter.active.push_back(dimension);
        if (from)
            low = qint64(*from);
        if (to)
            high = qint64(*to);
    };
    qint64 ignored = 0;
    const std::optional<int> open;
    bound(kYear, query.yearFrom, query.yearTo, filter.yearFrom, filter.yearTo);
    bound(kPrice, query.priceFromMinor, query.priceToMinor, filter.priceFrom, filter.priceTo);
    bound(kMileage, query.mileageFromKm, query.mileageToKm, filter.mileageFrom, filter.mileageTo);
    bound(kEta, open, query.etaToDays, ignored, filter.etaTo);
    bound(kRating, query.ratingFromHundredths, open, filter.ratingFrom, ignored);
    return filter;
}

qint64 keyOf(const Row &row, Order order)
{
    switch (order) {
    case Order::Price: return row.priceMinor;
    case Order::Published: return row.publishedMs;
    case Order::Mileage: return row.mileageKm;
    case Order::Eta: return row.etaDays;
    }
    return 0;
}

Order orderOf(SearchQuery::Sort sort)
{
    using Sort = SearchQuery::Sort;
    switch (sort) {
    case Sort::PriceAsc:
    case Sort::PriceDesc: return Order::Price;
    case Sort::MileageAsc: return Order::Mileage;
    case Sort::EtaAsc: return Order::Eta;
    case Sort::Relevance:
    case Sort::Newest: return Order::Published;
    }
    return Order::Published;
}

bool isDescending(SearchQuery::Sort sort)
{
    using Sort = SearchQuery::Sort;
    return sort == Sort::PriceDesc || sort == Sort::Newest || sort == Sort::Relevance;
}

} // namespace cargo::search
