#pragma once

#include "shared/api/listing_dto.h"

namespace cargo::listings {

// Two to four cars side by side as one table: the same fields for all in the order that people read them, attributes that at
// least one of them names behind; which rows differ, and how many cars say nothing. `cars` are answers of GET listings/{id}.
QJsonArray compareRows(const std::vector<QJsonObject> &cars);

} // namespace cargo::listings
