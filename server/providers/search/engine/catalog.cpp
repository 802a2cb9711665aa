#include "server/providers/search/engine/catalog.h"

#include "server/providers/search/engine/text.h"

#include <mutex>

namespace cargo::search::engine {

uint16_t Vocabulary::codeOf(const std::string &value)
{
    const std::string key = folded(value);
    // The writer alone changes the table, so it may look without a lock.
    if (const auto known = m_codes.find(key); known != m_codes.end())
        return known->second;
    if (m_values.size() >= kMost)
        return uint16_t(kMost - 1);
    const auto code = uint16_t(m_values.size());
    m_values.append(value);
    const std::unique_lock guard(m_lock);
    m_codes.emplace(key, code);
    return code;
}

std::optional<uint16_t> Vocabulary::find(std::string_view value) const
{
    const std::string key = folded(value);
    const std::shared_lock guard(m_lock);
    const auto known = m_codes.find(key);
    return known == m_codes.end() ? std::nullopt : std::optional<uint16_t>(known->second);
}

uint16_t TupleTable::codeOf(const Tuple &tuple)
{
    if (const auto known = m_codes.find(tuple); known != m_codes.end())
        return known->second;
    if (m_tuples.size() >= m_most)
        return kNoTuple;
    const auto code = uint16_t(m_tuples.size());
    m_tuples.append(tuple);
    m_codes.emplace(tuple, code);
    return code;
}

CatalogSizes CatalogSizes::of(const Catalog &catalog)
{
    CatalogSizes sizes;
    for (size_t i = 0; i < kWordDimensions; ++i)
        sizes.vocabularies[i] = uint32_t(catalog.vocabularies[i].size());
    for (size_t i = 0; i < kLanes; ++i)
        sizes.lanes[i] = uint32_t(catalog.lanes[i].size());
    sizes.traits = uint32_t(catalog.traits.size());
    return sizes;
}

size_t placesOf(Dimension dimension, const CatalogSizes &sizes)
{
    switch (dimension) {
    case Dimension::Year: return kYearBins;
    case Dimension::Price: return kPriceBins;
    case Dimension::Mileage: return kMileageBins;
    case Dimension::Eta: return kEtaBins;
    case Dimension::Rating: return kRatingBins;
    default: return sizes.vocabularies[at(dimension)];
    }
}

} // namespace cargo::search::engine
