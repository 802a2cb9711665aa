#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

// Function versions for wider registers are chosen when the program starts. Sanitizers run before that is done.
#if defined(__GNUC__) && !defined(__clang__) && defined(__x86_64__) && !defined(__SANITIZE_THREAD__)                             \
    && !defined(__SANITIZE_ADDRESS__)
#define CARGO_SIMD __attribute__((target_clones("avx2", "default")))
#define CARGO_POPCOUNT __attribute__((target_clones("popcnt", "default")))
#define CARGO_AVX2 __attribute__((target("avx2"))) // for what the compiler does not find itself; who calls it asks the processor
#else
#define CARGO_SIMD
#define CARGO_POPCOUNT
#endif

namespace cargo::search::engine {

// Segments are walked in blocks, so that what a query needs of one stays in the cache near the core. 2^16: a document's place
// in its block is 16 bits.
inline constexpr uint32_t kBlockBits = 16;
inline constexpr uint32_t kBlockDocuments = 1u << kBlockBits;
inline constexpr size_t kBlockWords = kBlockDocuments / 64;

using Bits = std::vector<uint64_t>; // bit d % 64 of word d / 64

inline size_t wordsFor(size_t documents) { return (documents + 63) / 64; }
inline bool test(const uint64_t *bits, uint32_t document) { return (bits[document >> 6] >> (document & 63)) & 1; }
inline void set(uint64_t *bits, uint32_t document) { bits[document >> 6] |= uint64_t(1) << (document & 63); }
inline void clear(uint64_t *bits, uint32_t document) { bits[document >> 6] &= ~(uint64_t(1) << (document & 63)); }

size_t countBits(const uint64_t *bits, size_t words);
// Which `count` bits are set, ascending. For few of many: walking such bits waits at every one for a jump that nobody foresees,
// so that those who are looked at again and again are listed once.
void listBits(const uint64_t *bits, size_t words, size_t count, std::vector<uint32_t> &list);
Bits allSet(size_t documents);

// Calls f(document) for every bit that is set, ascending.
template <typename F>
inline void forEachBit(const uint64_t *bits, size_t words, F &&f)
{
    for (size_t w = 0; w < words; ++w) {
        for (uint64_t rest = bits[w]; rest; rest &= rest - 1)
            f(uint32_t(w * 64 + size_t(std::countr_zero(rest))));
    }
}

// The same, descending.
template <typename F>
inline void forEachBitBackwards(const uint64_t *bits, size_t words, F &&f)
{
    for (size_t w = words; w-- > 0;) {
        for (uint64_t rest = bits[w]; rest;) {
            const int top = 63 - std::countl_zero(rest);
            f(uint32_t(w * 64 + size_t(top)));
            rest &= ~(uint64_t(1) << top);
        }
    }
}

// out: bit j set where values[j] lies in low … high. `words` whole words of 64 values.
void scanRange(const uint8_t *values, size_t words, uint8_t low, uint8_t high, uint64_t *out);
void scanRange(const uint16_t *values, size_t words, uint16_t low, uint16_t high, uint64_t *out);
void scanRange(const uint32_t *values, size_t words, uint32_t low, uint32_t high, uint64_t *out);

// out: what of `bits` has (first[j] & mask) + second[j] of at least `least`.
void scanSums(const uint64_t *bits, size_t words, const uint32_t *first, uint32_t mask, const uint16_t *second, uint32_t least,
              uint64_t *out);

} // namespace cargo::search::engine
