#pragma once

#include <QString>
#include <QVariantMap>

namespace cargo::listings {

// What a vehicle identification number says, in words: {rows: [{name, value}], note, tone}. `note` is what one should ask
// about (no number, a wrong check digit, another year than the listing's), `tone` how grave it is: "", info, warn.
// `country` is where the car comes from: cars for Japan's home market have no such number.
QVariantMap vinWords(const QString &vin, int listingYear, const QString &country, int currentYear);

} // namespace cargo::listings
