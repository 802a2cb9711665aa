#include "server/providers/search/engine/meaning/vectors.h"

#include <algorithm>
#include <cmath>
#include <limits>

#ifdef CARGO_AVX2
#include <immintrin.h>
#endif

namespace cargo::search::engine {

namespace {
constexpr float kUnit = 127;

// Of equal ones the one that was offered later is the farther: parts and documents are offered in their order.
bool isNearer(const Near &a, const Near &b)
{
    if (a.likeness != b.likeness)
        return a.likeness > b.likeness;
    return a.part != b.part ? a.part < b.part : a.document < b.document;
}

// What `count` documents in a row are like, and the greatest of it.
CARGO_SIMD int32_t dots(const int8_t *__restrict vectors, const int16_t *__restrict vector, uint32_t dimensions, uint32_t count,
                        int32_t *__restrict out)
{
    int32_t greatest = std::numeric_limits<int32_t>::min();
    for (uint32_t d = 0; d < count; ++d) {
        const int8_t *one = vectors + size_t(d) * dimensions;
        int32_t sum = 0;
        for (uint32_t i = 0; i < dimensions; ++i)
            sum += int16_t(one[i]) * vector[i];
        out[d] = sum;
        greatest = std::max(greatest, sum);
    }
    return greatest;
}

#ifdef CARGO_AVX2
constexpr uint32_t kTogether = 8; // documents
// They come from far memory, and the processor does not read ahead over the end of a page.
constexpr size_t kLineBytes = 64;
constexpr size_t kAheadBytes = 4096;

// The same of eight documents of kLearntDimensions at a time: their sums are added up in one tree, where the loop above goes
// through a tree for each. As fast as the memory is, more than twice the loop.
CARGO_AVX2 int32_t learntDots(const int8_t *vectors, const int16_t *vector, uint32_t count, int32_t *out)
{
    static_assert(kLearntDimensions == 32);
    const __m256i low = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(vector));
    const __m256i high = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(vector + 16));
    for (uint32_t d = 0; d < count; d += kTogether) {
        const auto *here = reinterpret_cast<const char *>(vectors + size_t(d) * kLearntDimensions);
        for (size_t line = 0; line < size_t(kTogether) * kLearntDimensions; line += kLineBytes)
            _mm_prefetch(here + kAheadBytes + line, _MM_HINT_T0);
        __m256i sums[kTogether];
        for (uint32_t k = 0; k < kTogether; ++k) {
            const auto *one = reinterpret_cast<const __m128i *>(vectors + size_t(d + k) * kLearntDimensions);
            sums[k] = _mm256_add_epi32(_mm256_madd_epi16(_mm256_cvtepi8_epi16(_mm_loadu_si128(one)), low),
                                       _mm256_madd_epi16(_mm256_cvtepi8_epi16(_mm_loadu_si128(one + 1)), high));
        }
        const __m256i first = _mm256_hadd_epi32(_mm256_hadd_epi32(sums[0], sums[1]), _mm256_hadd_epi32(sums[2], sums[3]));
        const __m256i second = _mm256_hadd_epi32(_mm256_hadd_epi32(sums[4], sums[5]), _mm256_hadd_epi32(sums[6], sums[7]));
        const __m256i both =
            _mm256_add_epi32(_mm256_permute2x128_si256(first, second, 0x20), _mm256_permute2x128_si256(first, second, 0x31));
        _mm256_storeu_si256(reinterpret_cast<__m256i *>(out + d), both);
    }
    return *std::max_element(out, out + count);
}
#endif

bool isWide(const Vectors &vectors)
{
#ifdef CARGO_AVX2
    static const bool isThere = __builtin_cpu_supports("avx2");
    return isThere && vectors.dimensions == kLearntDimensions;
#else
    static_cast<void>(vectors);
    return false;
#endif
}

// What 64 documents in a row are like, or fewer at the end; those that are not wanted are reckoned too where many are.
int32_t dotsOfRun(const Vectors &vectors, uint32_t first, const int16_t *vector, int32_t *out)
{
    const uint32_t count = std::min(64U, vectors.size() - first);
#ifdef CARGO_AVX2
    if (isWide(vectors) && count % kTogether == 0)
        return learntDots(vectors.at(first), vector, count, out);
#endif
    return dots(vectors.at(first), vector, vectors.dimensions, count, out);
}
} // namespace

void quantise(const float *from, uint32_t dimensions, float scale, int8_t *to)
{
    for (uint32_t i = 0; i < dimensions; ++i) {
        const float value = from[i] * kUnit / scale;
        to[i] = std::isfinite(value) ? int8_t(std::lround(std::clamp(value, -kUnit, kUnit))) : int8_t(0);
    }
}

void quantiseUnit(const float *from, uint32_t dimensions, float scale, int8_t *to)
{
    double square = 0;
    for (uint32_t i = 0; i < dimensions; ++i)
        square += double(from[i]) * from[i];
    if (square > 0 && std::isfinite(square))
        quantise(from, dimensions, scale * float(std::sqrt(square)), to);
    else
        std::fill_n(to, dimensions, int8_t(0));
}

float givenScale(uint32_t dimensions) { return float(std::min(1.0, 6 / std::sqrt(double(std::max(1U, dimensions))))); }

NearestFinder::NearestFinder(const std::vector<int8_t> &vector, size_t most, int32_t least)
    : m_vector(vector.begin(), vector.end()), m_most(most), m_least(least)
{
    m_heap.reserve(most);
}

void NearestFinder::offer(const Near &near)
{
    if (m_heap.size() < m_most) {
        m_heap.push_back(near);
    } else {
        if (!isNearer(near, m_heap.front()))
            return;
        std::pop_heap(m_heap.begin(), m_heap.end(), isNearer);
        m_heap.back() = near;
    }
    std::push_heap(m_heap.begin(), m_heap.end(), isNearer);
    if (m_heap.size() == m_most)
        m_least = std::max(m_least, m_heap.front().likeness);
}

void NearestFinder::scan(const Vectors &vectors, uint32_t part, size_t from, const uint64_t *bits, size_t words)
{
    if (m_most == 0 || vectors.dimensions == 0 || vectors.dimensions != m_vector.size())
        return;
    const int many = isWide(vectors) ? 4 : 16; // of 64: from so many on a straight run is faster than picking
    int32_t likenesses[64];
    for (size_t w = 0; w < words; ++w) {
        uint64_t rest = bits[w];
        const auto first = uint32_t((from + w) * 64);
        if (rest == 0 || first >= vectors.size())
            continue;
        const bool isRun = std::popcount(rest) >= many;
        if (isRun && dotsOfRun(vectors, first, m_vector.data(), likenesses) < m_least)
            continue;
        for (; rest != 0; rest &= rest - 1) {
            const auto place = uint32_t(std::countr_zero(rest));
            if (first + place >= vectors.size())
                break;
            const int32_t likeness = isRun ? likenesses[place] : this->likeness(vectors, first + place);
            if (likeness >= m_least)
                offer({likeness, part, first + place});
        }
    }
}

int32_t NearestFinder::likeness(const Vectors &vectors, uint32_t document) const
{
    if (vectors.dimensions != m_vector.size() || document >= vectors.size())
        return 0;
    int32_t sum = 0;
    dots(vectors.at(document), m_vector.data(), vectors.dimensions, 1, &sum);
    return sum;
}

std::vector<Near> NearestFinder::take()
{
    std::sort(m_heap.begin(), m_heap.end(), isNearer);
    return std::move(m_heap);
}

} // namespace cargo::search::engine
