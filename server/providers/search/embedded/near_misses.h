#pragma once

#include "server/providers/search/engine/engine.h"

#include <memory>
#include <vector>

namespace cargo::search {

// Who would be found if the bounds were a little wider: a tenth of price and mileage, a year. At most `most`, in the query's
// order, without those that were found; none where the query has no such bound, or words that were found would have to be let go.
std::vector<engine::Hit> nearMisses(const std::shared_ptr<const engine::Snapshot> &snapshot, const engine::Query &query,
                                    const engine::Answer &found, size_t most);

} // namespace cargo::search
