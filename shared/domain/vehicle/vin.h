#pragma once

#include "shared/domain/result.h"

#include <QString>

#include <optional>

namespace cargo::vehicle {

// A vehicle identification number (ISO 3779): 17 characters of 0-9 and A-Z without I, O and Q.
// Japanese domestic cars have a frame number instead; this is not for them.
struct Vin
{
    QString text;                   // upper case
    QString wmi;                    // the first three characters: who made it
    QString region;                 // "Europe", "Asia" …, ISO 3780
    QString country;                // ISO 3166 code of the maker's country, empty when unknown
    QString maker;                  // empty when the table does not know it
    bool checkDigitApplies = false; // North America and China must carry one in position 9
    bool checkDigitMatches = false;
    std::optional<int> modelYear; // position 10; empty where makers do not use it
};

// Errors, all in field "vin": TooShort, TooLong, InvalidFormat (a character that a VIN cannot hold, or no digit among the
// last four), WrongCode (check digit, where it is enforced). Blanks and dashes that people type are taken out first.
// `currentYear` decides between the two years, thirty apart, that one letter may mean.
Result<Vin> parseVin(QStringView text, int currentYear);

// The character that position 9 should have, for 17 allowed characters.
QChar vinCheckDigit(QStringView vin);

} // namespace cargo::vehicle
