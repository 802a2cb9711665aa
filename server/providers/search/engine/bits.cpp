#include "server/providers/search/engine/bits.h"

#include "server/providers/search/engine/wide_bits.h"

#include <algorithm>
#include <cstring>

namespace cargo::search::engine {

namespace {
// 64 bytes of 0 or 1 become 64 bits: the product gathers the lowest bits of eight bytes in the uppermost one.
inline uint64_t packed(const uint8_t *flags)
{
    uint64_t bits = 0;
    for (int k = 0; k < 8; ++k) {
        uint64_t eight;
        std::memcpy(&eight, flags + 8 * k, 8);
        bits |= ((eight * 0x0102040810204080ull) >> 56) << (8 * k);
    }
    return bits;
}

// One subtraction and one comparison a value, which compilers turn into vector instructions; where registers are wide they are
// told.
template <typename T>
CARGO_SIMD void scanNarrow(const T *values, size_t words, T low, T high, uint64_t *out)
{
    const T span = T(high - low);
    for (size_t w = 0; w < words; ++w) {
        alignas(64) uint8_t flags[64];
        const T *from = values + w * 64;
        for (int j = 0; j < 64; ++j)
            flags[j] = T(from[j] - low) <= span;
        out[w] = packed(flags);
    }
}

CARGO_SIMD void scanSumsNarrow(const uint64_t *bits, size_t words, const uint32_t *first, uint32_t mask, const uint16_t *second,
                               uint32_t least, uint64_t *out)
{
    for (size_t w = 0; w < words; ++w) {
        out[w] = 0;
        if (bits[w] == 0)
            continue;
        alignas(64) uint8_t flags[64];
        for (size_t j = 0; j < 64; ++j)
            flags[j] = (first[w * 64 + j] & mask) + second[w * 64 + j] >= least;
        out[w] = bits[w] & packed(flags);
    }
}
} // namespace

CARGO_POPCOUNT size_t countBits(const uint64_t *bits, size_t words)
{
    size_t count = 0;
    for (size_t w = 0; w < words; ++w)
        count += size_t(__builtin_popcountll(bits[w]));
    return count;
}

namespace {
constexpr size_t kAhead = 4; // written of every word without asking how many it has

CARGO_POPCOUNT void listNarrow(const uint64_t *bits, size_t words, uint32_t *out)
{
    for (size_t w = 0; w < words; ++w) {
        uint64_t rest = bits[w];
        const auto here = size_t(__builtin_popcountll(rest));
        const auto first = uint32_t(w * 64);
        for (size_t i = 0; i < kAhead; ++i, rest &= rest - 1)
            out[i] = first + uint32_t(std::countr_zero(rest));
        for (size_t i = kAhead; i < here; ++i, rest &= rest - 1)
            out[i] = first + uint32_t(std::countr_zero(rest));
        out += here;
    }
}
} // namespace

void listBits(const uint64_t *bits, size_t words, size_t count, std::vector<uint32_t> &list)
{
    list.resize(count + std::max(kAhead, wide::kAhead));
    if (wide::isThere())
        wide::list(bits, words, list.data());
    else
        listNarrow(bits, words, list.data());
    list.resize(count);
}

Bits allSet(size_t documents)
{
    Bits bits(wordsFor(documents), ~uint64_t(0));
    if (documents % 64)
        bits.back() = (uint64_t(1) << (documents % 64)) - 1;
    return bits;
}

void scanRange(const uint8_t *values, size_t words, uint8_t low, uint8_t high, uint64_t *out)
{
    wide::isThere() ? wide::scan(values, words, low, high, out) : scanNarrow(values, words, low, high, out);
}

void scanRange(const uint16_t *values, size_t words, uint16_t low, uint16_t high, uint64_t *out)
{
    wide::isThere() ? wide::scan(values, words, low, high, out) : scanNarrow(values, words, low, high, out);
}

void scanRange(const uint32_t *values, size_t words, uint32_t low, uint32_t high, uint64_t *out)
{
    wide::isThere() ? wide::scan(values, words, low, high, out) : scanNarrow(values, words, low, high, out);
}

void scanSums(const uint64_t *bits, size_t words, const uint32_t *first, uint32_t mask, const uint16_t *second, uint32_t least,
              uint64_t *out)
{
    const auto scan = wide::isThere() ? wide::scanSums : scanSumsNarrow;
    scan(bits, words, first, mask, second, least, out);
}

} // namespace cargo::search::engine
