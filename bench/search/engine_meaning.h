#pragma once

#include "server/providers/search/engine/engine.h"

#include <string>

namespace cargo::bench {

// Has the engine learn what words mean, and measures what that costs, as a JSON object: the learning, the memory, the exact scan
// of all listings and of a share of them, and a whole search that is fused by it.
std::string meaningFigures(search::engine::Engine &engine, int64_t nowMs);

} // namespace cargo::bench
