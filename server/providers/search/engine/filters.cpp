#include "server/providers/search/engine/filters.h"

#include "server/providers/search/engine/traits.h"

#include <algorithm>

namespace cargo::search::engine {

namespace {
constexpr size_t kScansMost = 4; // of single values, before a table is quicker
}

void SegmentFilter::scan(size_t from, size_t words, uint64_t *out) const
{
    if (m_isOwn) {
        m_codes->scanAllowed(from, words, m_ownAllowed, out);
        return;
    }
    if (!m_allowed) {
        m_codes->scan(from, words, m_low, m_high, out);
        return;
    }
    if (m_chosen->size() > kScansMost) {
        m_codes->scanAllowed(from, words, *m_allowed, out);
        return;
    }
    std::array<uint64_t, kBlockWords> one;
    std::fill(out, out + words, 0);
    for (const uint16_t code : *m_chosen) {
        m_codes->scan(from, words, code, code, one.data());
        for (size_t w = 0; w < words; ++w)
            out[w] |= one[w];
    }
}

Filters::Filters(const Snapshot &snapshot, const Query &query)
{
    for (size_t f = 0; f < kWordDimensions; ++f) {
        if (query.facets[f].empty())
            continue;
        Condition condition;
        condition.dimension = Dimension(f);
        for (const std::string &value : query.facets[f]) {
            const auto code = snapshot.catalog->vocabularies[f].find(value);
            if (code && *code < snapshot.sizes.vocabularies[f])
                condition.chosen.push_back(*code);
        }
        std::sort(condition.chosen.begin(), condition.chosen.end());
        condition.chosen.erase(std::unique(condition.chosen.begin(), condition.chosen.end()), condition.chosen.end());
        condition.allowed.assign(condition.chosen.empty() ? 0 : size_t(condition.chosen.back()) + 1, 0);
        for (const uint16_t code : condition.chosen)
            condition.allowed[code] = 1;
        m_conditions.push_back(std::move(condition));
    }
    for (size_t i = 0; i < kNumberDimensions; ++i) {
        if (!query.bounds[i])
            continue;
        Condition condition;
        condition.dimension = Dimension(kWordDimensions + i);
        condition.bounds = *query.bounds[i];
        m_conditions.push_back(std::move(condition));
    }
    if (!query.traits.empty()) {
        Condition condition;
        condition.dimension = Dimension::Trait;
        condition.traits = wantedTraits(*snapshot.catalog, snapshot.sizes, query.traits);
        m_conditions.push_back(std::move(condition));
    }
}

std::vector<SegmentFilter> Filters::on(const Segment &segment) const
{
    std::vector<SegmentFilter> list;
    for (const Condition &condition : m_conditions) {
        SegmentFilter filter;
        filter.m_dimension = condition.dimension;
        if (condition.dimension == Dimension::Trait) {
            filter.m_codes = &segment.traits.codes();
            filter.m_isOwn = true;
            filter.m_ownAllowed = placesWithTraits(segment.traits, condition.traits);
        } else if (at(condition.dimension) < kWordDimensions) {
            filter.m_codes = &segment.facets[at(condition.dimension)];
            if (condition.chosen.size() == 1) {
                filter.m_low = filter.m_high = condition.chosen.front();
            } else {
                filter.m_allowed = &condition.allowed;
                filter.m_chosen = &condition.chosen;
            }
        } else {
            const NumberColumn &column = segment.number(condition.dimension);
            filter.m_codes = &column.codes();
            filter.m_low = column.lowerBound(condition.bounds.from);
            const uint32_t end = column.upperBound(condition.bounds.to);
            // No place at all is said by low > high.
            filter.m_high = end > 0 ? end - 1 : 0;
            if (end == 0)
                filter.m_low = 1;
        }
        list.push_back(std::move(filter));
    }
    return list;
}

} // namespace cargo::search::engine
