#pragma once

#include "shared/domain/search_query/search_query.h"

#include <QByteArray>

#include <vector>

namespace cargo::search {

// What SQL says of a query without words: the truth that an index is held against. Expressions over listings l and users u.
struct CountedColumn
{
    const char *name; // of the facet or range
    const char *expression;
};
const std::vector<CountedColumn> &facetColumns();
const std::vector<CountedColumn> &rangeColumns();

// " from … where …": what is on the market and fits the conditions, without those of the facet or range `without`.
QByteArray marketWhere(const SearchQuery &query, QByteArrayView without = {});

} // namespace cargo::search
