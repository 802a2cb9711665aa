#include "server/providers/search/engine/columns.h"

#include <algorithm>
#include <limits>

namespace cargo::search::engine {

namespace {
template <typename T>
void fill(std::vector<T> &out, const std::vector<uint32_t> &codes)
{
    out.assign(wordsFor(codes.size()) * 64, T(0));
    for (size_t i = 0; i < codes.size(); ++i)
        out[i] = T(codes[i]);
}

template <typename T>
void scanTable(const T *codes, size_t words, const std::vector<uint8_t> &allowed, uint64_t *out)
{
    for (size_t w = 0; w < words; ++w) {
        uint64_t bits = 0;
        for (size_t j = 0; j < 64; ++j) {
            const size_t code = codes[w * 64 + j];
            bits |= uint64_t(code < allowed.size() && allowed[code]) << j;
        }
        out[w] = bits;
    }
}
} // namespace

Codes::Codes(const std::vector<uint32_t> &codes, uint32_t greatest) : m_size(codes.size())
{
    m_width = greatest <= std::numeric_limits<uint8_t>::max() ? 1 : greatest <= std::numeric_limits<uint16_t>::max() ? 2 : 4;
    if (m_width == 1)
        fill(m_bytes, codes);
    else if (m_width == 2)
        fill(m_shorts, codes);
    else
        fill(m_longs, codes);
}

void Codes::scan(size_t from, size_t words, uint32_t low, uint32_t high, uint64_t *out) const
{
    visit([&](const auto *codes) {
        using T = std::remove_cv_t<std::remove_pointer_t<decltype(codes)>>;
        constexpr uint32_t kMost = std::numeric_limits<T>::max();
        if (low > high || low > kMost)
            std::fill(out, out + words, 0);
        else
            scanRange(codes + from * 64, words, T(low), T(std::min(high, kMost)), out);
    });
}

void Codes::scanAllowed(size_t from, size_t words, const std::vector<uint8_t> &allowed, uint64_t *out) const
{
    visit([&](const auto *codes) { scanTable(codes + from * 64, words, allowed, out); });
}

bool Codes::isWhole() const
{
    const size_t padded = wordsFor(m_size) * 64;
    return m_bytes.size() == (m_width == 1 ? padded : 0) && m_shorts.size() == (m_width == 2 ? padded : 0)
           && m_longs.size() == (m_width == 4 ? padded : 0) && (m_width == 1 || m_width == 2 || m_width == 4);
}

NumberColumn::NumberColumn(const std::vector<int64_t> &values) : m_distinct(values)
{
    std::sort(m_distinct.begin(), m_distinct.end());
    m_distinct.erase(std::unique(m_distinct.begin(), m_distinct.end()), m_distinct.end());
    m_distinct.shrink_to_fit();
    std::vector<uint32_t> places(values.size());
    for (size_t i = 0; i < values.size(); ++i)
        places[i] = lowerBound(values[i]);
    m_codes = Codes(places, uint32_t(m_distinct.size()));
}

NumberColumn::NumberColumn(std::vector<int64_t> distinct, const std::vector<uint32_t> &places)
    : m_codes(places, uint32_t(distinct.size())), m_distinct(std::move(distinct))
{
}

uint32_t NumberColumn::lowerBound(int64_t value) const
{
    return uint32_t(std::lower_bound(m_distinct.begin(), m_distinct.end(), value) - m_distinct.begin());
}

uint32_t NumberColumn::upperBound(int64_t value) const
{
    return uint32_t(std::upper_bound(m_distinct.begin(), m_distinct.end(), value) - m_distinct.begin());
}

bool NumberColumn::isWhole(size_t documents) const
{
    if (!m_codes.isWhole() || m_codes.size() != documents)
        return false;
    for (uint32_t d = 0; d < documents; ++d) {
        if (m_codes.at(d) >= m_distinct.size())
            return false;
    }
    return std::is_sorted(m_distinct.begin(), m_distinct.end());
}

std::vector<uint32_t> orderOf(const NumberColumn &column)
{
    const Codes &codes = column.codes();
    std::vector<uint32_t> next(column.distinct().size() + 1, 0);
    for (uint32_t d = 0; d < codes.size(); ++d)
        ++next[codes.at(d) + 1];
    for (size_t i = 1; i < next.size(); ++i)
        next[i] += next[i - 1];
    std::vector<uint32_t> order(codes.size());
    for (uint32_t d = 0; d < codes.size(); ++d)
        order[next[codes.at(d)]++] = d;
    return order;
}

} // namespace cargo::search::engine
