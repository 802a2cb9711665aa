#pragma once

#include "server/providers/search/embedded/text_reader.h"
#include "server/providers/search/search_provider.h"

#include <memory>
#include <mutex>
#include <string_view>
#include <unordered_set>

namespace cargo::search {

// Which terms are words of brands and models. Thread-safe; follows the catalog.
class NameStems
{
public:
    using Set = std::unordered_set<std::string>;
    std::shared_ptr<const Set> of(const engine::Snapshot &snapshot) const;

private:
    mutable std::mutex m_lock; // of all below
    mutable std::shared_ptr<const Set> m_stems;
    mutable std::shared_ptr<const engine::Catalog> m_catalog;
    mutable uint32_t m_brands = 0, m_models = 0; // of the catalog, that m_stems knows
};

// A wish or a sentence and no name: what is asked for is to be understood, not found by its words alone.
bool isWish(const ReadText &text, const NameStems::Set &names);

// What a text means to the engine: each typed word, and more faintly what it was read as.
engine::MeaningQuery meaningOf(const ReadText &text, const NameStems::Set &names, MeaningUse use);

} // namespace cargo::search
