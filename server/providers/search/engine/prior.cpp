#include "server/providers/search/engine/prior.h"

#include "server/providers/search/engine/ranking.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace cargo::search::engine {

std::array<double, kPriorParts> priorParts(const PriorFacts &facts, int64_t atMs)
{
    constexpr double kDayMs = 86'400'000;
    const double ageDays = std::max(0.0, (double(atMs) - double(facts.publishedMs)) / kDayMs);
    const double decay = std::exp2(-ageDays / ranking::kFreshnessHalfLifeDays);
    const double rating =
        facts.ratingHundredths > 0 ? double(std::min<int64_t>(facts.ratingHundredths, 500)) : ranking::kDriverUnknownHundredths;
    const double days = std::clamp(double(facts.etaDays), 0.0, ranking::kTermDaysMost);
    return {ranking::kFreshness * (ranking::kFreshnessFloor + (1 - ranking::kFreshnessFloor) * decay),
            ranking::kDriver * rating / 500, ranking::kCompletion * facts.completionPerMille / 1000,
            ranking::kTerm * (1 - days / ranking::kTermDaysMost)};
}

uint32_t priorValue(const PriorFacts &facts, int64_t atMs)
{
    const auto parts = priorParts(facts, atMs);
    return uint32_t(std::lround(parts[0] + parts[1] + parts[2] + parts[3]));
}

Prior priorOf(const Segment &segment, int64_t atMs)
{
    const NumberColumn &published = segment.number(Dimension::Published);
    const NumberColumn &rating = segment.number(Dimension::Rating);
    const NumberColumn &eta = segment.number(Dimension::Eta);
    Prior prior{atMs, {}, {}};
    prior.values.resize(segment.words() * 64, 0);
    for (uint32_t d = 0; d < segment.size(); ++d) {
        const PriorFacts facts{published.at(d), rating.at(d), segment.completion[d], eta.at(d)};
        prior.values[d] = uint16_t(priorValue(facts, atMs));
    }
    if (segment.size() < Segment::kOrderedFrom)
        return prior;
    std::vector<uint32_t> places(size_t(std::numeric_limits<uint16_t>::max()) + 2, 0);
    for (uint32_t d = 0; d < segment.size(); ++d)
        ++places[size_t(prior.values[d]) + 1];
    for (size_t i = 1; i < places.size(); ++i)
        places[i] += places[i - 1];
    prior.order.resize(segment.size());
    for (uint32_t d = 0; d < segment.size(); ++d)
        prior.order[places[prior.values[d]]++] = d;
    return prior;
}

} // namespace cargo::search::engine
