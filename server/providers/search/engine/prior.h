#pragma once

#include "server/providers/search/engine/segment.h"

#include <cstdint>
#include <vector>

namespace cargo::search::engine {

// What each document of a segment is worth before anything is asked: freshness, driver, completion, term. Of one moment;
// made anew as time goes by, without a look at any text.
struct Prior
{
    int64_t atMs = 0;
    std::vector<uint16_t> values; // and noughts up to a whole word of bits
    std::vector<uint32_t> order;  // documents by value, equal ones by id; empty below Segment::kOrderedFrom
};

Prior priorOf(const Segment &segment, int64_t atMs);
// One value, and what it is made of before it is rounded.
uint32_t priorValue(const PriorFacts &facts, int64_t atMs);
std::array<double, kPriorParts> priorParts(const PriorFacts &facts, int64_t atMs);

} // namespace cargo::search::engine
