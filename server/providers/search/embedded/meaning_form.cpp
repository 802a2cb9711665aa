#include "server/providers/search/embedded/meaning_form.h"

#include "server/providers/search/engine/ranking.h"
#include "server/providers/search/engine/text.h"

#include <algorithm>

namespace cargo::search {

namespace {
constexpr size_t kSentenceWords = 4;
constexpr float kReadAs = 0.5F; // of a typed word's weight
} // namespace

std::shared_ptr<const NameStems::Set> NameStems::of(const engine::Snapshot &snapshot) const
{
    using engine::Dimension;
    const uint32_t brands = snapshot.sizes.vocabularies[engine::at(Dimension::Brand)];
    const uint32_t models = snapshot.sizes.vocabularies[engine::at(Dimension::Model)];
    const std::lock_guard guard(m_lock);
    if (m_stems && m_catalog == snapshot.catalog && m_brands >= brands && m_models >= models)
        return m_stems;
    auto stems = std::make_shared<Set>();
    const auto take = [&](Dimension dimension, uint32_t count) {
        for (uint32_t code = 0; code < count; ++code) {
            for (const std::string &word :
                 engine::words(snapshot.catalog->vocabularies[engine::at(dimension)].value(uint16_t(code))))
                stems->emplace(engine::Stemmer::ofThread()(word));
        }
    };
    take(Dimension::Brand, brands);
    take(Dimension::Model, models);
    m_stems = std::move(stems);
    m_catalog = snapshot.catalog;
    m_brands = brands;
    m_models = models;
    return m_stems;
}

bool isWish(const ReadText &text, const NameStems::Set &names)
{
    bool wishes = text.typed.size() >= kSentenceWords;
    for (size_t i = 0; i < text.typed.size(); ++i) { // signs alone are a word that nobody typed
        const std::vector<WordMatch> &matches = text.matches[i];
        const bool isWished = std::find(matches.begin(), matches.end(), WordMatch::Wish) != matches.end();
        wishes = wishes || isWished;
        const auto &alternatives = text.words[i].alternatives;
        const auto isName = [&names](const engine::Alternative &one) {
            return one.weight >= engine::ranking::kNamesFrom && names.contains(one.term);
        };
        if (!isWished && std::any_of(alternatives.begin(), alternatives.end(), isName))
            return false;
    }
    return wishes;
}

engine::MeaningQuery meaningOf(const ReadText &text, const NameStems::Set &names, MeaningUse use)
{
    engine::MeaningQuery meaning;
    if (use == MeaningUse::Off || text.asksForAny)
        return meaning;
    const auto take = [&meaning](const std::string &term, float weight) {
        const auto known =
            std::find_if(meaning.terms.begin(), meaning.terms.end(), [&](const auto &one) { return one.term == term; });
        if (known == meaning.terms.end())
            meaning.terms.push_back({term, weight});
        else
            known->weight = std::max(known->weight, weight);
    };
    for (size_t i = 0; i < text.typed.size(); ++i) {
        for (const std::string &word : engine::words(text.typed[i].toStdString()))
            take(std::string(engine::Stemmer::ofThread()(word)), 1);
        const auto &alternatives = text.words[i].alternatives;
        for (const engine::Alternative &one : alternatives)
            take(one.term, one.weight * kReadAs / float(alternatives.size()));
    }
    meaning.reorders = use == MeaningUse::On && isWish(text, names);
    meaning.similarMost = kSimilarMost;
    return meaning;
}

} // namespace cargo::search
