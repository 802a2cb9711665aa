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
    std::vector<uint16_t> values;
    std::vector<uint32_t> order; // documents by value, equal ones by id; empty below Segment::kOrderedFrom
};

Prior priorOf(const Segment &segment, int64_t atMs);
// The parts of one value, for an explanation.
struct PriorParts
{
    double freshness = 0;
    double driver = 0;
    double completion = 0;
    double term = 0;
};
PriorParts priorParts(int64_t publishedMs, int64_t ratingHundredths, int completionPerMille, int64_t etaDays, int64_t atMs);

} // namespace cargo::search::engine
