#pragma once

#include "shared/domain/search_query/search_query.h"

#include <QRandomGenerator>
#include <QStringList>

namespace cargo::test {

// Filters and an order of every kind, without words, over the words of our facets; now and then one that nothing has.
SearchQuery randomSearch(QRandomGenerator &random, const QStringList &models);

} // namespace cargo::test
