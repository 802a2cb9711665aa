#pragma once

#include "server/providers/search/engine/snapshot.h"

namespace cargo::search::engine {

// One condition of a query, laid against one segment's column.
class SegmentFilter
{
public:
    Dimension dimension() const { return m_dimension; }
    bool passes(uint32_t document) const
    {
        const uint32_t code = m_codes->at(document);
        if (m_isOwn)
            return code < m_ownAllowed.size() && m_ownAllowed[code];
        return m_allowed ? code < m_allowed->size() && (*m_allowed)[code] : code >= m_low && code <= m_high && m_low <= m_high;
    }
    // Words of 64 documents from word `from` on.
    void scan(size_t from, size_t words, uint64_t *out) const;

private:
    friend class Filters;
    Dimension m_dimension{};
    const Codes *m_codes = nullptr;
    uint32_t m_low = 0;
    uint32_t m_high = 0;
    const std::vector<uint8_t> *m_allowed = nullptr; // by code; for more values than one
    const std::vector<uint16_t> *m_chosen = nullptr;
    std::vector<uint8_t> m_ownAllowed; // by code of this very segment, where m_codes are places of its own
    bool m_isOwn = false;
};

// The conditions of a query; those that nothing limits are no conditions.
class Filters
{
public:
    Filters(const Snapshot &snapshot, const Query &query);

    size_t size() const { return m_conditions.size(); }
    Dimension dimension(size_t i) const { return m_conditions[i].dimension; }
    // Of a word dimension: the codes that are asked for and known.
    const std::vector<uint16_t> &chosen(size_t i) const { return m_conditions[i].chosen; }
    std::vector<SegmentFilter> on(const Segment &segment) const; // in the same order; not longer than this

private:
    struct Condition
    {
        Dimension dimension{};
        std::vector<uint16_t> chosen;
        std::vector<uint8_t> allowed;
        Bounds bounds;
        std::optional<int64_t> traits; // bits, all of which a listing must have; none: nothing here knows one of them
    };
    std::vector<Condition> m_conditions;
};

} // namespace cargo::search::engine
