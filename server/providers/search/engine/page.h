#pragma once

#include "server/providers/search/engine/diversity.h"
#include "server/providers/search/engine/fusion.h"

#include <functional>
#include <optional>

#include <algorithm>

namespace cargo::search::engine {

// Keeps the best of what is offered, behind the place where the page before ended. Equal keys stand in the order of ids, in
// the direction of the sort.
class Page
{
public:
    Page(const Snapshot &snapshot, const Query &query);

    bool isDescending() const { return m_descending; }
    void offer(int64_t key, uint32_t part, uint32_t document)
    {
        if (m_full && (m_descending ? key < m_worst : key > m_worst))
            return;
        consider(key, part, document);
    }
    // The key that another must at least come to; none: there is room yet.
    std::optional<int64_t> worst() const { return m_full ? std::optional(m_worst) : std::nullopt; }
    // Walks a sorted list, places `from` … `to` - 1 of it, from where the page begins until it is full. `value` gives the key of
    // a document.
    template <typename Value>
    void walk(const std::vector<uint32_t> &sorted, size_t from, size_t to, const Bits &matching, uint32_t part, Value &&value);

    // One that an earlier page put off, and that still matches.
    void offerDeferred(int64_t key, uint32_t part, uint32_t document, Crowd crowd)
    {
        m_deferred.push_back({key, part, document, crowd});
    }

    // The first page of a diverse order by relevance is fused with these, which match too. `likeness` of any document.
    using Entry = Diversity::Candidate;
    void fuseWith(std::vector<Entry> near, std::function<int32_t(const Entry &)> likeness, const Meaning &meaning);

    void writeTo(Answer &answer);

private:
    const Id &idOf(const Entry &entry) const { return m_snapshot.parts[entry.part].segment->ids[entry.document]; }
    bool comesFirst(const Entry &a, const Entry &b) const;
    bool isBehind(int64_t key, const Id &id) const;
    bool wasPutOff(const Id &id) const;
    void writeDiverse(Answer &answer);
    void writeFused(Answer &answer);
    void keepOrderOfDeferred();
    bool isAhead(const Id &id) const;
    Hit hitOf(const Entry &entry) const { return {idOf(entry), entry.key, 0, 0, entry.crowd}; }
    void consider(int64_t key, uint32_t part, uint32_t document);

    const Snapshot &m_snapshot;
    const Query &m_query;
    bool m_descending;
    size_t m_room; // one more than is looked at, to know whether more follows
    bool m_full = false;
    int64_t m_worst = 0;
    std::vector<Entry> m_entries; // a heap, the worst on top
    std::vector<Entry> m_deferred;
    std::vector<Entry> m_near;
    std::function<int32_t(const Entry &)> m_likeness; // empty: nothing is fused
    const Meaning *m_meaning = nullptr;
};

template <typename Value>
void Page::walk(const std::vector<uint32_t> &sorted, size_t from, size_t to, const Bits &matching, uint32_t part, Value &&value)
{
    if (m_query.after) {
        const auto &ids = m_snapshot.parts[part].segment->ids;
        const auto place = std::partition_point(sorted.begin(), sorted.end(), [&](uint32_t document) {
            const int64_t key = value(document);
            if (key != m_query.after->key)
                return key < m_query.after->key;
            return m_descending ? ids[document] < m_query.after->id : ids[document] <= m_query.after->id;
        });
        if (m_descending)
            to = std::min(to, size_t(place - sorted.begin()));
        else
            from = std::max(from, size_t(place - sorted.begin()));
    }
    size_t found = 0;
    const auto take = [&](uint32_t document) {
        if (test(matching.data(), document)) {
            offer(value(document), part, document);
            ++found;
        }
        return found < m_room;
    };
    if (m_descending) {
        for (size_t i = to; i > from && take(sorted[i - 1]); --i) {}
    } else {
        for (size_t i = from; i < to && take(sorted[i]); ++i) {}
    }
}

} // namespace cargo::search::engine
