#pragma once

#include "server/providers/search/engine/types.h"
#include "shared/domain/search_query/search_query.h"

namespace cargo::search {

// A place in the order of one query's hits, as opaque text. It belongs to its conditions: with another filter or order it is
// no cursor.
QByteArray writeCursor(const SearchQuery &query, const engine::Position &position);
std::optional<engine::Position> readCursor(const SearchQuery &query);

} // namespace cargo::search
