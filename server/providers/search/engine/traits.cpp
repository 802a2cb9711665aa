#include "server/providers/search/engine/traits.h"

#include <algorithm>

namespace cargo::search::engine {

int64_t traitBits(Vocabulary &known, const std::vector<std::string> &traits)
{
    uint64_t bits = 0;
    for (const std::string &trait : traits) {
        if (known.size() >= kTraitsMost && !known.find(trait))
            continue;
        bits |= uint64_t(1) << known.codeOf(trait);
    }
    return int64_t(bits);
}

std::optional<int64_t> wantedTraits(const Catalog &catalog, const CatalogSizes &sizes, const std::vector<std::string> &traits)
{
    uint64_t bits = 0;
    for (const std::string &trait : traits) {
        const auto bit = catalog.traits.find(trait);
        if (!bit || *bit >= sizes.traits)
            return std::nullopt;
        bits |= uint64_t(1) << *bit;
    }
    return int64_t(bits);
}

std::vector<uint8_t> placesWithTraits(const NumberColumn &column, std::optional<int64_t> wanted)
{
    std::vector<uint8_t> places(column.distinct().size(), 0);
    for (size_t place = 0; wanted && place < places.size(); ++place)
        places[place] = (column.distinct()[place] & *wanted) == *wanted;
    return places;
}

bool traitsAreKnown(const NumberColumn &column, uint32_t known)
{
    const uint64_t bits = known >= kTraitsMost ? ~uint64_t(0) : (uint64_t(1) << known) - 1;
    return std::all_of(column.distinct().begin(), column.distinct().end(),
                       [bits](int64_t mask) { return (uint64_t(mask) & ~bits) == 0; });
}

} // namespace cargo::search::engine
