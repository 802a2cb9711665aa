#pragma once

#include "shared/domain/result.h"

#include <QString>
#include <QStringView>

namespace cargo {

// What an account's e-mail, password and name must look like. One place, so that the app says it before the server does.

constexpr int kEmailMax = 254;   // RFC 5321, 4.5.3.1.3
constexpr int kPasswordMin = 10; // code points
constexpr int kPasswordMax = 128;
constexpr int kDisplayNameMax = 80;
constexpr int kAboutMax = 1000;

// Lower case, domain in its ASCII form (IDNA); one address, one spelling. Only addresses that every mail server takes:
// dot-atoms of ASCII before the '@', a domain with at least one dot after it. Error: InvalidFormat.
Result<QString> normalizeEmail(QStringView email);

// Errors: TooShort, TooLong, InvalidFormat (one of the most common passwords, one repeated character, or the e-mail).
Outcome checkPassword(QStringView password, QStringView email = {});

// Runs of spaces become one. Refused: nothing but signs, invisible and direction-changing characters, line breaks.
// Contacts in names are the server's matter as well (contact filter). Errors: Required, TooLong, InvalidFormat.
Result<QString> normalizeDisplayName(QStringView name);

} // namespace cargo
