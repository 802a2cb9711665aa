#pragma once

#include <span>

// The tables behind text_analysis.h: rows only, folded, UTF-8.
namespace cargo::search {

struct SynonymRow
{
    const char *typed;
    const char *meant; // blank-separated
};
// How people write makes, models and words of our facets, and what an index knows them by.
std::span<const SynonymRow> synonymRows();
// A make, and its models.
std::span<const SynonymRow> makerRows();
// A model, and what the same make offers that is most like it.
std::span<const SynonymRow> likeRows();

} // namespace cargo::search
