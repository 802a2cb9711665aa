#pragma once

#include "shared/domain/search_query/search_query.h"

namespace cargo::search {

// A place in the order of one query's hits at an engine, as opaque text. `kind`: whose, and of which form. It belongs to its
// conditions: with another filter or order it is no cursor.
QByteArray writePlace(const SearchQuery &query, const QByteArray &kind, const QByteArray &place);
std::optional<QByteArray> readPlace(const SearchQuery &query, const QByteArray &kind);

} // namespace cargo::search
