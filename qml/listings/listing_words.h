#pragma once

#include <QJsonObject>
#include <QString>

namespace cargo::listings {

// Closed words of a listing ("petrol", "suv", "JP") for people, in the language of the app. An unknown word stays as it
// is.
QString label(const QString &facet, const QString &word);

// Why a car is shown among recommended or similar ones, in words; nothing for a reason that this app does not know.
QString reasonText(const QJsonObject &reason);

} // namespace cargo::listings
