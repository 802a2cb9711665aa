#pragma once

#include <QString>

namespace cargo::listings {

// Closed words of a listing ("petrol", "suv", "JP") for people, in the language of the app. An unknown word stays as it
// is.
QString label(const QString &facet, const QString &word);

} // namespace cargo::listings
