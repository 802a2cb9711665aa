#pragma once

#include "server/providers/search/search_provider.h"

namespace cargo::search {

// Why the hit at this place stands there, as GET search tells it with explain=1. The answer must have explanations.
QByteArray explanationJson(const Answer &answer, size_t place);

} // namespace cargo::search
