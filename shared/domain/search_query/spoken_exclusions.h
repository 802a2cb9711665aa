#pragma once

#include "shared/domain/search_query/search_query.h"
#include "shared/domain/search_query/spoken_tokens.h"

// Facts that are not wanted: «не белая», «без вариатора», «кроме китайцев», «робот не предлагать».
namespace cargo::spoken {

struct Exclusion
{
    SearchQuery::Facet facet = SearchQuery::Facet::Color;
    std::vector<QString> values; // what is not wanted
    size_t next = 0;             // the token behind it
};
// The exclusion that begins at this token. What describes the car otherwise («не битая», «не белый салон») is none.
std::optional<Exclusion> exclusionAt(const std::vector<Token> &tokens, size_t at);

// All other values that a facet can have, sorted: filters name what is wanted.
std::vector<QString> allBut(SearchQuery::Facet facet, const std::vector<QString> &unwanted);

} // namespace cargo::spoken
