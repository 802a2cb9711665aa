#pragma once

#include <QString>

#include <optional>

namespace cargo {

// A typed search in the form in which it is counted with those of others, and perhaps shown to others one day: lower case, blanks
// single, «ё» as «е». None: it is too short or too long, or holds what may belong to one person alone (a contact, a number that
// could be one, a VIN, a plate, signs of addresses), and so is never kept. Whoever types such a thing finds cars all the same.
std::optional<QString> commonQuery(const QString &typed);

inline constexpr int kCommonQueryMinChars = 3;
inline constexpr int kCommonQueryMaxChars = 60;

} // namespace cargo
