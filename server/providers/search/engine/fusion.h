#pragma once

#include "server/providers/search/engine/types.h"

#include <vector>

namespace cargo::search::engine {

struct FusionCandidate
{
    size_t place = 0; // the caller's
    int64_t key = 0;  // words and prior
    int32_t likeness = 0;
    int64_t publishedMs = 0;
    FusedRanks ranks{}; // but for the cosine
    double worth = 0;
};

// Reciprocal rank fusion (Cormack, Clarke, Büttcher 2009) of words, meaning and freshness with the numbers of ranking.h: scores
// of different kinds are never compared, only places. Best first; of equal worth those with the greater key, then as they came.
// `byText` false: there are no words to rank by.
void fuse(std::vector<FusionCandidate> &candidates, bool byText = true);

} // namespace cargo::search::engine
