#pragma once

#include "shared/domain/search_query/spoken_tokens.h"

#include <QByteArray>
#include <QDate>

#include <utility>

// Conditions that are told without a number: «из Японии», «не белая», «недорогой», «проходная», «до нового года».
namespace cargo::spoken {

struct Told
{
    std::vector<std::pair<QByteArray, QString>> bounds; // as GET search takes them
    size_t next = 0;                                    // the token behind it
};
// The condition that begins at this token.
std::optional<Told> toldAt(const std::vector<Token> &tokens, size_t at, QDate today);
// The order that is asked for there: «недорогой», «с небольшим пробегом». Of «дешевле 2 млн» it is none: bounds come first.
std::optional<Told> orderedAt(const std::vector<Token> &tokens, size_t at);

} // namespace cargo::spoken
