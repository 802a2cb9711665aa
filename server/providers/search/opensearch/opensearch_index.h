#pragma once

#include <QJsonObject>

namespace cargo::search::opensearch {

// How an index is made: Russian and English analysis, exact fields for filters and counts. One shard: counts of terms are exact
// only so.
QJsonObject indexBody();
// An index that was made for another form must be filled anew. `mappings`: as GET _mapping tells them of one index.
bool isOfThisForm(const QJsonObject &mappings);

} // namespace cargo::search::opensearch
