#pragma once

#include "server/providers/search/engine/bits.h"

#include <cstdint>
#include <vector>

namespace cargo::search::engine {

// One direction a document, each of `dimensions` whole numbers in -127 … 127. All have the same scale, so that the dot product
// of two is their likeness times a constant. A document without a meaning has noughts.
struct Vectors
{
    uint32_t dimensions = 0;
    std::vector<int8_t> values;

    uint32_t size() const { return dimensions == 0 ? 0 : uint32_t(values.size() / dimensions); }
    const int8_t *at(uint32_t document) const { return values.data() + size_t(document) * dimensions; }
};

inline constexpr uint32_t kLearntDimensions = 32;  // unless something else is asked for
inline constexpr uint32_t kDimensionsMost = 1'024; // so that a dot product fits 32 bits

// A float vector as whole numbers: `scale` becomes 127. What lies beyond is cut off; what is no number is 0.
void quantise(const float *from, uint32_t dimensions, float scale, int8_t *to);
// The same of its direction, whatever its length; noughts where there is none.
void quantiseUnit(const float *from, uint32_t dimensions, float scale, int8_t *to);
// For directions that come from outside and of which nothing is known beforehand: six times what a number of theirs is like.
float givenScale(uint32_t dimensions);

struct Near
{
    int32_t likeness = 0; // dot product
    uint32_t part = 0;
    uint32_t document = 0;
};

// Keeps the `most` nearest documents to one vector, of all that are offered: exact, nothing is sampled. Of equal ones those
// that were offered first.
class NearestFinder
{
public:
    NearestFinder(const std::vector<int8_t> &vector, size_t most, int32_t least = 1);

    // Documents of `bits` (`words` of 64, the first being document `from` · 64 of the part).
    void scan(const Vectors &vectors, uint32_t part, size_t from, const uint64_t *bits, size_t words);
    int32_t likeness(const Vectors &vectors, uint32_t document) const;
    std::vector<Near> take(); // the nearest first

private:
    void offer(const Near &near);

    std::vector<int16_t> m_vector; // as wide as it is reckoned with
    size_t m_most;
    int32_t m_least;
    std::vector<Near> m_heap; // the farthest on top
};

} // namespace cargo::search::engine
