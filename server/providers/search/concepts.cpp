#include "server/providers/search/concepts.h"

#include "server/providers/search/text_analysis.h"

#include <algorithm>
#include <iterator>

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

bool leaveOutNoise(std::vector<QString> &typed, OfWishes wishes)
{
    if (!std::all_of(typed.begin(), typed.end(), isSmallWord))
        std::erase_if(typed, isSmallWord);
    // «Первая машина», "first car": a wish of several words keeps those that would ask for nothing alone.
    std::vector<QString> stems;
    std::transform(typed.begin(), typed.end(), std::back_inserter(stems), stem);
    std::vector<QString> kept;
    for (size_t at = 0; at < typed.size();) {
        const auto wish = wishes == OfWishes::Stand ? wishAt(stems, at) : std::nullopt;
        const size_t end = at + (wish ? wish->length : 1);
        for (; at < end; ++at) {
            if ((wish && wish->length > 1) || !onlyAsks(typed[at]))
                kept.push_back(typed[at]);
        }
    }
    const bool isAskedForAny = kept.empty() && !typed.empty();
    typed = std::move(kept);
    return isAskedForAny;
}

} // namespace cargo::search
