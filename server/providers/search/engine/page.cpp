#include "server/providers/search/engine/page.h"

#include <algorithm>

namespace cargo::search::engine {

Page::Page(const Snapshot &snapshot, const Query &query)
    : m_snapshot(snapshot), m_query(query),
      m_descending(query.sort == Sort::Relevance || query.sort == Sort::Newest || query.sort == Sort::PriceDescending),
      m_room((query.isDiverse ? Diversity::examinedMost(query) : size_t(query.limit)) + 1)
{
    m_entries.reserve(m_room);
}

bool Page::comesFirst(const Entry &a, const Entry &b) const
{
    if (a.key != b.key)
        return m_descending ? a.key > b.key : a.key < b.key;
    return m_descending ? idOf(b) < idOf(a) : idOf(a) < idOf(b);
}

bool Page::isBehind(int64_t key, const Id &id) const
{
    const Position &after = *m_query.after;
    if (key != after.key)
        return m_descending ? key < after.key : key > after.key;
    return m_descending ? id < after.id : after.id < id;
}

// With ranks reckoned anew it may lie behind the page's beginning, and would come twice.
bool Page::wasPutOff(const Id &id) const
{
    const auto &deferred = m_query.after->deferred;
    return std::any_of(deferred.begin(), deferred.end(), [&id](const Deferred &one) { return one.id == id; });
}

// Taken to the pages before for its meaning: was shown there, or put off.
bool Page::isAhead(const Id &id) const
{
    const auto &ahead = m_query.after->ahead;
    return std::find(ahead.begin(), ahead.end(), id) != ahead.end();
}

void Page::consider(int64_t key, uint32_t part, uint32_t document)
{
    const Entry entry{key, part, document, Crowd::None};
    if (m_query.after && (!isBehind(key, idOf(entry)) || wasPutOff(idOf(entry)) || isAhead(idOf(entry))))
        return;
    const auto less = [this](const Entry &a, const Entry &b) { return comesFirst(a, b); };
    if (m_full) {
        if (!comesFirst(entry, m_entries.front()))
            return;
        std::pop_heap(m_entries.begin(), m_entries.end(), less);
        m_entries.back() = entry;
    } else {
        m_entries.push_back(entry);
        m_full = m_entries.size() == m_room;
    }
    std::push_heap(m_entries.begin(), m_entries.end(), less);
    m_worst = m_entries.front().key;
}

void Page::writeTo(Answer &answer)
{
    const auto before = [this](const Entry &a, const Entry &b) { return comesFirst(a, b); };
    std::sort(m_entries.begin(), m_entries.end(), before);
    if (m_query.isDiverse) {
        if (m_query.after && m_query.after->isFused)
            keepOrderOfDeferred();
        else
            std::sort(m_deferred.begin(), m_deferred.end(), before);
        if (m_likeness)
            writeFused(answer);
        else
            writeDiverse(answer);
        return;
    }
    const size_t shown = std::min<size_t>(m_entries.size(), m_query.limit);
    for (size_t i = 0; i < shown; ++i)
        answer.hits.push_back(hitOf(m_entries[i]));
    if (m_entries.size() > shown && shown > 0) {
        answer.next = Position{};
        answer.next->key = answer.hits.back().key;
        answer.next->id = answer.hits.back().id;
    }
}

void Page::writeDiverse(Answer &answer)
{
    std::vector<Entry> candidates = m_deferred;
    candidates.insert(candidates.end(), m_entries.begin(), m_entries.end());
    const Diversity::Layout layout = Diversity(m_snapshot, m_query).layOut(candidates);
    for (const Entry &entry : layout.shown)
        answer.hits.push_back(hitOf(entry));
    if (layout.shown.empty() || (layout.deferred.empty() && layout.examined == candidates.size()))
        return;
    answer.next = m_query.after ? *m_query.after : Position{};
    if (layout.examined > m_deferred.size()) {
        const Entry &last = candidates[layout.examined - 1];
        answer.next->key = last.key;
        answer.next->id = idOf(last);
    }
    answer.next->deferred.clear();
    for (const Entry &entry : layout.deferred)
        answer.next->deferred.push_back({idOf(entry), entry.crowd});
    for (size_t i = layout.examined; i < m_deferred.size(); ++i)
        answer.next->deferred.push_back({idOf(m_deferred[i]), m_deferred[i].crowd});
}

} // namespace cargo::search::engine
