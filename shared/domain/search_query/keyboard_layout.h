#pragma once

#include <QString>

namespace cargo {

// What the same keys give in the other layout, either way: "njqjnf" -> «тойота», «ещнщеф» -> "toyota", "[jylf" -> «хонда».
// Lower case; what is on no letter's key stays.
QString inOtherLayout(const QString &text);

// The same of what was typed in Latin letters alone, piece by piece, and of the same size: "rav4 lj 2 vky" is «кфм4 до 2 млн»,
// "2.5" stays. Other pieces stay as well.
QString inRussianLayout(const QString &text);

} // namespace cargo
