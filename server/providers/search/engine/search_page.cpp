// The half of Search that puts what matches onto its page.
#include "server/providers/search/engine/search_scratch.h"

#include <algorithm>
#include <limits>

namespace cargo::search::engine {

namespace {
// Where fewer match, they are all looked at; where more do, a sorted list soon gives the best of them.
constexpr size_t kWalkFromShare = 16;

// What a strict order goes by, and the list of a segment that stands in it.
struct Column
{
    Dimension dimension;
    Segment::Order order;
};
std::optional<Column> columnOf(Sort sort)
{
    switch (sort) {
    case Sort::Relevance: return std::nullopt;
    case Sort::PriceAscending:
    case Sort::PriceDescending: return Column{Dimension::Price, Segment::ByPrice};
    case Sort::Newest: return Column{Dimension::Published, Segment::ByPublished};
    case Sort::MileageAscending: return Column{Dimension::Mileage, Segment::ByMileage};
    case Sort::EtaAscending: return Column{Dimension::Eta, Segment::ByEta};
    }
    return std::nullopt;
}
} // namespace

int64_t Search::keyOf(const Part &part, uint32_t document) const
{
    const auto column = columnOf(m_query.sort);
    return column ? part.segment->number(column->dimension).at(document) : priorOf(part).values[document];
}

// The key of one that matches.
int64_t Search::rankOf(uint32_t part, uint32_t document) const
{
    const Part &here = m_snapshot->parts[part];
    int64_t key = keyOf(here, document);
    if (ranksByText()) {
        for (const TextMatcher::Held &held : m_text.heldBy(*here.segment, document))
            key += int64_t(held.weight) * held.impact;
    }
    return key;
}

void Search::takeDeferred(uint32_t part)
{
    const Part &here = m_snapshot->parts[part];
    for (const Deferred &deferred : m_query.after->deferred) {
        const uint32_t document = here.segment->find(deferred.id);
        if (document == kNoDocument || !m_scratch.matches.all.has(document))
            continue;
        m_page.offerDeferred(rankOf(part, document), part, document, deferred.crowd);
    }
}

// Places among the distinct numbers are in the numbers' order and lie close together, the numbers do not: only one that may
// stand on the page is looked up.
void Search::offerAll(uint32_t part, const NumberColumn &column)
{
    const bool descending = m_page.isDescending();
    uint32_t limit = descending ? 0 : std::numeric_limits<uint32_t>::max();
    std::optional<int64_t> worst; // that the limit is the place of
    column.codes().visit([&](const auto *places) {
        const auto offer = [&](uint32_t document) {
            const uint32_t place = places[document];
            if (descending ? place < limit : place > limit)
                return;
            m_page.offer(column.distinct()[place], part, document);
            if (m_page.worst() == worst)
                return;
            worst = m_page.worst();
            limit = descending ? column.lowerBound(*worst) : std::max(column.upperBound(*worst), 1U) - 1;
        };
        if (descending)
            m_scratch.matches.all.forEachBackwards(offer);
        else
            m_scratch.matches.all.forEach(offer);
    });
}

void Search::takePage(uint32_t part)
{
    const Part &here = m_snapshot->parts[part];
    const Segment &segment = *here.segment;
    const DocumentSet &matches = m_scratch.matches.all;
    const auto value = [&](uint32_t document) { return keyOf(here, document); };
    const auto column = columnOf(m_query.sort);
    if (segment.orders[0].empty() || matches.count() < segment.size() / kWalkFromShare) {
        if (column)
            offerAll(part, segment.number(column->dimension));
        else
            matches.forEachBackwards([&](uint32_t document) { m_page.offer(value(document), part, document); });
        return;
    }
    const auto &sorted = column ? segment.orders[column->order] : priorOf(here).order;
    size_t from = 0;
    size_t to = sorted.size();
    if (const std::optional<Bounds> bounds = column ? m_query.bounds[numberAt(column->dimension)] : std::nullopt) {
        from = size_t(std::partition_point(sorted.begin(), sorted.end(), [&](uint32_t d) { return value(d) < bounds->from; })
                      - sorted.begin());
        to = size_t(std::partition_point(sorted.begin(), sorted.end(), [&](uint32_t d) { return value(d) <= bounds->to; })
                    - sorted.begin());
    }
    m_page.walk(sorted, from, to, matches.bits(), part, value);
}

} // namespace cargo::search::engine
