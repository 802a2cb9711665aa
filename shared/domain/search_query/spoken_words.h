#pragma once

#include "shared/domain/search_query/spoken_tokens.h"

// The words by which people bound what they look for (spoken_query.h). A new one is a row.
namespace cargo::spoken {

enum class Side { Upper, Lower, Near };
enum class Subject { Unknown, Price, Year, Mileage, Eta, Rating, Power, Displacement };
constexpr unsigned bitOf(Subject subject) { return 1U << unsigned(subject); }

struct Bound
{
    QStringView words; // parted by blanks
    Side side;
    Subject subject = Subject::Unknown;
    bool ofAge = false;      // «не старше 5 лет», «не старше 2018»: what is bounded is the age
    unsigned mayBound = ~0U; // bits of subjects; of another one it bounds nothing: «с двумя подушками»
};

// The longest bound that begins at this token, and the token behind it; null: none.
const Bound *boundAt(const std::vector<Token> &tokens, size_t at, size_t *next);
Subject subjectOfWord(const QString &word);
// The code of a country as it stands behind «из», «с», "from" («японии»); empty: none.
QStringView countryOf(const QString &word);
// The same of a word that says by itself where a car comes from: «японец», «корейский», "german". Not before «сборка».
QStringView originOf(const QString &word);

} // namespace cargo::spoken
