#pragma once

#include "server/providers/search/engine/types.h"
#include "server/providers/search/traits.h"

namespace cargo::search {

// Between the port and the engine: QString and UTF-8, house types and plain ones.
engine::Document toEngine(const TraitFinder &traits, const Document &document);
// Many of them, each read once: for its traits and for the index.
std::vector<engine::Document> toEngine(const TraitFinder &traits, const std::vector<std::vector<Document>> &pages);
// All but the text and the cursor.
engine::Query toEngine(const SearchQuery &query);
std::vector<Facet> facetsOf(const engine::Answer &answer, const SearchQuery &query);
std::vector<Range> rangesOf(const engine::Answer &answer);

} // namespace cargo::search
