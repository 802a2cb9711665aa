#pragma once

#include "server/providers/search/search_provider.h"
#include "shared/api/json_writer.h"

namespace cargo::search {

// [{"drop": ["price_to"], "words": null, "understood": 0, "count": 14}]
void writeRelaxations(api::JsonWriter &out, const std::vector<Relaxation> &relaxations);

} // namespace cargo::search
