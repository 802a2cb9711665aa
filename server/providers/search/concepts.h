#pragma once

#include "server/providers/search/concept_dictionary.h"

namespace cargo::search {

// What people wish for without naming it: «для большой семьи» → a minivan, rather than an estate car or SUV; «задний привод» →
// rwd. By the dictionary that this process uses at the moment.
struct Wish
{
    QString slug;                  // of its concept: the same for all the ways to say it
    size_t length = 0;             // in typed words
    std::vector<WishGroup> groups; // none: it asks for nothing
    bool isTrait = false;          // cars are tagged with it
};

// The longest wish that begins at this word. `stems`: of the typed words, small ones left out.
std::optional<Wish> wishAt(const std::vector<QString> &stems, size_t at);

// «хочу», «посоветуйте», «машина»: finds nothing by itself, and is left out beside other words.
bool onlyAsks(const QString &word);
// Takes out small words, unless there is nothing else, and words that only ask. True when words were typed and all of the rest
// only asks: any car is one.
enum class OfWishes { Stand, Go }; // words that ask for nothing alone and are part of a wish
bool leaveOutNoise(std::vector<QString> &typed, OfWishes wishes = OfWishes::Stand);

} // namespace cargo::search
