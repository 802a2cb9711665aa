#pragma once

#include <QString>

#include <vector>

namespace cargo::search {

// What may be asked for besides a name: wishes that the search knows («для большой семьи») and where cars come from («из
// Японии»), each in the language in which it is begun.
struct Phrase
{
    const char *kind = "wish"; // "wish" or "corridor"
    QString text;              // what to put into the search box
    QString country;           // of a corridor: its code
};

// Those in which every typed word begins one; in the order of the tables. One letter begins nothing.
std::vector<Phrase> phrasesBegunBy(const QString &text);
// All of them.
std::vector<Phrase> allPhrases();

} // namespace cargo::search
