#include "server/providers/search/engine/fusion.h"

#include "server/providers/search/engine/ranking.h"

#include <algorithm>

namespace cargo::search::engine {

namespace {
// Writes each one's place by `value`, the greatest first; equal values share a place.
template <typename Value, typename Rank>
void rankBy(std::vector<FusionCandidate> &candidates, double share, Value &&value, Rank &&rank)
{
    std::stable_sort(candidates.begin(), candidates.end(),
                     [&](const FusionCandidate &a, const FusionCandidate &b) { return value(a) > value(b); });
    for (size_t i = 0; i < candidates.size(); ++i) {
        const bool isSame = i > 0 && value(candidates[i]) == value(candidates[i - 1]);
        rank(candidates[i]) = isSame ? rank(candidates[i - 1]) : uint32_t(i + 1);
        candidates[i].worth += share / (ranking::kFusionRank + rank(candidates[i]));
    }
}
} // namespace

void fuse(std::vector<FusionCandidate> &candidates, bool byText)
{
    using Candidate = FusionCandidate;
    rankBy(
        candidates, ranking::kFusionFreshness, [](const Candidate &c) { return c.publishedMs; },
        [](Candidate &c) -> uint32_t & { return c.ranks.freshness; });
    rankBy(
        candidates, ranking::kFusionMeaning, [](const Candidate &c) { return c.likeness; },
        [](Candidate &c) -> uint32_t & { return c.ranks.meaning; });
    if (byText)
        rankBy(
            candidates, ranking::kFusionText, [](const Candidate &c) { return c.key; },
            [](Candidate &c) -> uint32_t & { return c.ranks.text; });
    std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate &a, const Candidate &b) {
        if (a.worth != b.worth)
            return a.worth > b.worth;
        return a.key != b.key ? a.key > b.key : a.place < b.place;
    });
}

} // namespace cargo::search::engine
