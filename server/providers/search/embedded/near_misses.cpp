#include "server/providers/search/embedded/near_misses.h"

#include <algorithm>

namespace cargo::search {

namespace {
using engine::Bounds;
using engine::Dimension;

std::optional<engine::Query> widened(engine::Query query)
{
    bool isWider = false;
    bool isContradictory = false;
    const auto widen = [&](Dimension dimension, auto &&step) {
        std::optional<Bounds> &bounds = query.bounds[engine::numberAt(dimension)];
        if (!bounds)
            return;
        isContradictory = isContradictory || bounds->from > bounds->to;
        const Bounds open;
        if (bounds->from != open.from)
            bounds->from -= step(bounds->from);
        if (bounds->to != open.to)
            bounds->to += step(bounds->to);
        isWider = true;
    };
    const auto tenth = [](int64_t value) { return value / 10; };
    widen(Dimension::Price, tenth);
    widen(Dimension::Mileage, tenth);
    widen(Dimension::Year, [](int64_t) { return int64_t(1); });
    return isWider && !isContradictory ? std::optional(std::move(query)) : std::nullopt;
}
} // namespace

std::vector<engine::Hit> nearMisses(const std::shared_ptr<const engine::Snapshot> &snapshot, const engine::Query &query,
                                    const engine::Answer &found, size_t most)
{
    std::optional<engine::Query> wider = widened(query);
    if (!wider)
        return {};
    wider->meaning = {};
    wider->wantFacets = wider->wantExplanations = false;
    wider->fewHits = 0;
    wider->limit = uint32_t(found.hits.size() + most);
    engine::Answer answer = engine::Engine::search(snapshot, *wider);
    if (answer.droppedWords != found.droppedWords)
        return {};
    std::erase_if(answer.hits, [&found](const engine::Hit &hit) {
        return std::any_of(found.hits.begin(), found.hits.end(), [&hit](const engine::Hit &other) { return other.id == hit.id; });
    });
    answer.hits.resize(std::min(answer.hits.size(), most));
    return std::move(answer.hits);
}

} // namespace cargo::search
