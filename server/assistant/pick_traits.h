#pragma once

#include "server/assistant/pick_store.h"
#include "server/assistant/pick_texts.h"
#include "server/providers/search/traits.h"

namespace cargo::assistant {

// What traits a car has and what shows them, told as they are at this moment from its facts and its own words. The index that
// found it may know it by an older dictionary for a moment.
class PickTraits
{
public:
    PickTraits(const CarFacts &car, const PickTexts &texts);

    // What shows the trait: «“Возили двоих детей”», «минивэн»; empty: the car has it not.
    QString proofOf(const QString &slug);

private:
    QString factText(const search::FactTest &test) const;

    const PickTexts &m_texts;
    search::Document m_car;
    std::shared_ptr<const search::TraitFinder> m_finder;
    std::optional<std::vector<search::TraitProof>> m_proofs; // once a trait is asked for
};

} // namespace cargo::assistant
