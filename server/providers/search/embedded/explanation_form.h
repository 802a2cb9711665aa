#pragma once

#include "server/providers/search/embedded/text_reader.h"
#include "server/providers/search/search_provider.h"

namespace cargo::search {

// The engine's reasons with what was typed, by hit. No factors under orders that know no score. `limit`: of the page.
std::vector<Explanation> explanationsOf(const engine::Answer &found, const ReadText &text, int limit);
// "price": what alone makes the order; empty: the score.
const char *sortedByOf(engine::Sort sort);

} // namespace cargo::search
