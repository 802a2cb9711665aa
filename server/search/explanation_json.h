#pragma once

#include "server/search/search_service.h"

namespace cargo::search {

// Why the hit at this place stands there, as GET search tells it with explain=1. The page's answer must have explanations.
QByteArray explanationJson(const SearchService::Page &page, size_t place);

} // namespace cargo::search
