#pragma once

#include "server/assistant/pick_texts.h"
#include "shared/domain/search_query/search_query.h"

#include <vector>

namespace cargo::assistant {

// A step away from what was asked for that may change the answer. Whether it does is for a search to say.
struct PossibleChange
{
    const char *code; // more_budget, more_time, any_country, older, more_mileage, cheapest_first, fastest_first
    SearchQuery query;
    QString by; // the new bound, in words; empty: there is none
};

// The likeliest first.
std::vector<PossibleChange> possibleChanges(const SearchQuery &query, const PickTexts &texts);

} // namespace cargo::assistant
