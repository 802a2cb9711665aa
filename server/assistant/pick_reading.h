#pragma once

#include "server/providers/search/concepts.h"
#include "shared/api/pick_dto.h"
#include "shared/domain/search_query/spoken_query.h"

namespace cargo::assistant {

// Something that a car may have or not: a wish («для большой семьи») or a word («камри»), with every word of the index that
// answers it.
struct Wanted
{
    QString text;                    // as it was written; empty: from the questions
    std::optional<api::PickWish> of; // from the questions
    bool wish = false;
    QString trait;       // of a wish: cars with it answer it, whatever words they have; empty: it is none
    qsizetype start = 0; // in the sentence, UTF-16
    qsizetype end = 0;
    std::vector<search::WishGroup> groups;
};

// What was understood of a sentence and of answers: one criteria object, whichever way it came.
struct PickReading
{
    SearchQuery query;                       // conditions, and wishes and words as its text
    std::vector<SpokenCondition> conditions; // that stand in the sentence, with their places
    std::vector<Wanted> wanted;
    std::vector<std::pair<qsizetype, qsizetype>> unread; // places of what is too much for one search
};

// Pure; never fails.
PickReading readPick(const api::PickBody &body, Timestamp now);

} // namespace cargo::assistant
