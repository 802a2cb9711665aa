#pragma once

#include "server/providers/search/concept_dictionary.h"
#include "shared/api/json_writer.h"

namespace cargo::search {

// How a trait is called, in both languages. One that an editor took away stands in the index until that is made anew: it is
// called by its slug.
inline void writeTraitNames(api::JsonWriter &out, const ConceptDictionary &dictionary, const QString &slug)
{
    const Concept *trait = dictionary.find(slug);
    out.field("name_ru", trait ? trait->nameRu : slug).field("name_en", trait ? trait->nameEn : slug);
}

} // namespace cargo::search
