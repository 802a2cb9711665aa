// The half of Page that fuses its beginning with what the query means.
#include "server/providers/search/engine/page.h"
#include "server/providers/search/engine/ranking.h"

#include <algorithm>

namespace cargo::search::engine {

void Page::fuseWith(std::vector<Entry> near, std::function<int32_t(const Entry &)> likeness, const Meaning &meaning)
{
    m_near = std::move(near);
    m_likeness = std::move(likeness);
    m_meaning = &meaning;
}

// Parts were gone through one by one; the cursor has the order.
void Page::keepOrderOfDeferred()
{
    const auto &order = m_query.after->deferred;
    const auto placeOf = [&](const Entry &entry) {
        return std::find_if(order.begin(), order.end(), [&](const Deferred &one) { return one.id == idOf(entry); })
               - order.begin();
    };
    std::sort(m_deferred.begin(), m_deferred.end(), [&](const Entry &a, const Entry &b) { return placeOf(a) < placeOf(b); });
}

// Candidates are the best by words, some more than a page, and the nearest by meaning. The pages that follow bring first what of
// them is not shown here, then go on behind the last of the former, without the latter.
void Page::writeFused(Answer &answer)
{
    std::vector<Entry> candidates(m_entries.begin(),
                                  m_entries.begin()
                                      + ptrdiff_t(std::min<size_t>(m_entries.size(), m_query.limit + ranking::kFusedTextMost)));
    const size_t byWords = candidates.size();
    for (const Entry &near : m_near) {
        const auto isSame = [&](const Entry &other) { return other.part == near.part && other.document == near.document; };
        if (std::none_of(candidates.begin(), candidates.begin() + ptrdiff_t(byWords), isSame))
            candidates.push_back(near);
    }
    std::vector<FusionCandidate> fused;
    for (const Entry &entry : candidates) {
        const Segment &segment = *m_snapshot.parts[entry.part].segment;
        fused.push_back({fused.size(), entry.key, m_likeness(entry), segment.number(Dimension::Published).at(entry.document)});
    }
    fuse(fused);
    std::vector<Entry> inOrder;
    for (const FusionCandidate &one : fused)
        inOrder.push_back(candidates[one.place]);
    const Diversity::Layout layout = Diversity(m_snapshot, m_query).layOut(inOrder);
    for (const Entry &entry : layout.shown) {
        answer.hits.push_back(hitOf(entry));
        const auto isIt = [&](const FusionCandidate &one) {
            return candidates[one.place].part == entry.part && candidates[one.place].document == entry.document;
        };
        const auto one = std::find_if(fused.begin(), fused.end(), isIt);
        answer.hits.back().fused = one->ranks;
        answer.hits.back().fused->cosine = m_meaning->cosine(one->likeness);
    }
    if (layout.shown.empty() || (layout.shown.size() == inOrder.size() && byWords == m_entries.size()))
        return;
    answer.next = Position{};
    answer.next->isFused = true;
    answer.next->key = candidates[byWords - 1].key;
    answer.next->id = idOf(candidates[byWords - 1]);
    for (const Entry &entry : layout.deferred)
        answer.next->deferred.push_back({idOf(entry), entry.crowd});
    for (size_t i = layout.examined; i < inOrder.size(); ++i)
        answer.next->deferred.push_back({idOf(inOrder[i]), Crowd::None});
    for (size_t i = byWords; i < candidates.size(); ++i)
        answer.next->ahead.push_back(idOf(candidates[i]));
}

} // namespace cargo::search::engine
