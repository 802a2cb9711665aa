// The half of Search that asks what a query means.
#include "server/providers/search/engine/ranking.h"
#include "server/providers/search/engine/search_scratch.h"

#include <algorithm>

namespace cargo::search::engine {

// Looks for the nearest of the part's matches: many on a thread of their own, while what matches is counted.
std::future<void> Search::scanMeaning(uint32_t part)
{
    constexpr size_t kMany = 50'000; // matches: half a millisecond, some dozen times what a thread costs
    if (!m_nearest)
        return {};
    const auto scan = [this, part] {
        const Bits &matches = m_scratch.matches.all.bits();
        m_nearest->scan(*m_snapshot->parts[part].vectors, part, 0, matches.data(), matches.size());
    };
    if (m_query.wantFacets && m_scratch.matches.all.count() >= kMany)
        return std::async(std::launch::async | std::launch::deferred, scan); // deferred: there is no thread to be had
    scan();
    return {};
}

// With the part's matches at hand.
void Search::noteMatching(uint32_t part)
{
    const DocumentSet &matches = m_scratch.matches.all;
    if (m_query.meaning.similarMost > 0 && m_answer.total <= m_query.fewHits)
        matches.forEach([&](uint32_t document) { m_matching.push_back({0, part, document}); });
}

void Search::fusePage()
{
    std::vector<Page::Entry> near;
    for (const Near &one : m_nearest->take())
        near.push_back({rankOf(one.part, one.document), one.part, one.document, Crowd::None});
    const auto likeness = [this](const Page::Entry &entry) {
        return m_nearest->likeness(*m_snapshot->parts[entry.part].vectors, entry.document);
    };
    m_page.fuseWith(std::move(near), likeness, *m_snapshot->meaning);
}

// Of those that pass the filters and do not match, by meaning and freshness.
void Search::findSimilar()
{
    const Meaning &meaning = *m_snapshot->meaning;
    const size_t most = size_t(m_query.meaning.similarMost) * 2 + m_matching.size();
    NearestFinder finder(*m_meant, most,
                         std::max(1, meaning.likenessOf(m_query.meaning.similarCosine.value_or(ranking::kSimilarCosine))));
    for (uint32_t part = 0; part < m_snapshot->parts.size(); ++part) {
        const Segment &segment = *m_snapshot->parts[part].segment;
        m_here = m_filters.on(segment);
        for (uint32_t block = 0; size_t(block) * kBlockDocuments < segment.size(); ++block) {
            const size_t words = scanFilters(part, block);
            finder.scan(*m_snapshot->parts[part].vectors, part, size_t(block) * kBlockWords, m_scratch.living.data(), words);
        }
    }
    const std::vector<Near> near = finder.take();
    std::vector<FusionCandidate> candidates;
    for (size_t i = 0; i < near.size(); ++i) {
        const auto isIt = [&](const Near &one) { return one.part == near[i].part && one.document == near[i].document; };
        if (std::any_of(m_matching.begin(), m_matching.end(), isIt))
            continue;
        const Segment &segment = *m_snapshot->parts[near[i].part].segment;
        candidates.push_back({i, 0, near[i].likeness, segment.number(Dimension::Published).at(near[i].document)});
    }
    fuse(candidates, false);
    if (candidates.size() > m_query.meaning.similarMost)
        candidates.resize(m_query.meaning.similarMost);
    for (const FusionCandidate &one : candidates) {
        const Near &found = near[one.place];
        m_answer.similar.push_back({m_snapshot->parts[found.part].segment->ids[found.document], meaning.cosine(found.likeness)});
    }
}

} // namespace cargo::search::engine
