#include "server/providers/search/engine/page.h"

#include <algorithm>

namespace cargo::search::engine {

Page::Page(const Snapshot &snapshot, const Query &query)
    : m_snapshot(snapshot), m_query(query),
      m_descending(query.sort == Sort::Relevance || query.sort == Sort::Newest || query.sort == Sort::PriceDescending),
      m_room(size_t(query.limit) + 1)
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

void Page::consider(int64_t key, uint32_t part, uint32_t document)
{
    const Entry entry{key, part, document};
    if (m_query.after && !isBehind(key, idOf(entry)))
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
    std::sort(m_entries.begin(), m_entries.end(), [this](const Entry &a, const Entry &b) { return comesFirst(a, b); });
    const size_t shown = std::min<size_t>(m_entries.size(), m_query.limit);
    for (size_t i = 0; i < shown; ++i)
        answer.hits.push_back({idOf(m_entries[i]), m_entries[i].key, 0, 0});
    if (m_entries.size() > shown && shown > 0) {
        answer.next = Position{};
        answer.next->key = answer.hits.back().key;
        answer.next->id = answer.hits.back().id;
    }
}

} // namespace cargo::search::engine
