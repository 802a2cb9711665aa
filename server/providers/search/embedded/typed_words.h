#pragma once

#include "server/providers/search/engine/snapshot.h"

#include <QHash>
#include <QString>

#include <vector>

namespace cargo::search {

// What a person typed, word by word and before anybody asks what a word means: lower case, keys of the other layout turned, names
// that were typed as one or in two mended.
struct TypedWords
{
    std::vector<QString> words;                  // that are looked for
    QHash<QString, std::vector<QString>> either; // by word: what may stand in its place
    std::vector<std::vector<QString>> unwanted;  // names, see unwanted_names.h
    bool isMended = false;                       // blanks were: the text that is searched is another
    bool asksForAny = false;                     // no word is left that asks for something
};
TypedWords typedWords(const engine::Snapshot &snapshot, const QString &text);

// Whether a word means something to the index or to the tables as it stands.
bool isKnownTo(const engine::Snapshot &snapshot, const QString &word);

} // namespace cargo::search
