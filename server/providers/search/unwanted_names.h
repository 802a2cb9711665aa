#pragma once

#include <QString>

#include <vector>

namespace cargo::search {

// Makes and models that a text says are not wanted: «кроме бмв», «не тойота и не хонда», "except audi q5". Each is one or several
// words, as they were typed; they and what says so are taken out of `typed`. Colours, bodies and other facts that are not wanted
// are filters: understand() has read them before.
std::vector<std::vector<QString>> takeUnwanted(std::vector<QString> &typed);
// What an index holds for such a word: "bmw" for «бмв»; the word itself where no table knows it.
std::vector<QString> namesOf(const QString &word);

} // namespace cargo::search
