#pragma once

#include "server/assistant/pick_reading.h"

namespace cargo::assistant {

// The sentence of a description that answers most of what is wanted, and where; places in code points of `text`.
struct Quote
{
    QString text; // empty: none does
    std::vector<std::pair<int, int>> marks;
};

Quote quoteFrom(const QString &description, const std::vector<Wanted> &wanted);

} // namespace cargo::assistant
