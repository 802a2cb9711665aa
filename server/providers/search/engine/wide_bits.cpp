#include "server/providers/search/engine/wide_bits.h"

#if defined(__GNUC__) && defined(__x86_64__)
#include <immintrin.h>
#define CARGO_WIDE __attribute__((target("avx512f,avx512bw,popcnt")))
#endif

namespace cargo::search::engine::wide {

#ifdef CARGO_WIDE

bool isThere()
{
    static const bool there = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw");
    return there;
}

CARGO_WIDE void list(const uint64_t *bits, size_t words, uint32_t *out)
{
    __m512i numbers = _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    const __m512i sixteen = _mm512_set1_epi32(16);
    for (size_t w = 0; w < words; ++w) {
        for (int k = 0; k < 64; k += 16, numbers = _mm512_add_epi32(numbers, sixteen)) {
            const auto mask = __mmask16(bits[w] >> k);
            _mm512_storeu_si512(out, _mm512_maskz_compress_epi32(mask, numbers));
            out += __builtin_popcount(mask);
        }
    }
}

CARGO_WIDE void scan(const uint8_t *values, size_t words, uint8_t low, uint8_t high, uint64_t *out)
{
    const __m512i from = _mm512_set1_epi8(char(low));
    const __m512i span = _mm512_set1_epi8(char(high - low));
    for (size_t w = 0; w < words; ++w)
        out[w] = _mm512_cmple_epu8_mask(_mm512_sub_epi8(_mm512_loadu_si512(values + w * 64), from), span);
}

CARGO_WIDE void scan(const uint16_t *values, size_t words, uint16_t low, uint16_t high, uint64_t *out)
{
    const __m512i from = _mm512_set1_epi16(short(low));
    const __m512i span = _mm512_set1_epi16(short(high - low));
    for (size_t w = 0; w < words; ++w) {
        uint64_t bits = 0;
        for (int k = 0; k < 64; k += 32)
            bits |= uint64_t(_mm512_cmple_epu16_mask(_mm512_sub_epi16(_mm512_loadu_si512(values + w * 64 + k), from), span)) << k;
        out[w] = bits;
    }
}

CARGO_WIDE void scan(const uint32_t *values, size_t words, uint32_t low, uint32_t high, uint64_t *out)
{
    const __m512i from = _mm512_set1_epi32(int(low));
    const __m512i span = _mm512_set1_epi32(int(high - low));
    for (size_t w = 0; w < words; ++w) {
        uint64_t bits = 0;
        for (int k = 0; k < 64; k += 16)
            bits |= uint64_t(_mm512_cmple_epu32_mask(_mm512_sub_epi32(_mm512_loadu_si512(values + w * 64 + k), from), span)) << k;
        out[w] = bits;
    }
}

CARGO_WIDE void scanSums(const uint64_t *bits, size_t words, const uint32_t *first, uint32_t mask, const uint16_t *second,
                         uint32_t least, uint64_t *out)
{
    const __m512i masks = _mm512_set1_epi32(int(mask));
    const __m512i from = _mm512_set1_epi32(int(least));
    for (size_t w = 0; w < words; ++w) {
        uint64_t enough = 0;
        for (size_t k = 0; bits[w] != 0 && k < 64; k += 16) {
            const __m512i a = _mm512_and_si512(_mm512_loadu_si512(first + w * 64 + k), masks);
            // By mask, for what GCC 12's plain one leaves unset is warned of.
            const __m512i b =
                _mm512_maskz_cvtepu16_epi32(0xFFFF, _mm256_loadu_si256(reinterpret_cast<const __m256i *>(second + w * 64 + k)));
            enough |= uint64_t(_mm512_cmpge_epu32_mask(_mm512_add_epi32(a, b), from)) << k;
        }
        out[w] = bits[w] & enough;
    }
}

#else

bool isThere() { return false; }
void list(const uint64_t *, size_t, uint32_t *) {}
void scan(const uint8_t *, size_t, uint8_t, uint8_t, uint64_t *) {}
void scan(const uint16_t *, size_t, uint16_t, uint16_t, uint64_t *) {}
void scan(const uint32_t *, size_t, uint32_t, uint32_t, uint64_t *) {}
void scanSums(const uint64_t *, size_t, const uint32_t *, uint32_t, const uint16_t *, uint32_t, uint64_t *) {}

#endif

} // namespace cargo::search::engine::wide
