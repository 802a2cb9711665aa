#pragma once

#include "server/providers/search/embedded/text_reader.h"
#include "server/providers/search/search_provider.h"

namespace cargo::search {

// The engine's relaxations by the names and words of the query; of words that something holds, beside those of the filters.
std::vector<Relaxation> relaxationsOf(const engine::Answer &found, const SearchQuery &query, const ReadText &text);

} // namespace cargo::search
