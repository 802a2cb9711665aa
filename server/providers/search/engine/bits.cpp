#include "server/providers/search/engine/bits.h"

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

// One subtraction and one comparison a value, which compilers turn into vector instructions.
template <typename T>
inline __attribute__((always_inline)) void scan(const T *values, size_t words, T low, T high, uint64_t *out)
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
} // namespace

CARGO_POPCOUNT size_t countBits(const uint64_t *bits, size_t words)
{
    size_t count = 0;
    for (size_t w = 0; w < words; ++w)
        count += size_t(__builtin_popcountll(bits[w]));
    return count;
}

CARGO_POPCOUNT void listBits(const uint64_t *bits, size_t words, size_t count, std::vector<uint32_t> &list)
{
    constexpr size_t kAhead = 4; // written of every word without asking how many it has
    list.resize(count + kAhead);
    uint32_t *out = list.data();
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
    list.resize(count);
}

Bits allSet(size_t documents)
{
    Bits bits(wordsFor(documents), ~uint64_t(0));
    if (documents % 64)
        bits.back() = (uint64_t(1) << (documents % 64)) - 1;
    return bits;
}

CARGO_SIMD void scanRange(const uint8_t *values, size_t words, uint8_t low, uint8_t high, uint64_t *out)
{
    scan(values, words, low, high, out);
}

CARGO_SIMD void scanRange(const uint16_t *values, size_t words, uint16_t low, uint16_t high, uint64_t *out)
{
    scan(values, words, low, high, out);
}

CARGO_SIMD void scanRange(const uint32_t *values, size_t words, uint32_t low, uint32_t high, uint64_t *out)
{
    scan(values, words, low, high, out);
}

} // namespace cargo::search::engine
