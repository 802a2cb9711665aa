#pragma once

#include <QByteArray>
#include <QString>

namespace cargo {

// One cell of a CSV file (RFC 4180, UTF-8). A text that a spreadsheet would take for a formula is kept from being one.
QByteArray csvText(const QString &text);

} // namespace cargo
