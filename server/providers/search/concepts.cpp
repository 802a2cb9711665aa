#include "server/providers/search/concepts.h"

#include "server/providers/search/text_analysis.h"

#include <algorithm>

namespace cargo::search {

std::optional<Wish> wishAt(const std::vector<QString> &stems, size_t at)
{
    const ConceptDictionaryPtr dictionary = concepts();
    const auto *sayings = dictionary->wishesFrom(stems[at]);
    if (!sayings)
        return std::nullopt;
    for (const ConceptDictionary::Saying &saying : *sayings) {
        if (saying.stems.size() <= stems.size() - at
            && std::equal(saying.stems.begin(), saying.stems.end(), stems.begin() + qsizetype(at))) {
            const Concept &meant = dictionary->concepts()[saying.place];
            return Wish{meant.slug, saying.stems.size(), meant.find, meant.isTrait()};
        }
    }
    return std::nullopt;
}

bool onlyAsks(const QString &word) { return concepts()->onlyAsks(stem(word)) && synonyms(word).empty(); }

bool leaveOutNoise(std::vector<QString> &typed)
{
    if (!std::all_of(typed.begin(), typed.end(), isSmallWord))
        std::erase_if(typed, isSmallWord);
    return std::erase_if(typed, onlyAsks) > 0 && typed.empty();
}

} // namespace cargo::search
