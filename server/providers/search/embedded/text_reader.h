#pragma once

#include "server/providers/search/engine/snapshot.h"
#include "server/providers/search/explanation.h"

#include <QString>

#include <vector>

namespace cargo::search {

// What a person typed, as the index knows it.
struct ReadText
{
    std::vector<engine::Word> words;
    std::vector<std::vector<WordMatch>> matches;    // by word and alternative: how it came to stand there
    std::vector<QString> typed;                     // by word: as it was typed, lower case
    std::vector<uint8_t> phrases;                   // by word: words that stand for one phrase have its number; from 0 on
    std::vector<QString> synonyms;                  // "тойота = toyota"
    std::vector<std::vector<engine::Word>> without; // names that are not wanted, see unwanted_names.h
    bool asksForAny = false;                        // «машина», «хочу авто»: any car is one
    QString searchedInstead;                        // the text with other letters or without a mistake; empty: as it was typed
};

// Reads each word as it stands and by its synonyms; the last one also as the beginning of a word; one that means nothing so as
// Russian for a Latin name, in the other keyboard layout, and at last with a mistake. Small words are left out.
ReadText readText(const engine::Snapshot &snapshot, const QString &text);

} // namespace cargo::search
