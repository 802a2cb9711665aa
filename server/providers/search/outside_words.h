#pragma once

#include "server/providers/search/concepts.h"

namespace cargo::search {

// One word of a query to an outside engine; a listing holds it if it holds any of these, or what an engine makes of them.
struct AskedWord
{
    QString typed;
    std::vector<WishWord> anyOf; // the likeliest first, never empty
    bool mayBeBegun = false;     // the last one, still being typed
    QString trait{};             // a listing with it holds the word, too; empty: none
};

struct AskedText
{
    std::vector<AskedWord> words;
    std::vector<std::vector<QString>> unwanted; // names, each by the words that an index knows it by; see unwanted_names.h
    std::vector<QString> synonyms;              // "тойота = toyota"
    QString searchedInstead;                    // the text in the other keyboard layout; empty: as it was typed
};

// What can be read without knowing what an index holds: small words and asking words left out, wishes, the house's synonyms,
// and the other layout where the table of synonyms knows it and the word as it stands not.
AskedText readAsked(const QString &text);

// The house's synonyms as an engine that stems nothing takes them: stem → stems.
std::vector<std::pair<QString, std::vector<QString>>> stemmedSynonyms();

} // namespace cargo::search
