#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QStringList>
#include <QVariantMap>

namespace cargo::listings {

// Closed words of a listing ("petrol", "suv", "JP") for people, in the language of the app. An unknown word stays as it
// is.
QString label(const QString &facet, const QString &word);
// How traits are called in both languages, of values of that facet as GET search gives them: label("trait", …) knows it then.
void learnTraitNames(const QJsonArray &values);

// Why a car is shown among recommended or similar ones, in words; nothing for a reason that this app does not know.
QString reasonText(const QJsonObject &reason);

// Who gets what, as a quote (GET listings/{id}/quote) says: pays, fee, feeRule ("2.5 % of the price"), driverReceives.
QVariantMap sharesOf(const QJsonObject &quote);

// The same with notIncluded, the words below.
QVariantMap offerOf(const QJsonObject &quote);

// What a quote says is not in its price ("customs_duty" …), in words.
QStringList notIncludedWords(const QJsonArray &codes);

// What a field is called: "mileage_km", "driver_rating", "attributes.seats".
QString fieldName(const QString &field);

// An extra fact (shared/domain/listing/attributes.h) for people: "heated_seats" true -> "yes", "battery_kwh" 77 -> "77 kWh".
QString attributeText(const QString &name, const QJsonValue &value);

} // namespace cargo::listings
