#pragma once

#include "server/providers/search/engine/search.h"

namespace cargo::search::engine {

// Kept by each thread, so that a query allocates nothing large.
struct Search::Scratch
{
    Matches matches;
    std::vector<Bits> passing; // by filter, of a block
    Bits living;               // of a block
    std::vector<Bits> wanted;  // by part: who lives and does not hold what is not wanted; where something is not
    std::vector<uint32_t> block;
    std::vector<std::vector<uint32_t>> sums; // of relaxed queries: words and scores, by part
    std::vector<uint32_t> masks;             // of relaxed queries: how many hold just these words
    std::vector<uint8_t> enough;             // by mask: words enough
    Bits selected;
    FacetCounter::Lanes counts;
};

} // namespace cargo::search::engine
