#pragma once

#include "server/providers/search/engine/catalog.h"
#include "server/providers/search/engine/columns.h"

#include <bit>
#include <optional>

namespace cargo::search::engine {

// A listing's traits as bits of a number: bit i is the catalog's trait i. A column of them holds each combination once, so that
// a listing takes a byte or two, and is a filter and a count by combinations rather than by traits.
int64_t traitBits(Vocabulary &known, const std::vector<std::string> &traits); // for the writer
// Bits of traits of which a listing must have all; none: there is one that no listing of the snapshot has.
std::optional<int64_t> wantedTraits(const Catalog &catalog, const CatalogSizes &sizes, const std::vector<std::string> &traits);
// By place among the column's combinations: 1 where all of `wanted` is.
std::vector<uint8_t> placesWithTraits(const NumberColumn &column, std::optional<int64_t> wanted);
// Whether no combination has a bit that the catalog does not know.
bool traitsAreKnown(const NumberColumn &column, uint32_t known);

template <typename F>
void forEachTrait(int64_t mask, F &&f) // f(bit)
{
    for (auto rest = uint64_t(mask); rest != 0; rest &= rest - 1)
        f(size_t(std::countr_zero(rest)));
}

} // namespace cargo::search::engine
