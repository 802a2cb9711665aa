#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace cargo::http {

// Decodes %XX (and, in queries, '+' as a blank). False when a '%' is not followed by two hexadecimal digits.
bool percentDecode(QByteArrayView raw, QByteArray &decoded, bool plusIsBlank);

// -1 for anything that is not a hexadecimal digit.
int hexDigit(char c);

} // namespace cargo::http
