#pragma once

#include "server/providers/search/engine/bits.h"

#include <cstdint>
#include <vector>

namespace cargo::search::engine {

// One small number a document, in as few bytes as the largest one needs. Padded with zeros to whole words of 64.
class Codes
{
public:
    Codes() = default;
    Codes(const std::vector<uint32_t> &codes, uint32_t greatest);

    uint32_t at(uint32_t document) const
    {
        switch (m_width) {
        case 1: return m_bytes[document];
        case 2: return m_shorts[document];
        default: return m_longs[document];
        }
    }
    size_t size() const { return m_size; }
    // Documents with a code in low … high; `words` of 64 documents from word `from` on.
    void scan(size_t from, size_t words, uint32_t low, uint32_t high, uint64_t *out) const;
    // Documents with a code c where allowed[c] is not 0; codes beyond its end are not.
    void scanAllowed(size_t from, size_t words, const std::vector<uint8_t> &allowed, uint64_t *out) const;

    // f(pointer to the first one), of whatever width they have.
    template <typename F>
    void visit(F &&f) const
    {
        switch (m_width) {
        case 1: f(m_bytes.data()); break;
        case 2: f(m_shorts.data()); break;
        default: f(m_longs.data()); break;
        }
    }

    template <typename Archive>
    void archive(Archive &a)
    {
        a.value(m_width);
        a.value(m_size);
        a.list(m_bytes);
        a.list(m_shorts);
        a.list(m_longs);
    }
    bool isWhole() const; // after it was read from a file

private:
    uint32_t m_width = 1;
    uint64_t m_size = 0;
    std::vector<uint8_t> m_bytes;
    std::vector<uint16_t> m_shorts;
    std::vector<uint32_t> m_longs;
};

// A number of any size for each document, held as the place among the distinct ones: exact, small, and a range of numbers is
// a range of places.
class NumberColumn
{
public:
    NumberColumn() = default;
    explicit NumberColumn(const std::vector<int64_t> &values);
    // From places among `distinct`, ascending.
    NumberColumn(std::vector<int64_t> distinct, const std::vector<uint32_t> &places);

    int64_t at(uint32_t document) const { return m_distinct[m_codes.at(document)]; }
    const Codes &codes() const { return m_codes; }
    const std::vector<int64_t> &distinct() const { return m_distinct; }
    uint32_t lowerBound(int64_t value) const; // the first place that is not less
    uint32_t upperBound(int64_t value) const; // the first place that is greater

    template <typename Archive>
    void archive(Archive &a)
    {
        m_codes.archive(a);
        a.list(m_distinct);
    }
    bool isWhole(size_t documents) const;

private:
    Codes m_codes;
    std::vector<int64_t> m_distinct;
};

// Documents in the order of a column; equal ones as they lie, which is by id.
std::vector<uint32_t> orderOf(const NumberColumn &column);

} // namespace cargo::search::engine
