#pragma once

#include "server/providers/search/engine/bits.h"

namespace cargo::search::engine {

// Documents of a segment: bits while they are found, and where they are few a list of them as well. What is asked again and
// again of few among many is not walked bit by bit each time.
class DocumentSet
{
public:
    void clear(size_t words) { m_bits.assign(words, 0); }
    uint64_t *data() { return m_bits.data(); }
    const Bits &bits() const { return m_bits; }
    bool has(uint32_t document) const { return test(m_bits.data(), document); }

    // When all are in; the following are of then.
    void close()
    {
        m_count = countBits(m_bits.data(), m_bits.size());
        m_isListed = false;
    }
    // For who walks them more than once: few are listed.
    void listFew()
    {
        constexpr size_t kFewShare = 4; // of the segment
        m_isListed = m_count < m_bits.size() * 64 / kFewShare;
        if (m_isListed)
            listBits(m_bits.data(), m_bits.size(), m_count, m_list);
    }
    size_t count() const { return m_count; }
    bool isListed() const { return m_isListed; }
    const std::vector<uint32_t> &list() const { return m_list; } // ascending
    template <typename F>
    void forEach(F &&f) const
    {
        if (!m_isListed) {
            forEachBit(m_bits.data(), m_bits.size(), f);
            return;
        }
        for (const uint32_t document : m_list)
            f(document);
    }
    template <typename F>
    void forEachBackwards(F &&f) const
    {
        if (!m_isListed) {
            forEachBitBackwards(m_bits.data(), m_bits.size(), f);
            return;
        }
        for (size_t i = m_list.size(); i-- > 0;)
            f(m_list[i]);
    }

private:
    Bits m_bits;
    size_t m_count = 0;
    bool m_isListed = false;
    std::vector<uint32_t> m_list;
};

// The listings of one part that a query finds, and for each filter those that fail it and it alone.
struct Matches
{
    DocumentSet all;
    std::vector<DocumentSet> failing; // by filter
};

} // namespace cargo::search::engine
